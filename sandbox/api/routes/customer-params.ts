import type { CustomerFields } from '../domain/customers'
import { customersOf } from '../domain/test-clocks'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { CustomerExtrasRecord, CustomerRecord, ShippingRecord, TaxIdRecord } from '../store/records'
import { fromParam, given } from './lookups'

/** What a request says of a customer. */
export function readFields(params: Params, current?: CustomerRecord): CustomerFields {
  const locales = params.words('preferred_locales')
  const extras = readExtras(params)
  const exempt = params.text('tax_exempt')
  return given<CustomerFields>({
    name: params.text('name', 256),
    email: readEmail(params),
    phone: params.text('phone', 20),
    description: params.text('description'),
    address: params.address('address'),
    shipping: readShipping(params),
    metadata: params.metadata('metadata', current?.metadata),
    preferred_locales: locales === null ? [] : locales,
    tax_exempt: exempt === null ? 'none' : params.oneOf('tax_exempt', ['none', 'exempt', 'reverse']),
    balance: params.integer('balance'),
    invoice_prefix: readPrefix(params),
    next_invoice_sequence: readSequence(params, current),
    extras: Object.keys(extras).length > 0 ? { ...current?.extras, ...extras } : undefined,
  })
}

/** An e-mail address; null when it is unset. */
export function readEmail(params: Params): string | null | undefined {
  const email = params.text('email', 512)
  if (typeof email === 'string' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    throw invalid(`Invalid email address: ${email}`, { code: 'email_invalid', param: 'email' })
  }
  return email
}

function readShipping(params: Params): ShippingRecord | null | undefined {
  const shipping = params.hash('shipping')
  if (!shipping) return params.has('shipping') ? null : undefined
  return {
    address: shipping.address('address') ?? shipping.missing('address'),
    name: shipping.required('name'),
    phone: shipping.text('phone') ?? null,
  }
}

function readPrefix(params: Params): string | undefined {
  const prefix = params.filled('invoice_prefix')
  if (prefix === undefined || /^[A-Z0-9]{3,12}$/.test(prefix)) return prefix
  throw invalid('The invoice prefix must be 3 to 12 uppercase letters or numbers.', {
    param: 'invoice_prefix',
  })
}

function readSequence(params: Params, current?: CustomerRecord): number | undefined {
  const sequence = params.integer('next_invoice_sequence', 1)
  if (sequence !== undefined && current && sequence < current.next_invoice_sequence) {
    throw invalid(
      `The next invoice sequence must be at least ${current.next_invoice_sequence}: numbers below it are taken.`,
      { param: 'next_invoice_sequence' },
    )
  }
  return sequence
}

const FIELDS_ON_INVOICE = 4

function readExtras(params: Params): Partial<CustomerExtrasRecord> {
  const settings = params.hash('invoice_settings')
  const rendering = settings?.hash('rendering_options')
  const fields = settings?.hashes('custom_fields')
  if (settings && fields && fields.length > FIELDS_ON_INVOICE) {
    throw invalid(`You can only have up to ${FIELDS_ON_INVOICE} custom fields.`, {
      param: settings.name('custom_fields'),
    })
  }
  return given<CustomerExtrasRecord>({
    business_name: params.text('business_name', 150),
    individual_name: params.text('individual_name', 150),
    footer: settings?.text('footer'),
    custom_fields:
      fields?.map((field) => ({
        name: field.filled('name', 40) ?? field.missing('name'),
        value: field.filled('value', 140) ?? field.missing('value'),
      })) ?? (fields === null ? null : undefined),
    amount_tax_display:
      rendering?.text('amount_tax_display') === null
        ? null
        : rendering?.oneOf('amount_tax_display', ['exclude_tax', 'include_inclusive_tax']),
  })
}

const CUSTOMERS_PER_CLOCK = 3

/** The test clock that a new customer shall live by. */
export function readTestClock(account: Account, params: Params): string | null {
  const id = params.filled('test_clock')
  if (id === undefined) return null
  const clock = fromParam(account.store.testClocks, 'test clock', id, 'test_clock')
  if (customersOf(account, clock).length >= CUSTOMERS_PER_CLOCK) {
    throw invalid(`A test clock can have at most ${CUSTOMERS_PER_CLOCK} customers.`, {
      param: 'test_clock',
    })
  }
  return clock.id
}

/** How numbers of some kinds look. Source: docs.stripe.com/billing/customer/tax-ids. */
const SHAPES: Record<string, RegExp> = {
  au_abn: /^\d{11}$/,
  br_cnpj: /^\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}$/,
  ca_bn: /^\d{9}$/,
  ca_gst_hst: /^\d{9}RT\d{4}$/,
  ch_vat: /^CHE-?\d{3}\.?\d{3}\.?\d{3} ?(MWST|TVA|IVA)$/,
  eu_vat:
    /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[A-Z0-9+*]{2,13}$/,
  gb_vat: /^(GB|XI)(\d{9}|\d{12}|(GD|HA)\d{3})$/,
  in_gst: /^\d{2}[A-Z0-9]{13}$/,
  jp_cn: /^\d{13}$/,
  jp_rn: /^\d{5}$/,
  no_vat: /^\d{9}MVA$/,
  nz_gst: /^\d{8,9}$/,
  sg_uen: /^[A-Z0-9]{9,10}$/,
  us_ein: /^\d{2}-?\d{7}$/,
}

/** A tax id of one of the kinds that the stand-in knows. */
export function readTaxId(params: Params): Pick<TaxIdRecord, 'type' | 'value'> {
  const type = params.oneOf('type', Object.keys(SHAPES)) ?? params.missing('type')
  const value = params.required('value')
  if (SHAPES[type]?.test(value)) return { type, value }
  throw invalid(`Invalid value for ${type}.`, { code: 'tax_id_invalid', param: params.name('value') })
}
