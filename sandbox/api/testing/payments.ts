import type Stripe from 'stripe'
import { isObject, parseJson, type JsonObject } from '../json'
import { startSandbox, type TestSandbox } from './start'

/** An empty stand-in, and what tests of payments do all the time. */
export interface Payments {
  sandbox: TestSandbox
  stripe: Stripe
  /** Pays 100 dollars with a test card, without a customer. */
  pay(card: string, more?: Partial<Stripe.PaymentIntentCreateParams>): Promise<Stripe.PaymentIntent>
  /** The charge of a payment with a test card. */
  charge(card: string, more?: Partial<Stripe.PaymentIntentCreateParams>): Promise<Stripe.Charge>
  advance(seconds: number): Promise<void>
  /** Gives a control command. */
  control(path: string, form?: Record<string, string>): Promise<{ code: number; answer: JsonObject }>
  /** What the events about an object tell, oldest first. */
  eventsAbout(id: string): Promise<Stripe.Event[]>
  /** The types of all events since an instant of the test, oldest first. */
  eventsSince(mark: number): string[]
  /** How many events there are. */
  mark(): number
}

/** What was refused, as far as tests care. */
export async function refusal(request: Promise<unknown>): Promise<JsonObject> {
  try {
    await request
  } catch (error) {
    if (!(error instanceof Error) || !('raw' in error)) throw error
    const raw = parseJson(JSON.stringify(error.raw))
    if (isObject(raw)) return raw
  }
  throw new Error('The request was not refused')
}

/** Starts a stand-in for tests of payments. */
export async function startPayments(): Promise<Payments> {
  const sandbox = await startSandbox({ seed: 'payments', size: 'empty' })
  const { stripe, engine } = sandbox
  const pay: Payments['pay'] = (payment_method, more) =>
    stripe.paymentIntents.create({ amount: 10_000, currency: 'usd', payment_method, confirm: true, ...more })
  const send = async (path: string, body: string) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body })
    const json = parseJson(await answer.text())
    return { code: answer.status, answer: isObject(json) ? json : {} }
  }
  return {
    sandbox,
    stripe,
    pay,
    charge: async (card, more) => stripe.charges.retrieve(String((await pay(card, more)).latest_charge)),
    advance: sandbox.advance,
    control: (path, form = {}) => send(path, new URLSearchParams(form).toString()),
    async eventsAbout(id) {
      const all = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 })
      return all.filter((one) => 'id' in one.data.object && one.data.object.id === id).reverse()
    },
    eventsSince: (mark) => [...engine.main.store.events.all()].slice(mark).map(({ type }) => type),
    mark: () => engine.main.store.events.size,
  }
}
