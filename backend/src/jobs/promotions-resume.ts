import type { Job } from './schedule'

/** Milliseconds that a request may take to make a promotion before we look after it. */
const OLDER_THAN_MS = 60_000

export const promotionsResume: Job = {
  name: 'promotions-resume',
  title: 'Finishes promotions that an outage left half made',
  schedule: { every: 'hour', atMinute: 7, catchUp: 'latest' },
  async run({ promotions }) {
    return { resumed: await promotions.resume(OLDER_THAN_MS) }
  },
}
