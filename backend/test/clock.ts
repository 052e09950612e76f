import type { Clock } from '../src/clock'

/** The instant at which tests begin, unless they say otherwise: a Thursday. */
export const TEST_NOW = new Date('2026-05-14T09:30:00Z')

/** A clock that stands still until it is moved; a ticking one goes on by a millisecond each time it is looked at. */
export interface TestClock extends Clock {
  ms(): number
  seconds(): number
  advance(seconds: number): void
  set(instant: Date): void
}

export function testClock(start: Date = TEST_NOW, ticking = false): TestClock {
  let ms = start.getTime()
  return {
    now: () => new Date(ticking ? (ms += 1) : ms),
    ms: () => ms,
    seconds: () => Math.floor(ms / 1000),
    advance: (seconds) => {
      ms += seconds * 1000
    },
    set: (instant) => {
      ms = instant.getTime()
    },
  }
}
