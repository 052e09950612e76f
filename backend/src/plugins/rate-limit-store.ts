/** Counts requests for all instances together. Source of the shape: @fastify/rate-limit, "Custom store". */
import { defineModel } from '../database/model'
import { upserting } from '../database/query'

interface CountDocument {
  /** What is counted, and the start of its window. */
  _id: string
  count: number
  expiresAt: Date
}

const CountModel = defineModel<CountDocument>('request_counts', {
  count: { type: Number, required: true },
  expiresAt: { type: Date, required: true },
})

/** Share of a limit that an instance counts by itself before it tells the others: the error, for each instance. */
const UNTOLD_SHARE = 0.02
/** Keys that are counted at once in this process. */
const MAX_KEYS = 20_000

interface Window {
  endsAt: number
  /** Counted here, and how many of those the others know of. */
  own: number
  told: number
  /** Counted by the others, when they were last asked; null before that. */
  others: number | null
  telling: Promise<void> | null
}

export class SharedCounts {
  private readonly windows = new Map<string, Window>()

  constructor(private readonly now: () => Date) {}

  /**
   * Counts one request. Most are counted here alone; each fiftieth part of the limit is told to the others, and what
   * they counted is learnt.
   * @param windowMs milliseconds of a window; windows begin at the same instants for everybody
   * @returns how many of all instances there were in this window, and milliseconds until it ends
   */
  async count(key: string, windowMs: number, max: number): Promise<{ current: number; ttl: number }> {
    const now = this.now().getTime()
    const start = now - (now % windowMs)
    const window = this.windowOf(key, start + windowMs)
    const place = (window.own += 1)
    if (window.others === null || window.own - window.told >= max * UNTOLD_SHARE)
      await this.tell(`${key}:${start}`, window)
    return { current: (window.others ?? 0) + place, ttl: window.endsAt - now }
  }

  private windowOf(key: string, endsAt: number): Window {
    const known = this.windows.get(key)
    if (known?.endsAt === endsAt) return known
    const window: Window = { endsAt, own: 0, told: 0, others: null, telling: null }
    this.windows.delete(key)
    if (this.windows.size >= MAX_KEYS) this.windows.delete(this.windows.keys().next().value ?? '')
    this.windows.set(key, window)
    return window
  }

  /** One at a time for each window: who comes meanwhile waits for the next. */
  private async tell(_id: string, window: Window): Promise<void> {
    while (window.telling) await window.telling
    if (window.own === window.told) return
    window.telling = this.add(_id, window).finally(() => (window.telling = null))
    await window.telling
  }

  private async add(_id: string, window: Window): Promise<void> {
    const own = window.own
    const row = await upserting(() =>
      CountModel.findOneAndUpdate(
        { _id },
        { $inc: { count: own - window.told }, $setOnInsert: { expiresAt: new Date(window.endsAt + 60_000) } },
        // a count that is lost with a server lets some requests more pass: not worth a journal's sync for each
        { upsert: true, returnDocument: 'after', writeConcern: { w: 1 } },
      ).lean(),
    )
    window.told = own
    window.others = (row?.count ?? own) - own
  }
}
