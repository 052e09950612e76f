import type { Account } from '../store/account'
import { createPrice, createProduct } from '../domain/catalogue'

export type OfferKey = 'starter' | 'team' | 'business' | 'support' | 'usage'
export type Currency = 'usd' | 'eur' | 'jpy'

/** The price list that a customer signed up under, or was moved to. */
export type Edition = 'early' | 'current' | 'raised'

/** Which price list a figure is taken from. */
export interface Terms {
  currency: Currency
  yearly: boolean
  edition: Edition
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
  /** What it cost before the first price rise. */
  early?: number[]
  /** What it costs after a further one. */
  raised: number[]
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
    raised: [35],
  },
  team: {
    name: 'Team',
    description: 'Shared dashboards and alerts, by seat',
    unitLabel: 'seat',
    upTo: [],
    mode: 'flat',
    dollars: [16],
    early: [14],
    raised: [19],
  },
  business: {
    name: 'Business',
    description: 'Single sign-on, audit trail and roles, by seat with tiers',
    unitLabel: 'seat',
    upTo: [10, 50],
    mode: 'graduated',
    dollars: [30, 25, 20],
    raised: [36, 30, 24],
  },
  support: {
    name: 'Priority support',
    description: 'Answers within two hours, by seat',
    unitLabel: 'seat',
    upTo: [20],
    mode: 'volume',
    dollars: [6, 4],
    raised: [7, 5],
  },
  usage: {
    name: 'API calls',
    description: 'Thousands of calls beyond the plan',
    unitLabel: 'thousand calls',
    upTo: [],
    mode: 'metered',
    dollars: [0.4],
    raised: [0.5],
  },
}

/** Minor units per dollar of the list: round figures in each currency rather than today's rate. */
const PER_DOLLAR: Record<Currency, number> = { usd: 100, eur: 90, jpy: 150 }

/** A year costs ten months. */
const MONTHS_PER_YEAR_PRICE = 10

function unitAmounts(key: OfferKey, { currency, yearly, edition }: Terms): number[] {
  const offer = OFFERS[key]
  const dollars = edition === 'current' ? offer.dollars : (offer[edition] ?? offer.dollars)
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
  /** Makes the prices of a further price rise; from then on terms may name that edition. */
  raise(): void
}

const CURRENCIES: Currency[] = ['usd', 'eur', 'jpy']

/** Creates the products and prices in the account. */
export function createOffers(account: Account): PriceBook {
  const prices = new Map<string, string>()
  const products = new Map<OfferKey, string>()
  const nameOf = (key: OfferKey, { currency, yearly, edition }: Terms) => {
    const interval = yearly ? 'yearly' : 'monthly'
    return `${key}_${interval}_${currency}${edition === 'current' ? '' : `_${edition}`}`
  }
  const addEdition = (key: OfferKey, product: string, edition: Edition) => {
    for (const currency of CURRENCIES) {
      for (const yearly of OFFERS[key].mode === 'metered' ? [false] : [false, true]) {
        const terms = { currency, yearly, edition }
        const name = nameOf(key, terms)
        prices.set(name, createOfferPrice(account, key, product, terms, name))
      }
    }
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
    if (offer.early) addEdition(key, product.id, 'early')
    addEdition(key, product.id, 'current')
    product.default_price =
      prices.get(nameOf(key, { currency: 'usd', yearly: false, edition: 'current' })) ?? null
  }
  return {
    priceOf(key, terms) {
      const edition = terms.edition === 'early' && !OFFERS[key].early ? 'current' : terms.edition
      const yearly = OFFERS[key].mode === 'metered' ? false : terms.yearly
      const id = prices.get(nameOf(key, { ...terms, edition, yearly }))
      if (id === undefined) throw new Error(`No price for ${key}`)
      return id
    },
    productOf: (key) => products.get(key) ?? '',
    raise() {
      if (prices.has(nameOf('starter', { currency: 'usd', yearly: false, edition: 'raised' }))) return
      for (const key of OFFER_ORDER) addEdition(key, products.get(key) ?? '', 'raised')
    },
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
