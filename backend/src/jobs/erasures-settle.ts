import type { Job } from './schedule'

export const erasuresSettle: Job = {
  name: 'erasures-settle',
  title: 'Ends the erasures of customers that were interrupted, and takes away what came back',
  schedule: { every: 'hour', atMinute: 22, catchUp: 'latest' },
  async run({ erasures }) {
    return { settled: await erasures.settle() }
  },
}
