import { createPrice, createProduct } from '../domain/catalogue'
import { priceAmount, timesDecimal } from '../domain/pricing'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { LineRecord, Metadata, PriceRecord } from '../store/records'
import { fromParam } from './lookups'
import { readAmount } from './prices'
import { readTaxRates } from './tax-rate-params'

type Priced = Pick<LineRecord, 'amount' | 'price' | 'product' | 'unit_amount_decimal' | 'quantity'>

/** What was said about a line. Prices that are made on the way are made when `pricing` is called. */
export interface WantedLine {
  pricing: (() => Priced) | undefined
  fields: Partial<
    Pick<
      LineRecord,
      'description' | 'discountable' | 'metadata' | 'period_start' | 'period_end' | 'tax_rates'
    >
  >
}

/** Reads a line that is to be billed once, or what changes of one. */
export function readLine(
  account: Account,
  params: Params,
  currency: string,
  current?: LineRecord,
  ways: readonly PricingWay[] = ITEM_PRICING,
): WantedLine {
  const fields: WantedLine['fields'] = {}
  const description = params.text('description')
  const discountable = params.boolean('discountable')
  const metadata: Metadata | undefined = params.metadata('metadata', current?.metadata)
  const period = params.hash('period')
  const taxRates = readTaxRates(account, params, 'tax_rates')
  if (description !== undefined) fields.description = description
  if (discountable !== undefined) fields.discountable = discountable
  if (metadata) fields.metadata = metadata
  if (period) {
    fields.period_start = period.instant('start') ?? period.missing('start')
    fields.period_end = period.instant('end') ?? period.missing('end')
    if (fields.period_end < fields.period_start) {
      throw invalid('The period must not end before it starts.', { param: params.name('period') })
    }
  }
  if (taxRates) fields.tax_rates = taxRates
  return { pricing: readPricing(account, params, currency, current, ways), fields }
}

type PricingWay = 'amount' | 'price' | 'pricing' | 'price_data' | 'unit_amount_decimal'

/** The ways in which invoice items, lines of a draft and items of a preview say what they cost. */
const ITEM_PRICING: PricingWay[] = ['amount', 'pricing', 'price_data', 'unit_amount_decimal']
export const LINE_PRICING: PricingWay[] = ['amount', 'pricing', 'price_data']
export const PREVIEW_PRICING: PricingWay[] = ['amount', 'price', 'price_data', 'unit_amount_decimal']

function readPricing(
  account: Account,
  params: Params,
  currency: string,
  current: LineRecord | undefined,
  ways: readonly PricingWay[],
): (() => Priced) | undefined {
  const given = ways.filter((key) => params.has(key))
  if (given.length > 1) {
    throw invalid(`You may only specify one of these parameters: ${given.join(', ')}.`, {
      code: 'parameters_exclusive',
    })
  }
  const wantedQuantity = params.integer('quantity', 0, 999_999_999)
  const quantity = wantedQuantity ?? current?.quantity ?? 1
  const amount = params.integer('amount')
  if (amount !== undefined && wantedQuantity !== undefined) {
    throw invalid('You may only specify one of these parameters: amount, quantity.', {
      code: 'parameters_exclusive',
    })
  }
  if (amount !== undefined) return () => plain(String(amount), 1)
  const unit = ways.includes('unit_amount_decimal') ? params.decimal('unit_amount_decimal') : undefined
  if (unit !== undefined) return () => plain(unit, quantity)
  const holder = ways.includes('price') ? params : params.hash('pricing')
  const id = holder?.filled('price')
  if (holder && id !== undefined) {
    const price = readOneTimePrice(account, id, holder.name('price'), currency)
    return () => priced(price, quantity)
  }
  const inline = params.hash('price_data')
  if (inline) {
    const makePrice = readInlinePrice(account, inline, currency)
    return () => priced(makePrice(), quantity)
  }
  if (wantedQuantity === undefined || !current) return undefined
  const price = account.store.prices.get(current.price ?? '')
  return () => (price ? priced(price, quantity) : plain(current.unit_amount_decimal ?? '0', quantity))
}

function plain(unit: string, quantity: number): Priced {
  const amount = timesDecimal(unit, quantity)
  return { amount, price: null, product: null, unit_amount_decimal: unit, quantity }
}

/** What a quantity of a price costs once. */
export function priced(price: PriceRecord, quantity: number): Priced {
  return {
    amount: priceAmount(price, quantity),
    price: price.id,
    product: price.product,
    unit_amount_decimal: price.unit_amount_decimal,
    quantity,
  }
}

/** A price that is paid once and fits the currency. */
export function readOneTimePrice(account: Account, id: string, param: string, currency: string): PriceRecord {
  const price = fromParam(account.store.prices, 'price', id, param)
  if (price.recurring) {
    throw invalid(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      { param },
    )
  }
  checkPrice(price, param, currency)
  return price
}

/** Refuses a price that is inactive or in another currency. */
export function checkPrice(price: PriceRecord, param: string, currency: string | null): void {
  if (!price.active) {
    throw invalid('The price specified is inactive. This field only accepts active prices.', {
      code: 'resource_missing',
      param,
    })
  }
  if (currency !== null && price.currency !== currency) {
    throw invalid(
      `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
      { param },
    )
  }
}

/** Reads a price that is described in place; the function returned makes it. Such prices are inactive. */
export function readInlinePrice(
  account: Account,
  params: Params,
  currency: string | null,
  recurring: PriceRecord['recurring'] = null,
): () => PriceRecord {
  const own = params.required('currency').toLowerCase()
  if (currency !== null && own !== currency) {
    throw invalid(`The currency \`${own}\` doesn't match the expected currency: \`${currency}\`.`, {
      param: params.name('currency'),
    })
  }
  const data = params.hash('product_data')
  const name = data?.required('name')
  const metadata = data?.metadata('metadata') ?? {}
  const productId = name === undefined ? params.required('product') : undefined
  const existing =
    productId === undefined
      ? undefined
      : fromParam(account.store.products, 'product', productId, params.name('product'))
  const unit = readAmount(params, 'unit_amount', 'unit_amount_decimal') ?? params.missing('unit_amount')
  const behavior = params.oneOf('tax_behavior', ['exclusive', 'inclusive', 'unspecified'])
  return () => {
    const product = existing ?? createProduct(account, { name: name ?? '', metadata })
    return createPrice(account, {
      product: product.id,
      currency: own,
      unit_amount_decimal: unit,
      active: false,
      recurring,
      ...(behavior ? { tax_behavior: behavior } : {}),
    })
  }
}
