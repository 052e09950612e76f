import { Type, type Static } from 'typebox'
import { CurrencySchema, DaySchema, listOf, nullable, object, PageQuery, ref } from '../http'
import { RATE } from './ecb'

const Rate = Type.String({
  pattern: RATE.source,
  description: 'What one unit of the currency is worth, a decimal string',
})

const EnteredRate = object(
  {
    currency: CurrencySchema,
    rate: Rate,
    into: Type.String({ description: 'The currency that it is worth that much of' }),
  },
  { $id: 'EnteredRate' },
)

export const FxRateDay = object(
  {
    id: Type.String(),
    object: Type.Literal('fx_rate'),
    day: DaySchema('Day of the closing rate'),
    per_euro: Type.Record(Type.String(), Type.String(), {
      description: 'As published: units of each currency per euro, decimal strings',
    }),
    entered: Type.Array(ref(EnteredRate), { description: 'In force in place of what was published' }),
  },
  { $id: 'FxRateDay' },
)
export type FxRateDay = Static<typeof FxRateDay>
export const FxRateDayList = listOf(FxRateDay)
export const FxRateQuery = object({ ...PageQuery })

export const FxLatestRate = object(
  {
    object: Type.Literal('fx_latest_rate'),
    currency: CurrencySchema,
    into: Type.String({ description: 'The reporting currency' }),
    rate: nullable(Rate),
    day: nullable(DaySchema('Day of the rate; null: there is none, and figures leave the currency out')),
    days_old: nullable(Type.Integer({ description: 'Days since then' })),
    stale: Type.Boolean({
      description: 'Whether there should be a newer one, weekends and holidays allowed',
    }),
  },
  { $id: 'FxLatestRate' },
)
export type FxLatestRate = Static<typeof FxLatestRate>
export const FxLatestRateList = listOf(FxLatestRate)

export const FxRateEntry = object(
  {
    day: DaySchema('Day of the rate, not after today'),
    currency: CurrencySchema,
    rate: nullable(
      Type.String({
        ...Rate,
        description: 'Units of the reporting currency for one unit; null takes back what was entered',
      }),
    ),
  },
  { examples: [{ day: '2026-03-02', currency: 'eur', rate: '1.0712' }] },
)
export type FxRateEntry = Static<typeof FxRateEntry>

/** The history since 1999 as CSV has 2 MB. */
export const MAX_FILE = 4_000_000
export const FxRateImport = object(
  {
    file: Type.String({
      minLength: 1,
      maxLength: MAX_FILE,
      description: 'A file of the European Central Bank as text: CSV (Date,USD,JPY,…) or XML',
    }),
  },
  { examples: [{ file: 'Date,USD,JPY\n2026-03-02,1.0712,159.30\n' }] },
)

export const FxRatesChange = object(
  {
    object: Type.Literal('fx_rates_change'),
    days: Type.Integer({ description: 'Days whose rates differ from before' }),
    operation: nullable(
      Type.String({
        description: 'Values what happened by the new rates; null where nothing depends on them',
      }),
    ),
  },
  { $id: 'FxRatesChange' },
)
export type FxRatesChange = Static<typeof FxRatesChange>

export const shared = [EnteredRate]
