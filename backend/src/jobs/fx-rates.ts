import type { Job } from './schedule'

export const fxRates: Job = {
  name: 'fx-rates',
  title: 'Takes the exchange rates that were published, and values what happened by them',
  // before the figures of the closed day are frozen
  schedule: { every: 'day', atMinute: 5, catchUp: 'latest' },
  run: ({ fx }) => fx.follow(),
}
