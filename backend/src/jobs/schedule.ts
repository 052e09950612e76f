/** The table of scheduled work. */
import type { Services } from '../services'
import type { Schedule } from './due'
import { anomaliesDaily } from './anomalies'
import { approvalsSettle } from './approvals-settle'
import { churnDaily } from './churn-daily'
import { erasuresSettle } from './erasures-settle'
import { forecastsNightly } from './forecasts'
import { fxRates } from './fx-rates'
import { promotionsResume } from './promotions-resume'
import { revenueRollup } from './revenue-rollup'
import { revenueSnapshot } from './revenue-snapshot'
import { riskDaily } from './risk'

export interface Job {
  name: string
  title: string
  schedule: Schedule
  /** Does the work of one slot for the account in scope; repeating it changes nothing. @returns what it counted */
  run(services: Services, dueAt: Date): Promise<Record<string, number>>
}

export const JOBS: Job[] = [
  fxRates,
  revenueRollup,
  revenueSnapshot,
  churnDaily,
  forecastsNightly,
  riskDaily,
  anomaliesDaily,
  promotionsResume,
  approvalsSettle,
  erasuresSettle,
]
