import { leastCharge, MOST_CHARGE } from '../domain/least-charge'
import { formatAmount } from '../engine/money'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import { renderPaymentIntent } from '../render/payment-intent'
import type { Account } from '../store/account'
import type {
  CustomerRecord,
  PaymentIntentRecord,
  PaymentShippingRecord,
  PaymentTermsRecord,
} from '../store/records'
import { checkUnspent, namedCard, type NamedCard } from './card-params'
import { unexpectedState } from './payment-problems'

/** An amount to charge, within Stripe's limits. */
export function readAmount(params: Params, currency: string, key = 'amount'): number | undefined {
  const amount = params.integer(key)
  if (amount === undefined) return undefined
  const param = params.name(key)
  if (amount < 1) {
    throw invalid(
      'The amount must be greater than or equal to the minimum charge amount allowed for your account and the currency set (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).  If you want to save a Payment Method for future use without an immediate payment, use a Setup Intent instead: https://docs.stripe.com/payments/setup-intents',
      { code: 'parameter_invalid_integer', param },
    )
  }
  if (amount < leastCharge(currency)) {
    throw invalid(`Amount must be at least ${formatAmount(leastCharge(currency), currency)} ${currency}`, {
      code: 'amount_too_small',
      param,
    })
  }
  if (amount > MOST_CHARGE) {
    throw invalid(`Amount must be no more than ${formatAmount(MOST_CHARGE, currency)}`, {
      code: 'amount_too_large',
      param,
    })
  }
  return amount
}

/** Where goods are sent; null when it is unset. */
export function readShipping(params: Params): PaymentShippingRecord | null | undefined {
  const hash = params.hash('shipping')
  if (!hash) return params.has('shipping') ? null : undefined
  return {
    address: hash.address('address') ?? hash.missing('address'),
    name: hash.required('name'),
    phone: hash.text('phone') ?? null,
    carrier: hash.text('carrier') ?? null,
    tracking_number: hash.text('tracking_number') ?? null,
  }
}

const DESCRIPTOR = /[<>\\'"*]/

/** What a cardholder's statement says. */
export function readDescriptor(params: Params, key: 'statement_descriptor' | 'statement_descriptor_suffix') {
  const text = params.text(key, 22)
  if (typeof text === 'string' && (DESCRIPTOR.test(text) || !/[a-z]/i.test(text))) {
    throw invalid(
      `The statement descriptor must contain at least one letter and none of these characters: <, >, \\, ', ", *.`,
      { param: params.name(key) },
    )
  }
  return text
}

const NO_TERMS: PaymentTermsRecord = {
  capture_method: 'automatic_async',
  confirmation_method: 'automatic',
  automatic_payment_methods: { allow_redirects: 'always', enabled: true },
  setup_future_usage: null,
  request_three_d_secure: 'automatic',
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  shipping: null,
  transfer_group: null,
  customer_reference: null,
  order_reference: null,
  return_url: null,
}

/** The terms of a payment that a request sets or changes; `when` says which request. */
export function readTerms(
  params: Params,
  when: 'confirm' | 'create' | 'update',
  current: PaymentTermsRecord = NO_TERMS,
): PaymentTermsRecord {
  params.gone(
    'payment_method_types',
    'The `payment_method_types` parameter is no longer supported. Use `allowed_payment_method_types` or `excluded_payment_method_types`, or leave it out to offer the payment methods of your Dashboard.',
    'payment_method_types_no_longer_supported',
  )
  const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)
  const usage =
    params.text('setup_future_usage') === null
      ? null
      : params.oneOf('setup_future_usage', ['off_session', 'on_session'])
  const terms: PaymentTermsRecord = {
    ...current,
    capture_method: keep(
      params.oneOf('capture_method', ['automatic', 'automatic_async', 'manual']),
      current.capture_method,
    ),
    setup_future_usage: keep(usage, current.setup_future_usage),
    request_three_d_secure: keep(readThreeDSecure(params), current.request_three_d_secure),
    shipping: keep(readShipping(params), current.shipping),
  }
  if (when !== 'update') terms.return_url = keep(params.filled('return_url'), current.return_url)
  if (when === 'confirm') return terms
  terms.statement_descriptor = keep(
    readDescriptor(params, 'statement_descriptor'),
    current.statement_descriptor,
  )
  terms.statement_descriptor_suffix = keep(
    readDescriptor(params, 'statement_descriptor_suffix'),
    current.statement_descriptor_suffix,
  )
  terms.transfer_group = keep(params.text('transfer_group'), current.transfer_group)
  const details = params.hash('payment_details')
  terms.customer_reference = keep(details?.text('customer_reference', 25), current.customer_reference)
  terms.order_reference = keep(details?.text('order_reference', 25), current.order_reference)
  if (when === 'create') {
    terms.confirmation_method = params.oneOf('confirmation_method', ['automatic', 'manual']) ?? 'automatic'
    terms.automatic_payment_methods = readAutomaticMethods(params) ?? terms.automatic_payment_methods
  }
  return terms
}

/** Whether the cardholder shall be asked in any case. */
export function readThreeDSecure(params: Params): PaymentTermsRecord['request_three_d_secure'] | undefined {
  return params
    .hash('payment_method_options')
    ?.hash('card')
    ?.oneOf('request_three_d_secure', ['any', 'automatic', 'challenge'])
}

/** Which payment methods are offered; the stand-in's account has cards only. */
export function readAutomaticMethods(
  params: Params,
): PaymentTermsRecord['automatic_payment_methods'] | undefined {
  const hash = params.hash('automatic_payment_methods')
  if (!hash) return undefined
  const enabled = hash.boolean('enabled') ?? hash.missing('enabled')
  const allow_redirects = hash.oneOf('allow_redirects', ['always', 'never']) ?? 'always'
  return enabled ? { allow_redirects, enabled } : null
}

/** Whether the cardholder is away. */
export function readOffSession(params: Params): boolean {
  const value = params.filled('off_session')
  if (value === 'one_off' || value === 'recurring') return true
  return params.boolean('off_session') ?? false
}

/** The card that a payment names: a stored one, or a test card. */
export function readPaymentCard(account: Account, params: Params): NamedCard | undefined {
  const id = params.filled('payment_method')
  return id === undefined ? undefined : namedCard(account, id, 'payment_method')
}

/** Refuses a card that cannot pay for a customer, or without one. */
export function checkPayer(
  account: Account,
  card: NamedCard,
  customer: CustomerRecord | string | null | undefined,
  intent?: PaymentIntentRecord,
): void {
  const payer = typeof customer === 'string' ? customer : (customer?.id ?? null)
  const body = intent ? { payment_intent: renderPaymentIntent(account, intent) } : undefined
  const refuse = (message: string, code: string | null, param: string) =>
    body
      ? unexpectedState(message, body, { code, param })
      : invalid(message, { param, ...(code ? { code } : {}) })
  if (payer === null && card.customer !== null) {
    throw refuse(
      `The \`payment_method\` parameter supplied ${card.id} belongs to the Customer ${card.customer}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      'parameter_missing',
      'source',
    )
  }
  if (card.customer !== null && card.customer !== payer) {
    throw refuse(
      `The PaymentMethod ${card.id} does not belong to the Customer you supplied ${payer ?? ''}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
      null,
      'payment_method',
    )
  }
  checkUnspent(card)
}
