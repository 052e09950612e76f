/** How near the card networks' limits the accounts are (X3 to X6). */
import { trusted } from '../database/query'
import { loadRates } from '../fx/rates'
import {
  addMonths,
  convert,
  dayOf,
  heldTier,
  networkRegion,
  networkStanding,
  type Day,
  type NetworkProgramme,
  type Rates,
} from '../metrics'
import { ChargeModel } from '../payments/model'
import { forEachPart, monthRange, type Book, type Part, type Range } from './book'
import type { FigureName, Network } from './definitions'
import { countedBy, disputesIn, OPENED, paid, warningsIn } from './disputes'
import { evidenceLink } from './links'

/** Months that decide whether Mastercard holds an account in a tier (X4). */
const HELD_MONTHS = 3

interface Programme {
  programme: NetworkProgramme
  network: Network
  /** Only what the holder calls fraud. */
  fraud: boolean
  /** The figures of what it counts and of what it compares that with. */
  items: FigureName
  payments: FigureName
  /** By how many months the payments are earlier. */
  before: number
}
const MASTERCARD = { network: 'mastercard', payments: 'mastercard_payments', before: 1 } as const
const PROGRAMMES: Programme[] = [
  {
    programme: 'vamp',
    network: 'visa',
    fraud: false,
    items: 'vamp_items',
    payments: 'visa_payments',
    before: 0,
  },
  { programme: 'mastercard_disputes', ...MASTERCARD, fraud: false, items: 'mastercard_disputes' },
  { programme: 'mastercard_fraud', ...MASTERCARD, fraud: true, items: 'mastercard_fraud_disputes' },
]

/** Each account's standing in the month that holds the last day of the range, and the tier it is held in (X3 to X6). */
export async function networksOf(book: Book, { to }: Range) {
  if (book.slices.length > 0) return []
  const last = to < book.today ? to : book.today
  const parts = await forEachPart(book, async (part) => {
    const dollars = await loadRates('usd')
    const standings = []
    for (const programme of PROGRAMMES) {
      const months = []
      for (let back = HELD_MONTHS - 1; back > 0; back--)
        months.push(await standingIn(book, part, programme, addMonths(last, -back), dollars))
      const now = await standingIn(book, part, programme, last, dollars)
      const { month, paidIn, count, payments, ratio_bp, tier, limits } = now
      standings.push({
        account: part.account.accountId,
        programme: programme.programme,
        ...{ month, count, payments, ratio_bp, tier },
        held_tier: heldTier([...months, now].map((one) => one.tier)),
        limits: limits.map(({ limit, reached, light, further }) => ({
          ...{ tier: limit.tier, rule: limit.source, count: limit.count, ratio_bp: limit.ratio_bp },
          ...{ amount_usd: limit.amount_usd ?? null, reached, light, further },
        })),
        evidence: {
          count: evidenceLink({ ...book, parts: [part] }, programme.items, monthRange(month)),
          payments: evidenceLink({ ...book, parts: [part] }, programme.payments, paidIn),
        },
      })
    }
    return standings
  })
  return parts.flat()
}

/** The standing in the month that holds a day, of the account in scope. */
async function standingIn(
  book: Book,
  part: Part,
  { programme, network, fraud, before }: Programme,
  day: Day,
  dollars: Rates,
) {
  const month = day.slice(0, 7)
  const paidIn = monthRange(addMonths(`${month}-01`, -before).slice(0, 7))
  const warnings = programme === 'vamp' ? await warningsIn(book, part, monthRange(month)) : []
  const items = [
    ...countedBy({ ...OPENED, network, fraud }, await disputesIn(book, part, monthRange(month))),
    ...warnings.filter((one) => one.network === network),
  ]
  const { timeZone } = part.account.definitions
  const cents = items.map(({ amount, currency, created }) =>
    convert(amount, currency, dayOf(created, timeZone), dollars, 'usd'),
  )
  const payments = paid(book, part, paidIn, network)
  const standing = networkStanding({
    ...{ programme, month, region: networkRegion(programme, part.account.country) },
    count: items.length,
    payments: await ChargeModel.countDocuments(payments),
    amount_usd: cents.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    three_d_secure: await ChargeModel.countDocuments({ ...payments, ...SECURED }),
  })
  return { month, paidIn, ...standing }
}

const SECURED = {
  'object.payment_method_details.card.three_d_secure.result': trusted({
    $in: ['authenticated', 'attempt_acknowledged'],
  }),
}
