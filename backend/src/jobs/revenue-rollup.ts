import type { Job } from './schedule'

/** Coupons end, grace runs out: changes that no event tells. Also the retry of anything an event left behind. */
export const revenueRollup: Job = {
  name: 'revenue-rollup',
  title: 'Brings movements and roll-ups up to the hour',
  schedule: { every: 'hour', atMinute: 2, catchUp: 'latest' },
  async run({ figures }, dueAt) {
    return { days_changed: await figures.bringUpToDate(dueAt) }
  },
}
