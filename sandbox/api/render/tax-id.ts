import type { JsonObject } from '../json'
import type { TaxIdRecord } from '../store/records'

/** The country of a number's type: `us_ein` is one of the United States, `eu_vat` says it in the number itself. */
function countryOf({ type, value }: TaxIdRecord): string | null {
  const country = type.slice(0, 2).toUpperCase()
  return country === 'EU' ? value.slice(0, 2) : country
}

/** A customer's tax id. Numbers of kinds that authorities can be asked about count as checked. */
export function renderTaxId(taxId: TaxIdRecord): JsonObject {
  const checked = ['eu_vat', 'gb_vat', 'au_abn'].includes(taxId.type)
  return {
    id: taxId.id,
    object: 'tax_id',
    country: countryOf(taxId),
    created: taxId.created,
    customer: taxId.customer,
    customer_account: null,
    livemode: false,
    owner: { customer: taxId.customer, customer_account: null, type: 'customer' },
    type: taxId.type,
    value: taxId.value,
    verification: {
      status: checked ? 'verified' : 'unavailable',
      verified_address: null,
      verified_name: null,
    },
  }
}
