import type { FastifyInstance, FastifyReply } from 'fastify'
import { methodsOf } from '../domain/payment-methods'
import { isOpenSession } from '../domain/portal'
import { hasEnded } from '../domain/subscription-end'
import { utcDay } from '../engine/calendar'
import type { Engine } from '../engine/engine'
import { formatAmount } from '../engine/money'
import type { Account } from '../store/account'
import type {
  CustomerRecord,
  PortalConfigurationRecord,
  PortalSessionRecord,
  SubscriptionRecord,
} from '../store/records'
import { PORTAL_PAGE } from './addresses'
import { escape, sendPage } from './html'
import type { Desk } from './pages'
import { refusalOf } from './refusal'

interface Visit {
  account: Account
  session: PortalSessionRecord
  customer: CustomerRecord
  configuration: PortalConfigurationRecord
}

/** The customer portal: a customer replaces the card, ends a subscription or lets it go on. */
export function servePortal(app: FastifyInstance, { engine, act }: Desk): void {
  type Named = { Params: { account: string; secret: string } }
  type Acting = { Params: Named['Params'] & { action: string } }
  const gone = (reply: FastifyReply) =>
    sendPage(reply, 'This address has expired', '<p>Go back and open the portal again.</p>', { status: 404 })

  app.get<Named>(`${PORTAL_PAGE}/:account/:secret`, (request, reply) => {
    const visit = find(engine, request.params)
    return visit
      ? sendPage(reply, 'Your subscriptions and payments', pageOf(visit, request.url))
      : gone(reply)
  })

  app.post<Acting>(`${PORTAL_PAGE}/:account/:secret/:action`, async (request, reply) => {
    const visit = find(engine, request.params)
    if (!visit) return gone(reply)
    const fields = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
    const command = commandOf(visit, request.params.action, fields)
    if (!command) return sendPage(reply, 'This is not allowed here', '', { status: 403 })
    const { path, form } = command
    const refused = refusalOf(await act(visit.account, { method: 'POST', path, form: form.toString() }))
    const back = `${PORTAL_PAGE}/${visit.account.id}/${visit.session.secret}`
    if (refused !== null) {
      return sendPage(
        reply,
        'That did not work',
        `<p>${escape(refused)}</p><p><a href="${back}">Back</a></p>`,
        { status: 400 },
      )
    }
    return reply.redirect(afterwards(visit.session) ?? back, 303)
  })
}

function find(
  engine: Engine,
  { account: id, secret }: { account: string; secret: string },
): Visit | undefined {
  for (const account of engine.accounts()) {
    const session = account.id === id ? account.store.portalSessions.lastWithKey('secret', secret) : undefined
    const customer = session && account.store.customers.get(session.customer)
    const configuration = session && account.store.portalConfigurations.get(session.configuration)
    if (session && customer && configuration && isOpenSession(account, session)) {
      return { account, session, customer, configuration }
    }
  }
  return undefined
}

function afterwards({ flow }: PortalSessionRecord): string | null {
  return flow?.after_completion === 'redirect' ? flow.return_url : null
}

/** What a form of the page asks for, if the portal's settings allow it. */
function commandOf(
  visit: Visit,
  action: string,
  fields: URLSearchParams,
): { path: string; form: URLSearchParams } | undefined {
  const { account, configuration, customer } = visit
  const { features } = configuration
  if (action === 'card' && features.payment_method_update) {
    const form = new URLSearchParams({ number: fields.get('number') ?? '' })
    return { path: `/_sandbox/customers/${customer.id}/card`, form }
  }
  const cancel = features.subscription_cancel
  const subscription = account.store.subscriptions.get(fields.get('subscription') ?? '')
  if (subscription?.customer !== customer.id || !cancel.enabled) return undefined
  const path = `/_sandbox/subscriptions/${subscription.id}/cancel`
  if (action === 'resume') return { path, form: new URLSearchParams({ mode: 'resume' }) }
  if (action !== 'cancel') return undefined
  const prorate = String(cancel.mode === 'immediately' && cancel.proration_behavior !== 'none')
  const feedback = fields.get('feedback') ?? ''
  return { path, form: new URLSearchParams({ mode: cancel.mode, prorate, feedback }) }
}

const TEST_CARDS = [
  ['4242424242424242', 'Visa, pays'],
  ['5555555555554444', 'Mastercard, pays'],
  ['4000000000000341', 'Visa, is declined at each payment'],
  ['4000002760003184', 'Visa, its bank always asks'],
  ['4000000000000002', 'Visa, cannot be saved'],
] as const

function pageOf(visit: Visit, url: string): string {
  const { account, session, customer, configuration } = visit
  const flow = session.flow?.type
  const shows = (type: string) => flow === undefined || flow === type
  const parts = [
    configuration.headline === null ? '' : `<p>${escape(configuration.headline)}</p>`,
    `<p>${escape(customer.name ?? customer.id)}${customer.email === null ? '' : `, ${escape(customer.email)}`}</p>`,
    shows('subscription_cancel') ? subscriptionsOf(visit, url) : '',
    shows('payment_method_update') ? cardsOf(visit, url) : '',
    flow === undefined && configuration.features.invoice_history ? invoicesOf(account, customer) : '',
    session.return_url === null
      ? ''
      : `<p><a href="${escape(session.return_url)}">Return to ${escape(account.profile.name ?? 'the shop')}</a></p>`,
  ]
  return parts.join('')
}

function subscriptionsOf({ account, customer, session, configuration }: Visit, url: string): string {
  const { subscription_cancel: cancel } = configuration.features
  const only = session.flow?.subscription ?? null
  const running = account.store.subscriptions
    .withKey('customer', customer.id)
    .filter((one) => !hasEnded(one) && (only === null || one.id === only))
  const rows = running.map((one) => {
    const action = one.cancel_at_period_end ? 'resume' : 'cancel'
    const form = cancel.enabled
      ? `<form method="post" action="${escape(`${url}/${action}`)}">` +
        `<input type="hidden" name="subscription" value="${escape(one.id)}">` +
        (action === 'cancel' ? reasonsOf(configuration, one.id) : '') +
        `<button>${action === 'cancel' ? 'Cancel the subscription' : 'Do not cancel'}</button></form>`
      : ''
    return `<li>${escape(describe(account, one))}${form}</li>`
  })
  return `<h2>Subscriptions</h2>${rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '<p>None.</p>'}`
}

function reasonsOf({ features }: PortalConfigurationRecord, id: string): string {
  const { enabled, options } = features.subscription_cancel.reasons
  if (!enabled || options.length === 0) return ''
  const choices = options.map(
    (one) => `<option value="${escape(one)}">${escape(one.replaceAll('_', ' '))}</option>`,
  )
  return (
    `<label for="why-${escape(id)}">Why do you leave?</label>` +
    `<select id="why-${escape(id)}" name="feedback"><option value=""></option>${choices.join('')}</select> `
  )
}

function describe(account: Account, subscription: SubscriptionRecord): string {
  const items = subscription.items.map(({ price, quantity }) => {
    const product = account.store.products.get(account.store.prices.get(price)?.product ?? '')
    return `${quantity} × ${product?.name ?? price}`
  })
  const ends = subscription.cancel_at === null ? '' : `, ends on ${utcDay(subscription.cancel_at)}`
  return `${items.join(', ')}: ${subscription.status}${ends}`
}

function cardsOf({ account, customer, configuration }: Visit, url: string): string {
  const cards = methodsOf(account, customer.id).map((one) => {
    const pays = one.id === customer.default_payment_method ? ' (pays)' : ''
    return `<li>${escape(one.brand)} •••• ${escape(one.last4)}, ${one.exp_month}/${one.exp_year}${pays}</li>`
  })
  const options = TEST_CARDS.map(
    ([number, what]) => `<option value="${number}">${number.slice(-4)}: ${escape(what)}</option>`,
  )
  const form = configuration.features.payment_method_update
    ? `<form method="post" action="${escape(`${url}/card`)}"><label for="number">Another test card</label>` +
      `<select id="number" name="number">${options.join('')}</select> <button>Use this card</button></form>`
    : ''
  return `<h2>Payment method</h2>${cards.length > 0 ? `<ul>${cards.join('')}</ul>` : '<p>None.</p>'}${form}`
}

const INVOICES_SHOWN = 12

function invoicesOf(account: Account, customer: CustomerRecord): string {
  const invoices = account.store.invoices.withKey('customer', customer.id).slice(-INVOICES_SHOWN).reverse()
  const rows = invoices.map(
    (one) =>
      `<tr><td>${utcDay(one.created)}</td><td>${escape(one.number ?? '')}</td>` +
      `<td>${escape(formatAmount(one.total, one.currency))}</td><td>${escape(one.status)}</td></tr>`,
  )
  return `<h2>Invoices</h2><table>${rows.join('')}</table>`
}
