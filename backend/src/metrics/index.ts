/** The calculations: facts and a window in, numbers out. Nothing here reads a clock, a file or a database. */
export * from './types'
export { balances } from './balance'
export { cellChanges } from './cells'
export type { CellChange } from './cells'
export { decimals } from './currency'
export { customerState } from './customer-state'
export type { CustomerState } from './customer-state'
export type { ChurnShare, ChurnSplit } from './churn-split'
export { convert, convertSum, hasRates, rateOn } from './fx'
export {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfDay,
  startOfDay,
  startOfNextPeriod,
  startOfPeriod,
} from './local-day'
export type { Interval } from './local-day'
export { currenciesOf, customerMovements } from './movements'
export { subscriptionMrr } from './mrr'
export type { MrrContext, MrrRules, SubscriptionMrr } from './mrr'
export { churnAsBaremetrics, churnAsPolar, churnAsStripe, newSaleValue, pointInTime } from './point-in-time'
export * as rational from './rational'
export type { Rational } from './rational'
export { reconstructSubscription } from './reconstruct'
export type { InvoiceForHistory, InvoiceLineForHistory, SubscriptionForHistory } from './reconstruct'
export { retention } from './retention'
export type { Retention, RetentionInput } from './retention'
export { foldMovements, foldSlices, mergeRollups } from './rollup'
export { waterfall } from './waterfall'
export type { Waterfall, WaterfallInput } from './waterfall'
export type { WaterfallRow } from './waterfall-row'
