import type { Account } from '../store/account'
import { StepQueue } from './queue'

/** A clock and what is due by it: an account has one of its own, and each of its test clocks another. */
export interface Timeline {
  /** In seconds. Only the engine moves it. */
  now: number
  readonly steps: StepQueue
}

/** A timeline that begins at an instant. */
export function createTimeline(now: number): Timeline {
  return { now, steps: new StepQueue() }
}

/** Acts by one of an account's timelines, and then by the one before again. */
export function onTimeline<T>(account: Account, timeline: Timeline, act: () => T): T {
  const before = account.timeline
  account.timeline = timeline
  try {
    return act()
  } finally {
    account.timeline = before
  }
}

/** Runs the steps of a timeline that are due up to an instant, in order, and leaves its clock there. */
export function advanceTimeline(account: Account, timeline: Timeline, toInstant: number): void {
  onTimeline(account, timeline, () => {
    for (;;) {
      const step = timeline.steps.takeDue(toInstant)
      if (!step) break
      timeline.now = Math.max(timeline.now, step.at)
      account.turn += 1
      step.run()
    }
    timeline.now = Math.max(timeline.now, toInstant)
  })
}

/** Runs the steps of an account's own time that are due. */
export function advanceAccount(account: Account, toInstant: number): void {
  advanceTimeline(account, account.clock, toInstant)
}
