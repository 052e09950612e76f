import { addDays, dayOf } from '../metrics'
import type { Job } from './schedule'

export const revenueSnapshot: Job = {
  name: 'revenue-snapshot',
  title: "Freezes the closed day's figures as they are known",
  schedule: { every: 'day', atMinute: 10, catchUp: 'all' },
  async run({ settings, analytics }, dueAt) {
    const { time_zone: timeZone } = await settings.get()
    const day = addDays(dayOf(Math.floor(dueAt.getTime() / 1000), timeZone), -1)
    return { frozen: (await analytics.freeze('revenue', day)) ? 1 : 0 }
  },
}
