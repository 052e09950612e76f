import type { Json, JsonObject } from '../json'
import type { Account } from '../store/account'
import type { TaxAmount, TaxRateRecord } from '../store/records'

export function renderTaxRate(rate: TaxRateRecord): JsonObject {
  return {
    id: rate.id,
    object: 'tax_rate',
    active: rate.active,
    country: rate.country,
    created: rate.created,
    description: rate.description,
    display_name: rate.display_name,
    effective_percentage: rate.percentage,
    flat_amount: null,
    inclusive: rate.inclusive,
    jurisdiction: rate.jurisdiction,
    jurisdiction_level: null,
    livemode: false,
    metadata: { ...rate.metadata },
    percentage: rate.percentage,
    rate_type: 'percentage',
    state: rate.state,
    tax_type: rate.tax_type,
  }
}

/** The whole tax rates of the given ids. */
export function renderTaxRates({ store }: Account, ids: readonly string[] = []): Json[] {
  return ids.flatMap((id) => {
    const rate = store.taxRates.get(id)
    return rate ? [renderTaxRate(rate)] : []
  })
}

/** Taxes of a line, an invoice or a credit note. */
export function renderTaxes(taxes: readonly TaxAmount[] = []): Json[] {
  return taxes.map(({ amount, behavior, rate, reason, taxable_amount }) => ({
    amount,
    tax_behavior: behavior,
    tax_rate_details: { tax_rate: rate },
    taxability_reason: reason,
    taxable_amount,
    type: 'tax_rate_details',
  }))
}
