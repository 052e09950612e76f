import type { FastifyInstance } from 'fastify'
import type { Engine } from '../engine/engine'
import { formatAmount } from '../engine/money'
import { clientSecretOf } from '../render/next-action'
import type { Account } from '../store/account'
import { AUTHENTICATION_PAGE } from './addresses'
import { escape, sendPage } from './html'
import type { Desk } from './pages'
import { refusalOf } from './refusal'

interface Asked {
  account: Account
  id: string
  kind: 'payment' | 'setup'
  status: string
  what: string
  returnUrl: string | null
}

/** The page of a cardholder's bank: who is sent there agrees to a payment, or does not. */
export function serveAuthentication(app: FastifyInstance, { engine, act }: Desk): void {
  type Named = { Params: { account: string; intent: string } }

  app.get<Named>(`${AUTHENTICATION_PAGE}/:account/:intent`, (request, reply) => {
    const asked = find(engine, request.params)
    if (!asked) return sendPage(reply, 'There is nothing to agree to', '', { status: 404 })
    if (asked.status !== 'requires_action') {
      return sendPage(
        reply,
        'This has been answered',
        `<p>${escape(asked.id)} is ${escape(asked.status)}.</p>`,
      )
    }
    const form =
      `<p>${escape(asked.what)}</p><form method="post" action="${escape(request.url)}">` +
      `<button name="outcome" value="succeed">Complete the authentication</button> ` +
      `<button name="outcome" value="fail">Fail it</button></form>`
    return sendPage(reply, 'Your bank asks: is it you?', form)
  })

  app.post<Named>(`${AUTHENTICATION_PAGE}/:account/:intent`, async (request, reply) => {
    const asked = find(engine, request.params)
    if (!asked) return sendPage(reply, 'There is nothing to agree to', '', { status: 404 })
    const form = typeof request.body === 'string' ? request.body : ''
    const path = `/_sandbox/${asked.kind}_intents/${asked.id}/authenticate`
    const refused = refusalOf(await act(asked.account, { method: 'POST', path, form }))
    if (refused !== null)
      return sendPage(reply, 'That did not work', `<p>${escape(refused)}</p>`, { status: 400 })
    const after = find(engine, request.params)
    if (asked.returnUrl !== null && URL.canParse(asked.returnUrl)) {
      return reply.redirect(returnTo(asked.returnUrl, asked, after?.status ?? ''), 303)
    }
    return sendPage(reply, 'Thank you', `<p>${escape(asked.id)} is ${escape(after?.status ?? '')}.</p>`)
  })
}

/** Where the shop wants its customer back, with what Stripe adds to the address. */
function returnTo(address: string, { id, kind }: Asked, status: string): string {
  const url = new URL(address)
  url.searchParams.set(`${kind}_intent`, id)
  url.searchParams.set(`${kind}_intent_client_secret`, clientSecretOf({ id }))
  url.searchParams.set('redirect_status', status === 'requires_payment_method' ? 'failed' : 'succeeded')
  return url.href
}

function find(engine: Engine, named: { account: string; intent: string }): Asked | undefined {
  for (const account of engine.accounts()) {
    if (account.id !== named.account) continue
    const payment = account.store.paymentIntents.get(named.intent)
    if (payment) {
      return {
        account,
        id: payment.id,
        kind: 'payment',
        status: payment.status,
        what: `A payment of ${formatAmount(payment.amount, payment.currency)}.`,
        returnUrl: payment.terms?.return_url ?? null,
      }
    }
    const setup = account.store.setupIntents.get(named.intent)
    if (setup) {
      const { id, status, return_url: returnUrl } = setup
      return {
        account,
        id,
        kind: 'setup',
        status,
        what: 'A card is to be saved for later payments.',
        returnUrl,
      }
    }
  }
  return undefined
}
