import { addDays, dayOf } from '../metrics'
import type { Job } from './schedule'

export const churnDaily: Job = {
  name: 'churn-daily',
  title: 'Freezes churn and retention of the 30 days to the closed day, split by reason',
  schedule: { every: 'day', atMinute: 20, catchUp: 'all' },
  async run({ settings, analytics }, dueAt) {
    const { time_zone: timeZone } = await settings.get()
    const day = addDays(dayOf(Math.floor(dueAt.getTime() / 1000), timeZone), -1)
    return { frozen: (await analytics.freeze('churn', day)) ? 1 : 0 }
  },
}
