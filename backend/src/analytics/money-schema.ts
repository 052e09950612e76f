import { Type, type Static } from 'typebox'
import { object } from '../http'
import type { FigureName } from './definitions'
import { Coverage, figures, KnownRangeQuery, Period, SeriesQuery, seriesOf } from './schema'

const { slice: _slice, known_at: _known, ...range } = KnownRangeQuery.properties
/** What moved belongs to no part of the MRR, and never changes. */
export const MoneyQuery = object(range)
export type MoneyQuery = Static<typeof MoneyQuery>

const { slice: _part, ...series } = SeriesQuery.properties
export const MoneySeriesQuery = object(series)
export type MoneySeriesQuery = Static<typeof MoneySeriesQuery>

export const REVENUE = [
  'gross_volume',
  'refunds',
  'disputes',
  'fees',
  'net_revenue',
  'net_volume',
  'payments',
  'refund_rate',
  'effective_fee_rate',
] as const satisfies FigureName[]
export const FEES = [
  'fees',
  'processing_fees',
  'refund_fees',
  'dispute_fees',
  'service_fees',
  'estimated_fees',
  'gross_volume',
  'effective_fee_rate',
] as const satisfies FigureName[]
export const RECEIVABLES = [
  'receivables',
  'receivables_not_due',
  'receivables_1_30',
  'receivables_31_60',
  'receivables_61_90',
  'receivables_over_90',
  'open_invoices',
  'open_invoices_not_due',
  'open_invoices_1_30',
  'open_invoices_31_60',
  'open_invoices_61_90',
  'open_invoices_over_90',
] as const satisfies FigureName[]

export const Revenue = seriesOf('Revenue', REVENUE)
export const Fees = seriesOf('Fees', FEES)

export const Receivables = object(
  {
    object: Type.Literal('analytics.receivables'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    figures: figures(RECEIVABLES),
  },
  { $id: 'Receivables' },
)
