import type { Job } from './schedule'

export const riskDaily: Job = {
  name: 'risk',
  title: 'Scores how likely each customer leaves, and tests how well that would have told so far',
  schedule: { every: 'day', atMinute: 50, catchUp: 'latest' },
  run: ({ risk }, dueAt) => risk.compute(dueAt),
}
