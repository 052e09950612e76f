import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import { DAY } from '../engine/calendar'
import type { Account } from '../store/account'
import type { CustomerRecord, InvoiceRecord } from '../store/records'
import { fromParam } from './lookups'
import { readTaxRates } from './tax-rate-params'

const LONGEST_DELAY = 5 * 366 * DAY
const METHODS = ['charge_automatically', 'send_invoice'] as const

/** A payment method that belongs to the customer; null when it is unset. */
export function readMethod(
  account: Account,
  params: Params,
  customer: CustomerRecord,
  key = 'default_payment_method',
): string | null | undefined {
  const id = params.text(key)
  if (id === undefined || id === null) return id
  const method = fromParam(account.store.paymentMethods, 'PaymentMethod', id, key)
  if (method.customer === customer.id) return method.id
  throw invalid(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: params.name(key) },
  )
}

/** How an invoice or a subscription is collected, and when what is sent is due. */
export function readCollection(params: Params, customer: CustomerRecord, current = 'charge_automatically') {
  const collection_method = params.oneOf('collection_method', METHODS)
  const effective = collection_method ?? current
  const days = params.integer('days_until_due', 0, 3_650)
  if (days !== undefined && effective !== 'send_invoice') {
    throw invalid('`days_until_due` can only be set when `collection_method` is `send_invoice`.', {
      param: 'days_until_due',
    })
  }
  if (collection_method === 'send_invoice' && (customer.email ?? '') === '') {
    throw invalid(
      'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
      { param: 'collection_method' },
    )
  }
  return { collection_method, days }
}

function readDue(account: Account, params: Params, customer: CustomerRecord, current?: InvoiceRecord) {
  const { collection_method, days } = readCollection(params, customer, current?.collection_method)
  const at = params.instant('due_date')
  const sends = (collection_method ?? current?.collection_method) === 'send_invoice'
  if (at !== undefined && !sends) {
    throw invalid('`due_date` can only be set when `collection_method` is `send_invoice`.', {
      param: 'due_date',
    })
  }
  if (at !== undefined && days !== undefined) {
    throw invalid('You may only specify one of these parameters: days_until_due, due_date.', {
      code: 'parameters_exclusive',
    })
  }
  if (at !== undefined && at <= account.now) {
    throw invalid('Invalid due_date: must be in the future.', { param: 'due_date' })
  }
  if (sends && at === undefined && days === undefined && (current?.due_date ?? null) === null) {
    throw invalid(
      'If `collection_method=send_invoice`, you must pass either `due_date` or `days_until_due`.',
      { code: 'parameter_missing', param: 'days_until_due' },
    )
  }
  const base = current?.created ?? account.now
  const due_date = at ?? (days === undefined ? undefined : base + days * DAY)
  return {
    ...(collection_method ? { collection_method } : {}),
    ...(due_date === undefined ? {} : { due_date }),
    ...(collection_method === 'charge_automatically' ? { due_date: null } : {}),
  }
}

/** At most four fields of the merchant's own. */
function readCustomFields(params: Params): InvoiceRecord['custom_fields'] | undefined {
  const given = params.hashes('custom_fields')
  if (given === undefined) return undefined
  if (given && given.length > 4) {
    throw invalid('You can specify at most 4 custom fields.', { param: 'custom_fields' })
  }
  return (given ?? []).map((field) => ({ name: field.required('name'), value: field.required('value') }))
}

/** Whether a draft finalises itself, and when. */
function readAdvance(account: Account, params: Params, current?: InvoiceRecord): Partial<InvoiceRecord> {
  const at = params.instant('automatically_finalizes_at')
  const advances = params.boolean('auto_advance') ?? (at === undefined ? undefined : true)
  if (at !== undefined && (at <= account.now || at > account.now + LONGEST_DELAY)) {
    throw invalid('automatically_finalizes_at must be in the future, at most five years from now.', {
      param: 'automatically_finalizes_at',
    })
  }
  if (advances === undefined) return {}
  if (!advances) {
    return { auto_advance: false, automatically_finalizes_at: null, next_payment_attempt: null }
  }
  const finalizes = at ?? current?.automatically_finalizes_at ?? account.now + 3_600
  return {
    auto_advance: true,
    ...(current && current.status !== 'draft' ? {} : { automatically_finalizes_at: finalizes }),
  }
}

/** The fields of a draft that a request may set. */
export function readInvoiceFields(
  account: Account,
  params: Params,
  customer: CustomerRecord,
  current?: InvoiceRecord,
): Partial<InvoiceRecord> {
  const fields: Partial<InvoiceRecord> = {
    ...readDue(account, params, customer, current),
    ...readAdvance(account, params, current),
  }
  const description = params.text('description', 1_500)
  const footer = params.text('footer', 5_000)
  const descriptor = params.text('statement_descriptor', 22)
  const number = params.text('number', 26)
  const effective = params.text('effective_at') === null ? null : params.instant('effective_at')
  const metadata = params.metadata('metadata', current?.metadata)
  const customFields = readCustomFields(params)
  const method = readMethod(account, params, customer)
  const rates = readTaxRates(account, params, 'default_tax_rates')
  if (description !== undefined) fields.description = description
  if (footer !== undefined) fields.footer = footer
  if (descriptor !== undefined) fields.statement_descriptor = descriptor
  if (number !== undefined) fields.number = number
  if (effective !== undefined) fields.effective_at = effective
  if (metadata) fields.metadata = metadata
  if (customFields) fields.custom_fields = customFields
  if (method !== undefined) fields.default_payment_method = method
  if (rates) fields.default_tax_rates = rates
  return fields
}
