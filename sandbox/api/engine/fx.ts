import { DAY, utcDay } from './calendar'
import { createRandom } from './random'

/** Rates start here and wander; the figures are only plausible. Columns as in the central bank's file. */
const START: readonly (readonly [string, number, number])[] = [
  ['USD', 1.0852, 4],
  ['JPY', 161.4, 2],
  ['GBP', 0.8431, 5],
  ['CHF', 0.9542, 4],
  ['SEK', 11.41, 4],
  ['DKK', 7.4602, 4],
  ['PLN', 4.298, 4],
  ['CAD', 1.4871, 4],
  ['AUD', 1.6314, 4],
]

const DAILY_SWING = 0.0042
/** A pull towards the start keeps two years of rates plausible. */
const PULL = 0.004
/** The reference rates of a working day are published in the afternoon. */
const PUBLISHED_AT = 15 * 3_600

interface Row {
  publishedAt: number
  day: string
  rates: Map<string, number>
}

/** Daily reference rates, units of each currency per euro, made day by day from one seed. */
export class FxTable {
  private readonly rows: Row[] = []
  private readonly random
  private readonly current = new Map(START.map(([currency, rate]) => [currency, rate]))
  private nextDay: number

  constructor(seed: string, from: number) {
    this.random = createRandom(seed, 'fx')
    this.nextDay = Math.floor(from / DAY) * DAY
  }

  /** How many units of `to` one unit of `from` is worth, by the latest rate published at the instant. */
  rate(from: string, to: string, instant: number): number {
    const row = this.rowAt(instant)
    const perEuro = (currency: string) => {
      const rate = currency === 'eur' ? 1 : row.rates.get(currency.toUpperCase())
      if (rate === undefined) throw new Error(`No exchange rate for ${currency}`)
      return rate
    }
    return Number((perEuro(to) / perEuro(from)).toFixed(8))
  }

  /** Whether a currency can be converted. */
  knows(currency: string): boolean {
    return currency === 'eur' || this.current.has(currency.toUpperCase())
  }

  /** The table up to an instant in the file format of the European Central Bank, newest day first. */
  csv(until: number): string {
    this.extend(until)
    const lines = [`Date,${START.map(([currency]) => currency).join(',')},`]
    for (let index = this.rows.length - 1; index >= 0; index -= 1) {
      const row = this.rows[index]
      if (!row || row.publishedAt > until) continue
      lines.push(`${row.day},${START.map(([currency]) => String(row.rates.get(currency))).join(',')},`)
    }
    return `${lines.join('\n')}\n`
  }

  private rowAt(instant: number): Row {
    this.extend(instant)
    let low = 0
    let high = this.rows.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.rows[middle]?.publishedAt ?? Infinity) <= instant) low = middle
      else high = middle - 1
    }
    const row = this.rows[low]
    if (!row) throw new Error('The rate table is empty')
    return row
  }

  private extend(until: number): void {
    for (; this.nextDay <= until || this.rows.length === 0; this.nextDay += DAY) {
      const weekday = new Date(this.nextDay * 1000).getUTCDay()
      if (weekday === 0 || weekday === 6) continue
      const rates = new Map<string, number>()
      for (const [currency, start, digits] of START) {
        const last = this.current.get(currency) ?? start
        // The krone is pegged: it hardly moves.
        const swing = currency === 'DKK' ? DAILY_SWING / 50 : DAILY_SWING
        const noise = (this.random.float() + this.random.float() + this.random.float()) * (2 / 3) - 1
        const value = last * (1 + noise * swing * 1.7 + PULL * (start / last - 1))
        this.current.set(currency, value)
        rates.set(currency, Number(value.toFixed(digits)))
      }
      this.rows.push({ publishedAt: this.nextDay + PUBLISHED_AT, day: utcDay(this.nextDay), rates })
    }
  }
}
