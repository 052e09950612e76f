import type { Account } from '../store/account'
import { createPrice, createProduct } from '../domain/catalogue'

export type OfferKey = 'starter' | 'team' | 'business' | 'support' | 'usage'
export type Currency = 'usd' | 'eur' | 'jpy'

/** Which price list a figure is taken from. */
export interface Terms {
  currency: Currency
  yearly: boolean
  edition: 'early' | 'current'
}

interface Offer {
  name: string
  description: string
  unitLabel: string | null
  /** Upper ends of the tiers; the last is open. One tier means a plain price. */
  upTo: number[]
  mode: 'flat' | 'graduated' | 'volume' | 'metered'
  /** Dollars a month, one figure per tier. */
  dollars: number[]
  /** What it cost before the price rise. */
  early?: number[]
}

const OFFERS: Record<OfferKey, Offer> = {
  starter: {
    name: 'Starter',
    description: 'Dashboards for one team',
    unitLabel: null,
    upTo: [],
    mode: 'flat',
    dollars: [29],
    early: [24],
  },
  team: {
    name: 'Team',
    description: 'Shared dashboards and alerts, by seat',
    unitLabel: 'seat',
    upTo: [],
    mode: 'flat',
    dollars: [16],
    early: [14],
  },
  business: {
    name: 'Business',
    description: 'Single sign-on, audit trail and roles, by seat with tiers',
    unitLabel: 'seat',
    upTo: [10, 50],
    mode: 'graduated',
    dollars: [30, 25, 20],
  },
  support: {
    name: 'Priority support',
    description: 'Answers within two hours, by seat',
    unitLabel: 'seat',
    upTo: [20],
    mode: 'volume',
    dollars: [6, 4],
  },
  usage: {
    name: 'API calls',
    description: 'Thousands of calls beyond the plan',
    unitLabel: 'thousand calls',
    upTo: [],
    mode: 'metered',
    dollars: [0.4],
  },
}

/** Minor units per dollar of the list: round figures in each currency rather than today's rate. */
const PER_DOLLAR: Record<Currency, number> = { usd: 100, eur: 90, jpy: 150 }

/** A year costs ten months. */
const MONTHS_PER_YEAR_PRICE = 10

function unitAmounts(key: OfferKey, { currency, yearly, edition }: Terms): number[] {
  const offer = OFFERS[key]
  const dollars = edition === 'early' ? (offer.early ?? offer.dollars) : offer.dollars
  const months = yearly && offer.mode !== 'metered' ? MONTHS_PER_YEAR_PRICE : 1
  return dollars.map((dollar) => Math.round(dollar * PER_DOLLAR[currency]) * months)
}

/** What a number of seats costs for a period by the list, without any discount. Use is no contract: 0. */
export function listAmount(key: OfferKey, terms: Terms, seats: number): number {
  const { mode, upTo } = OFFERS[key]
  const units = unitAmounts(key, terms)
  const first = units[0] ?? 0
  if (mode === 'metered') return 0
  if (mode === 'flat') return first * seats
  if (mode === 'volume') return seats * (units[upTo.filter((end) => seats > end).length] ?? first)
  return units.reduce((sum, unit, tier) => {
    const below = tier === 0 ? 0 : (upTo[tier - 1] ?? 0)
    return sum + unit * Math.max(Math.min(seats, upTo[tier] ?? Infinity) - below, 0)
  }, 0)
}

/** The ids of the prices that stand for each offer and its terms. */
export interface PriceBook {
  priceOf(key: OfferKey, terms: Terms): string
  productOf(key: OfferKey): string
}

const CURRENCIES: Currency[] = ['usd', 'eur', 'jpy']

/** Creates the products and prices in the account. */
export function createOffers(account: Account): PriceBook {
  const prices = new Map<string, string>()
  const products = new Map<OfferKey, string>()
  const nameOf = (key: OfferKey, { currency, yearly, edition }: Terms) => {
    const interval = yearly ? 'yearly' : 'monthly'
    return `${key}_${interval}_${currency}${edition === 'early' ? '_early' : ''}`
  }
  for (const key of OFFER_ORDER) {
    const offer = OFFERS[key]
    const product = createProduct(account, {
      name: offer.name,
      description: offer.description,
      unit_label: offer.unitLabel,
      metadata: { plan: key },
    })
    products.set(key, product.id)
    const editions: Terms['edition'][] = offer.early ? ['early', 'current'] : ['current']
    for (const edition of editions) {
      for (const currency of CURRENCIES) {
        for (const yearly of offer.mode === 'metered' ? [false] : [false, true]) {
          const terms = { currency, yearly, edition }
          const name = nameOf(key, terms)
          prices.set(name, createOfferPrice(account, key, product.id, terms, name))
        }
      }
    }
    product.default_price =
      prices.get(nameOf(key, { currency: 'usd', yearly: false, edition: 'current' })) ?? null
  }
  return {
    priceOf(key, terms) {
      const edition = OFFERS[key].early ? terms.edition : 'current'
      const yearly = OFFERS[key].mode === 'metered' ? false : terms.yearly
      const id = prices.get(nameOf(key, { ...terms, edition, yearly }))
      if (id === undefined) throw new Error(`No price for ${key}`)
      return id
    },
    productOf: (key) => products.get(key) ?? '',
  }
}

const OFFER_ORDER: OfferKey[] = ['starter', 'team', 'business', 'support', 'usage']

function createOfferPrice(
  account: Account,
  key: OfferKey,
  product: string,
  terms: Terms,
  lookupKey: string,
): string {
  const offer = OFFERS[key]
  const units = unitAmounts(key, terms)
  const tiered = offer.upTo.length > 0
  const { id } = createPrice(account, {
    product,
    currency: terms.currency,
    lookup_key: lookupKey,
    nickname: `${offer.name} ${terms.yearly ? 'yearly' : 'monthly'}`,
    billing_scheme: tiered ? 'tiered' : 'per_unit',
    unit_amount_decimal: tiered ? null : String(units[0] ?? 0),
    tiers_mode: offer.mode === 'graduated' || offer.mode === 'volume' ? offer.mode : null,
    tiers: tiered
      ? units.map((unit, tier) => ({
          up_to: offer.upTo[tier] ?? null,
          unit_amount_decimal: String(unit),
          flat_amount_decimal: null,
        }))
      : [],
    recurring: {
      interval: terms.yearly ? 'year' : 'month',
      interval_count: 1,
      usage_type: offer.mode === 'metered' ? 'metered' : 'licensed',
      meter: offer.mode === 'metered' ? `mtr_test_${account.ids.token(20)}` : null,
      trial_period_days: null,
    },
  })
  return id
}
