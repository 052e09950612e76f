import { DECLINES } from '../../domain/cards/declines'
import { testCardByNumber } from '../../domain/cards/test-cards'
import { closeDispute, escalate, lockedByDispute, openDispute } from '../../domain/disputes'
import { DISPUTE_REASONS } from '../../domain/dispute-reasons'
import { isClosed } from '../../domain/dispute-status'
import { capturedOf } from '../../domain/charges'
import { answerAuthentication } from '../../domain/payment-intents'
import { attachCard, methodsOf, newTestCard, setDefaultCard } from '../../domain/payment-methods'
import { failPayout } from '../../domain/payouts'
import { PAYOUT_FAILURES } from '../../domain/payout-failures'
import { failRefund } from '../../domain/refunds'
import { answerSetupAuthentication } from '../../domain/setup-intents'
import { invalid } from '../../http/errors'
import type { Params } from '../../http/params'
import type { Route } from '../../http/route'
import type { JsonObject } from '../../json'
import { renderDispute } from '../../render/dispute'
import { renderPayout } from '../../render/ledger'
import { renderPaymentIntent } from '../../render/payment-intent'
import { renderPaymentMethod } from '../../render/payment-method'
import { renderRefund } from '../../render/refund'
import { renderSetupIntent } from '../../render/setup-intent'
import type { Account } from '../../store/account'
import type { ChargeRecord } from '../../store/records'
import { fromPath, livingCustomer } from '../lookups'
import { declinedCard } from '../payment-problems'

/** Whether and how a customer's cards are declined from now on. */
function answerCards(account: Account, customer: string, code: string | null, times: number): JsonObject {
  const cards = methodsOf(account, customer)
  for (const card of cards) Object.assign(card, { decline: code, declines_left: times })
  return { customer, cards: cards.map(({ id }) => id), code }
}

function prepareDispute(account: Account, params: Params, charge: ChargeRecord): () => JsonObject {
  const reason = params.oneOf('reason', DISPUTE_REASONS) ?? 'fraudulent'
  const inquiry = params.boolean('inquiry') ?? false
  if (capturedOf(charge) === 0) throw invalid(`The charge ${charge.id} has taken no money.`)
  if (lockedByDispute(account, charge)) throw invalid(`The charge ${charge.id} is disputed already.`)
  return () => renderDispute(account, openDispute(account, charge, reason, inquiry))
}

/** What happens to payments from outside: cards that fail, disputes, banks that send money back. */
export const paymentCommands: Route[] = [
  {
    method: 'POST',
    path: '/_sandbox/customers/:id/decline',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, ids[0])
      const code = params.oneOf('code', Object.keys(DECLINES)) ?? 'generic_decline'
      const times = params.integer('times', 1) ?? Infinity
      if (methodsOf(account, customer.id).length === 0) {
        throw invalid(`The customer ${customer.id} has no card that could fail.`)
      }
      return () => answerCards(account, customer.id, code, times)
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/customers/:id/accept',
    answers: 'nothing',
    prepare({ account, ids }) {
      const customer = livingCustomer(account, ids[0])
      return () => answerCards(account, customer.id, null, 0)
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/customers/:id/dispute',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, ids[0])
      const paid = account.store.charges
        .withKey('customer', customer.id)
        .filter((one) => capturedOf(one) > 0 && !lockedByDispute(account, one))
      const charge = paid.at(-1)
      if (!charge) throw invalid(`The customer ${customer.id} has paid nothing that could be disputed.`)
      return prepareDispute(account, params, charge)
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/customers/:id/card',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, ids[0])
      const number = params.required('number').replaceAll(' ', '')
      const card = testCardByNumber(number)
      if (!card) throw invalid(`${number} is not one of Stripe's test cards.`, { param: 'number' })
      if (card.decline !== undefined && !card.saves) throw declinedCard(card.decline)
      return () => {
        const method = attachCard(account, customer, newTestCard(account, card))
        setDefaultCard(account, customer, method)
        return renderPaymentMethod(method)
      }
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/charges/:id/dispute',
    answers: 'nothing',
    prepare: ({ account, ids, params }) =>
      prepareDispute(account, params, fromPath(account.store.charges, 'charge', ids[0])),
  },
  {
    method: 'POST',
    path: '/_sandbox/disputes/:id/decide',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const dispute = fromPath(account.store.disputes, 'dispute', ids[0])
      const won = params.boolean('won') ?? params.missing('won')
      if (isClosed(dispute)) throw invalid('This dispute is already closed')
      return () => {
        if (!dispute.inquiry) closeDispute(account, dispute, won ? 'won' : 'lost')
        else if (won) closeDispute(account, dispute, 'warning_closed')
        else escalate(account, dispute)
        return renderDispute(account, dispute)
      }
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/payouts/:id/fail',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const payout = fromPath(account.store.payouts, 'payout', ids[0])
      const code = params.oneOf('failure_code', Object.keys(PAYOUT_FAILURES)) ?? 'account_closed'
      if (payout.status === 'failed' || payout.status === 'canceled') {
        throw invalid(`The payout ${payout.id} cannot fail: it is ${payout.status}.`)
      }
      return () => {
        failPayout(account, payout, code)
        return renderPayout(payout)
      }
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/refunds/:id/fail',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const refund = fromPath(account.store.refunds, 'refund', ids[0])
      const reasons = ['declined', 'expired_or_canceled_card', 'lost_or_stolen_card', 'unknown'] as const
      const reason = params.oneOf('failure_reason', reasons) ?? 'unknown'
      if (refund.status === 'failed') throw invalid(`The refund ${refund.id} has failed already.`)
      return () => {
        failRefund(account, refund, reason)
        return renderRefund(refund)
      }
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/payment_intents/:id/authenticate',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const intent = fromPath(account.store.paymentIntents, 'payment_intent', ids[0])
      const agrees = params.oneOf('outcome', ['succeed', 'fail']) !== 'fail'
      if (intent.status !== 'requires_action')
        throw invalid(`${intent.id} waits for nobody: it is ${intent.status}.`)
      return () => {
        answerAuthentication(account, intent, agrees)
        return renderPaymentIntent(account, intent)
      }
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/setup_intents/:id/authenticate',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const intent = fromPath(account.store.setupIntents, 'setup_intent', ids[0])
      const agrees = params.oneOf('outcome', ['succeed', 'fail']) !== 'fail'
      if (intent.status !== 'requires_action')
        throw invalid(`${intent.id} waits for nobody: it is ${intent.status}.`)
      return () => {
        answerSetupAuthentication(account, intent, agrees)
        return renderSetupIntent(account, intent)
      }
    },
  },
]
