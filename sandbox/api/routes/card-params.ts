import {
  brandOf,
  passesLuhn,
  testCardById,
  testCardByNumber,
  traitsOf,
  type TestCard,
} from '../domain/cards/test-cards'
import { createCard, newTestCard, type TestCardDetails } from '../domain/payment-methods'
import { invalid, missingParam, StripeProblem } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { BillingDetailsRecord, PaymentMethodRecord } from '../store/records'
import { declinedCard } from './payment-problems'

/** A card that a request names: one that is stored, or a test card, which becomes one when it is used. */
export interface NamedCard {
  id: string
  customer: string | null
  extras: PaymentMethodRecord['extras'] & object
  take(): PaymentMethodRecord
}

/** The card that an id names: a stored one, or one of Stripe's such as `pm_card_visa`. */
export function namedCard(
  account: Account,
  id: string,
  param: string,
  { inPath = false }: { inPath?: boolean } = {},
): NamedCard {
  const stored = account.store.paymentMethods.get(id)
  if (stored) {
    return { id, customer: stored.customer, extras: stored.extras ?? {}, take: () => stored }
  }
  const card = id.startsWith('pm_') && !account.live ? testCardById(id) : undefined
  if (card) return newCard(account, id, card, {})
  const problem = missingParam('PaymentMethod', id, param)
  throw inPath ? new StripeProblem({ ...problem.details, status: 404 }) : problem
}

function newCard(account: Account, id: string, card: TestCard, details: TestCardDetails): NamedCard {
  const extras = { number: card.number }
  return {
    id,
    customer: null,
    extras,
    take: () => createCard(account, newTestCard(account, card, details)),
  }
}

/** A card's owner's details; `undefined` where there are none. */
export function readBilling(
  params: Params,
  current?: BillingDetailsRecord,
): BillingDetailsRecord | undefined {
  const hash = params.hash('billing_details')
  if (!hash) return undefined
  const { address = null, email = null, name = null, phone = null } = current ?? {}
  const given = {
    address: hash.address('address'),
    email: hash.text('email'),
    name: hash.text('name'),
    phone: hash.text('phone'),
  }
  return {
    address: given.address === undefined ? address : given.address,
    email: given.email === undefined ? email : given.email,
    name: given.name === undefined ? name : given.name,
    phone: given.phone === undefined ? phone : given.phone,
  }
}

/** A card that is entered: the number of a test card with its expiry, or a token. */
export function readNewCard(account: Account, params: Params): NamedCard {
  const type = params.required('type')
  if (type !== 'card') {
    throw invalid(`The stand-in's account accepts cards only, not ${type}.`, { param: params.name('type') })
  }
  const hash = params.hash('card') ?? params.missing('card')
  const details = {
    billing: readBilling(params),
    allowRedisplay: params.oneOf('allow_redisplay', ['always', 'limited', 'unspecified']),
    metadata: params.metadata('metadata'),
  }
  const token = hash.filled('token')
  const known = {
    ...details,
    allowRedisplay: details.allowRedisplay === 'unspecified' ? undefined : details.allowRedisplay,
  }
  if (token !== undefined) {
    const card = token.startsWith('tok_') && !account.live ? testCardById(token) : undefined
    if (!card) throw missingParam('token', token, hash.name('token'))
    return newCard(account, token, card, known)
  }
  const card = readNumber(hash)
  const expiry = readExpiry(account, hash)
  readCvc(hash, card)
  return newCard(account, card.number, card, { ...known, expiry })
}

function readNumber(hash: Params): TestCard {
  const number = hash.required('number').replaceAll(/[\s-]/g, '')
  const param = hash.name('number')
  const card = testCardByNumber(number)
  if (card) return card
  const problem = { status: 402, type: 'card_error', param } as const
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    throw new StripeProblem({
      ...problem,
      code: 'incorrect_number',
      message: 'Your card number is incorrect.',
    })
  }
  throw new StripeProblem({
    ...problem,
    code: 'card_declined',
    message:
      'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
    extra: { decline_code: 'test_mode_live_card', advice_code: 'do_not_try_again' },
  })
}

/** A month and a year that are not over. */
export function readExpiry(
  account: Account,
  hash: Params,
  current?: PaymentMethodRecord,
): { month: number; year: number } {
  const month = hash.integer('exp_month') ?? current?.exp_month ?? hash.missing('exp_month')
  const given = hash.integer('exp_year') ?? current?.exp_year ?? hash.missing('exp_year')
  const year = given < 100 ? given + 2000 : given
  const now = new Date(account.now * 1000)
  const problem = { status: 402, type: 'card_error' } as const
  if (month < 1 || month > 12) {
    throw new StripeProblem({
      ...problem,
      code: 'invalid_expiry_month',
      message: "Your card's expiration month is invalid.",
      param: hash.name('exp_month'),
    })
  }
  const over = year < now.getUTCFullYear() || (year === now.getUTCFullYear() && month < now.getUTCMonth() + 1)
  if (over || year > now.getUTCFullYear() + 50) {
    throw new StripeProblem({
      ...problem,
      code: 'invalid_expiry_year',
      message: "Your card's expiration year is invalid.",
      param: hash.name('exp_year'),
    })
  }
  return { month, year }
}

function readCvc(hash: Params, { number }: TestCard): void {
  const cvc = hash.filled('cvc')
  const digits = brandOf(number) === 'amex' ? 4 : 3
  if (cvc === undefined || (/^\d+$/.test(cvc) && (cvc.length === 3 || cvc.length === digits))) return
  throw new StripeProblem({
    status: 402,
    type: 'card_error',
    code: 'invalid_cvc',
    message: "Your card's security code is invalid.",
    param: hash.name('cvc'),
  })
}

/** Refuses a card that cannot become a customer's: one that is another's, used up, or declined when it is checked. */
export function checkAttachable(card: NamedCard, customer: string): void {
  if (card.customer !== null && card.customer !== customer) {
    throw invalid('The payment method you provided has already been attached to a customer.')
  }
  checkUnspent(card)
  const traits = traitsOf(card)
  if (traits.decline !== undefined && !traits.saves) throw declinedCard(traits.decline)
}

/** Refuses a card that was used without a customer, or taken from one. */
export function checkUnspent({ extras }: NamedCard): void {
  if (!extras.spent) return
  throw invalid(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    { param: 'payment_method' },
  )
}
