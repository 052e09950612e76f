import { createPrice, createProduct } from '../domain/catalogue'
import { priceEvents } from '../domain/events'
import { invalid, missingParam } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderPrice } from '../render/catalogue'
import type { Account } from '../store/account'
import type { PriceRecord, TierRecord } from '../store/records'
import { fromParam, fromPath, given } from './lookups'

const TAX_BEHAVIORS = ['exclusive', 'inclusive', 'unspecified'] as const

/** A currency code in lower case, which the stand-in must be able to convert. */
export function readCurrency(account: Account, params: Params, key = 'currency'): string | undefined {
  const currency = params.filled(key)?.toLowerCase()
  if (currency !== undefined) checkCurrency(account, currency, key)
  return currency
}

function checkCurrency(account: Account, currency: string, param: string): void {
  if (account.fx.knows(currency)) return
  throw invalid(
    `Invalid currency: ${currency}. The stand-in knows usd, eur, jpy, gbp, chf, sek, dkk, pln, cad, and aud.`,
    { param },
  )
}

/** Amounts in further currencies, such as `currency_options[eur][amount_off]`. */
export function readCurrencyOptions(
  account: Account,
  params: Params,
  amount: 'amount_off' | 'minimum_amount',
): Record<string, number> | undefined {
  const options = params.hash('currency_options')
  if (!options) return undefined
  return Object.fromEntries(
    options.keys().map((currency) => {
      checkCurrency(account, currency, options.name(currency))
      const option = options.hash(currency) ?? options.missing(currency)
      return [currency, option.integer(amount, 1) ?? option.missing(amount)]
    }),
  )
}

/** An amount given whole or as a decimal, but not both ways; null when it is not given. */
export function readAmount(params: Params, whole: string, decimal: string): string | null {
  const integer = params.integer(whole)
  const exact = params.decimal(decimal)
  if (integer !== undefined && exact !== undefined) {
    throw invalid(
      `You may only specify one of these parameters: ${params.name(whole)}, ${params.name(decimal)}.`,
      { code: 'parameters_exclusive' },
    )
  }
  return exact ?? (integer === undefined ? null : String(integer))
}

function readTiers(params: Params): TierRecord[] {
  const tiers = (params.hashes('tiers') ?? []).map((tier) => {
    const upTo = tier.required('up_to')
    return {
      up_to: upTo === 'inf' ? null : (tier.integer('up_to', 1) ?? null),
      unit_amount_decimal: readAmount(tier, 'unit_amount', 'unit_amount_decimal'),
      flat_amount_decimal: readAmount(tier, 'flat_amount', 'flat_amount_decimal'),
    }
  })
  if (tiers.length > 0 && tiers.at(-1)?.up_to !== null) {
    throw invalid('The last tier must have `up_to` set to `inf`.', { param: 'tiers' })
  }
  return tiers
}

function readRecurring(account: Account, params: Params): PriceRecord['recurring'] {
  const recurring = params.hash('recurring')
  if (!recurring) return null
  const usage = recurring.oneOf('usage_type', ['licensed', 'metered']) ?? 'licensed'
  const meter = recurring.filled('meter') ?? null
  if (usage === 'metered' && meter === null) recurring.missing('meter')
  if (meter !== null) checkMeter(account, meter, recurring.name('meter'))
  return {
    interval: recurring.oneOf('interval', ['day', 'week', 'month', 'year']) ?? recurring.missing('interval'),
    interval_count: recurring.integer('interval_count', 1, 1_095) ?? 1,
    usage_type: usage,
    meter,
    trial_period_days: recurring.integer('trial_period_days', 1) ?? null,
  }
}

/** A meter that is on, or one of the sample's, which count nothing but have prices. */
function checkMeter(account: Account, id: string, param: string): void {
  const meter = account.store.meters.get(id)
  if (meter?.status === 'active') return
  for (const price of account.store.prices.all()) if (!meter && price.recurring?.meter === id) return
  if (!meter) throw missingParam('meter', id, param)
  throw invalid(`The meter ${id} is inactive. This field only accepts active meters.`, { param })
}

function holderOf(account: Account, lookupKey: string | null | undefined): PriceRecord | undefined {
  if (lookupKey === null || lookupKey === undefined) return undefined
  for (const price of account.store.prices.all()) if (price.lookup_key === lookupKey) return price
  return undefined
}

/** Reads a lookup key; one that another price has must be transferred expressly. */
function readLookupKey(account: Account, params: Params, own?: PriceRecord) {
  const lookupKey = params.text('lookup_key', 200)
  const transfer = params.boolean('transfer_lookup_key') ?? false
  const holder = holderOf(account, lookupKey)
  if (holder && holder !== own && !transfer) {
    throw invalid(
      `A price (\`${holder.id}\`) already uses that lookup key. You can pass \`transfer_lookup_key=true\` to transfer the lookup key to this price.`,
      { param: 'lookup_key' },
    )
  }
  return { lookupKey, holder: holder === own ? undefined : holder }
}

function release(account: Account, holder: PriceRecord | undefined): void {
  if (!holder) return
  const changed = priceEvents.watch(account, holder)
  holder.lookup_key = null
  changed()
}

export const priceRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/prices',
    answers: 'list of price',
    prepare({ account, params }) {
      const active = params.boolean('active')
      const currency = params.filled('currency')
      const keys = params.words('lookup_keys')
      const type = params.oneOf('type', ['one_time', 'recurring'])
      const recurring = params.hash('recurring')
      const interval = recurring?.oneOf('interval', ['day', 'week', 'month', 'year'])
      const usage = recurring?.oneOf('usage_type', ['licensed', 'metered'])
      const meter = recurring?.filled('meter')
      const product = params.filled('product')
      return preparePage(
        params,
        { collection: account.store.prices, url: '/v1/prices', noun: 'price', render: renderPrice },
        {
          created: params.range('created') ?? {},
          by: product === undefined ? {} : { product },
          where: (one) =>
            (active === undefined || one.active === active) &&
            (currency === undefined || one.currency === currency) &&
            (!keys || (one.lookup_key !== null && keys.includes(one.lookup_key))) &&
            (type === undefined || (type === 'recurring') === (one.recurring !== null)) &&
            (interval === undefined || one.recurring?.interval === interval) &&
            (usage === undefined || one.recurring?.usage_type === usage) &&
            (meter === undefined || one.recurring?.meter === meter),
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/prices',
    answers: 'price',
    prepare({ account, params }) {
      const currency = readCurrency(account, params) ?? params.missing('currency')
      const scheme = params.oneOf('billing_scheme', ['per_unit', 'tiered']) ?? 'per_unit'
      const amount = readAmount(params, 'unit_amount', 'unit_amount_decimal')
      const tiersMode = params.oneOf('tiers_mode', ['graduated', 'volume']) ?? null
      const tiers = readTiers(params)
      const transform = params.hash('transform_quantity')
      if (scheme === 'per_unit' && amount === null) params.missing('unit_amount')
      if (scheme === 'tiered' && tiersMode === null) params.missing('tiers_mode')
      if (scheme === 'tiered' && tiers.length === 0) params.missing('tiers')
      const inline = params.hash('product_data')
      const productId = params.filled('product')
      if (!inline && productId === undefined) params.missing('product')
      const product =
        productId === undefined ? null : fromParam(account.store.products, 'product', productId, 'product')
      const inlineName = inline?.required('name') ?? ''
      const inlineMetadata = inline?.metadata('metadata') ?? {}
      const { lookupKey, holder } = readLookupKey(account, params)
      const fields = {
        currency,
        billing_scheme: scheme,
        unit_amount_decimal: scheme === 'tiered' ? null : amount,
        tiers_mode: scheme === 'tiered' ? tiersMode : null,
        tiers,
        transform_quantity: transform
          ? {
              divide_by: transform.integer('divide_by', 1) ?? transform.missing('divide_by'),
              round: transform.oneOf('round', ['up', 'down']) ?? transform.missing('round'),
            }
          : null,
        tax_behavior: params.oneOf('tax_behavior', TAX_BEHAVIORS) ?? 'unspecified',
        recurring: readRecurring(account, params),
        nickname: params.text('nickname') ?? null,
        metadata: params.metadata('metadata') ?? {},
        active: params.boolean('active') ?? true,
        lookup_key: lookupKey ?? null,
      }
      return () => {
        release(account, holder)
        const target = product ?? createProduct(account, { name: inlineName, metadata: inlineMetadata })
        return renderPrice(createPrice(account, { ...fields, product: target.id }))
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/prices/:id',
    answers: 'price',
    prepare({ account, ids }) {
      const price = fromPath(account.store.prices, 'price', ids[0])
      return () => renderPrice(price)
    },
  },
  {
    method: 'POST',
    path: '/v1/prices/:id',
    answers: 'price',
    prepare({ account, ids, params }) {
      const price = fromPath(account.store.prices, 'price', ids[0])
      const { lookupKey, holder } = readLookupKey(account, params, price)
      const fields = given<
        Pick<PriceRecord, 'active' | 'lookup_key' | 'metadata' | 'nickname' | 'tax_behavior'>
      >({
        active: params.boolean('active'),
        lookup_key: lookupKey,
        metadata: params.metadata('metadata', price.metadata),
        nickname: params.text('nickname'),
        tax_behavior: params.oneOf('tax_behavior', TAX_BEHAVIORS),
      })
      return () => {
        release(account, holder)
        const changed = priceEvents.watch(account, price)
        Object.assign(price, fields)
        changed()
        return renderPrice(price)
      }
    },
  },
]
