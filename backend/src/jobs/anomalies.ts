import type { Job } from './schedule'

export const anomaliesDaily: Job = {
  name: 'anomalies',
  title: 'Compares each closed day with the weeks before it, and says what drove those that stand out',
  schedule: { every: 'day', atMinute: 55, catchUp: 'latest' },
  run: ({ anomalies }) => anomalies.compute(),
}
