import { cancelSetup, confirmSetup, createSetupIntent } from '../domain/setup-intents'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderSetupIntent } from '../render/setup-intent'
import type { Account } from '../store/account'
import type { PaymentMethodRecord, SetupIntentRecord } from '../store/records'
import { checkUnspent, namedCard, type NamedCard } from './card-params'
import { filters, fromPath, livingCustomer } from './lookups'
import { readAutomaticMethods, readPaymentCard, readThreeDSecure } from './payment-intent-params'
import { setupProblem, unexpectedState } from './payment-problems'

function intentOf({ store }: Account, ids: string[]): SetupIntentRecord {
  return fromPath(store.setupIntents, 'setupintent', ids[0], 'intent')
}

function readCard(account: Account, params: Params, customer: string | null): NamedCard | undefined {
  params.gone(
    'payment_method_types',
    'The `payment_method_types` parameter is no longer supported. Use `allowed_payment_method_types` or `excluded_payment_method_types`, or leave it out to offer the payment methods of your Dashboard.',
    'payment_method_types_no_longer_supported',
  )
  const card = readPaymentCard(account, params)
  if (card) checkCard(card, customer)
  return card
}

function checkCard(card: NamedCard, customer: string | null): void {
  if (card.customer !== null && card.customer !== customer) {
    throw invalid(
      customer === null
        ? `The payment method supplied (${card.id}) belongs to a different Customer. Please include the Customer in the \`customer\` parameter on the SetupIntent.`
        : `The payment method ${card.id} does not belong to the Customer you supplied ${customer}.`,
      { param: 'payment_method' },
    )
  }
  checkUnspent(card)
}

function confirm(account: Account, intent: SetupIntentRecord, method: PaymentMethodRecord): JsonObject {
  if (confirmSetup(account, intent, method) === 'failed') throw setupProblem(account, intent)
  return renderSetupIntent(account, intent)
}

function prepareCreate(account: Account, params: Params): () => JsonObject {
  const id = params.filled('customer')
  const customer = id === undefined ? null : livingCustomer(account, id, { param: 'customer' }).id
  const card = readCard(account, params, customer)
  const confirms = params.boolean('confirm') ?? false
  const methods = readAutomaticMethods(params)
  const fields = {
    customer,
    description: params.text('description') ?? null,
    metadata: params.metadata('metadata') ?? {},
    usage: params.oneOf('usage', ['off_session', 'on_session']) ?? ('off_session' as const),
    automatic_payment_methods:
      methods === undefined ? { allow_redirects: 'always' as const, enabled: true } : methods,
    request_three_d_secure: readThreeDSecure(params) ?? ('automatic' as const),
    return_url: params.filled('return_url') ?? null,
  }
  if (confirms && !card) params.missing('payment_method')
  return () => {
    const method = card?.take()
    const intent = createSetupIntent(account, { ...fields, payment_method: method?.id ?? null })
    return confirms && method ? confirm(account, intent, method) : renderSetupIntent(account, intent)
  }
}

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action']

function prepareUpdate(account: Account, params: Params, intent: SetupIntentRecord): () => JsonObject {
  const id = params.filled('customer')
  const customer = id === undefined ? intent.customer : livingCustomer(account, id, { param: 'customer' }).id
  const card = readCard(account, params, customer)
  const description = params.text('description')
  const metadata = params.metadata('metadata', intent.metadata)
  if ((card || id !== undefined) && !OPEN.includes(intent.status)) {
    throw unexpectedState(
      `You cannot update this SetupIntent's ${card ? 'payment_method' : 'customer'} because it has a status of ${intent.status}.`,
      { setup_intent: renderSetupIntent(account, intent) },
    )
  }
  return () => {
    intent.customer = customer
    if (description !== undefined) intent.description = description
    if (metadata) intent.metadata = metadata
    if (card) Object.assign(intent, { payment_method: card.take().id, status: 'requires_confirmation' })
    return renderSetupIntent(account, intent)
  }
}

function prepareConfirm(account: Account, params: Params, intent: SetupIntentRecord): () => JsonObject {
  const body = { setup_intent: renderSetupIntent(account, intent) }
  const given = readCard(account, params, intent.customer)
  const returnUrl = params.filled('return_url')
  if (!OPEN.includes(intent.status)) {
    throw unexpectedState(
      intent.status === 'succeeded'
        ? 'You cannot confirm this SetupIntent because it has already succeeded.'
        : `You cannot confirm this SetupIntent because it has a status of ${intent.status}.`,
      body,
    )
  }
  const stored = intent.payment_method
  const card = given ?? (stored === null ? undefined : namedCard(account, stored, 'payment_method'))
  if (!card) {
    throw unexpectedState(
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
      body,
    )
  }
  return () => {
    if (returnUrl !== undefined) intent.return_url = returnUrl
    return confirm(account, intent, card.take())
  }
}

function prepareCancel(account: Account, params: Params, intent: SetupIntentRecord): () => JsonObject {
  const reason =
    params.oneOf('cancellation_reason', ['abandoned', 'duplicate', 'requested_by_customer']) ?? null
  if (!OPEN.includes(intent.status)) {
    throw unexpectedState(
      `You cannot cancel this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the following statuses may be canceled: \`requires_payment_method\`, \`requires_confirmation\`, or \`requires_action\`.`,
      { setup_intent: renderSetupIntent(account, intent) },
    )
  }
  return () => {
    cancelSetup(account, intent, reason)
    return renderSetupIntent(account, intent)
  }
}

export const setupIntentRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/setup_intents',
    answers: 'list of setup_intent',
    prepare({ account, params }) {
      const method = params.filled('payment_method')
      return preparePage(
        params,
        {
          collection: account.store.setupIntents,
          url: '/v1/setup_intents',
          noun: 'setup_intent',
          render: (one) => renderSetupIntent(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: filters(params, 'customer'),
          where: (one) => method === undefined || one.payment_method === method,
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/setup_intents',
    answers: 'setup_intent',
    prepare: ({ account, params }) => prepareCreate(account, params),
  },
  {
    method: 'GET',
    path: '/v1/setup_intents/:id',
    answers: 'setup_intent',
    prepare({ account, ids }) {
      const intent = intentOf(account, ids)
      return () => renderSetupIntent(account, intent)
    },
  },
  {
    method: 'POST',
    path: '/v1/setup_intents/:id',
    answers: 'setup_intent',
    prepare: ({ account, ids, params }) => prepareUpdate(account, params, intentOf(account, ids)),
  },
  {
    method: 'POST',
    path: '/v1/setup_intents/:id/confirm',
    answers: 'setup_intent',
    prepare: ({ account, ids, params }) => prepareConfirm(account, params, intentOf(account, ids)),
  },
  {
    method: 'POST',
    path: '/v1/setup_intents/:id/cancel',
    answers: 'setup_intent',
    prepare: ({ account, ids, params }) => prepareCancel(account, params, intentOf(account, ids)),
  },
]
