import type { Job } from './schedule'

export const forecastsNightly: Job = {
  name: 'forecasts',
  title: 'Forecasts MRR, revenue and cash, and tests how well that would have worked so far',
  schedule: { every: 'day', atMinute: 40, catchUp: 'latest' },
  async run({ forecasts }, dueAt) {
    return forecasts.compute(dueAt)
  },
}
