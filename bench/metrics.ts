/** The engine alone: subscriptions from facts to movements on one core, beside a plain JSON round trip of the facts. */
import {
  customerMovements,
  reconstructSubscription,
  type CustomerHistory,
  type InvoiceForHistory,
  type SubscriptionVersion,
} from '../backend/src/metrics'

const SUBSCRIPTIONS = 20_000
const INVOICES = 24
const MONTH = 30 * 86_400
const START = Date.UTC(2024, 10, 1) / 1000

function history(index: number): { invoices: InvoiceForHistory[]; versions: SubscriptionVersion[] } {
  const price = (amount: number) => ({
    id: `price_${amount}`,
    unit_amount: amount,
    recurring: { interval: 'month' },
  })
  const invoices = Array.from({ length: INVOICES }, (_, month): InvoiceForHistory => {
    const start = START + month * MONTH
    const line = {
      id: `il_${month}`,
      subscription_item: 'si_1',
      price: price(2900),
      quantity: 1 + (index % 5),
      amount: 2900,
      proration: false,
      period: { start, end: start + MONTH },
      discounts: [],
    }
    return { id: `in_${month}`, status: 'paid', created: start, lines: [line] }
  })
  const state = { id: `sub_${index}`, customer: `cus_${index}`, status: 'active', currency: 'usd' }
  const end = START + INVOICES * MONTH
  const version = (at: number, amount: number): SubscriptionVersion => ({
    at,
    source: 'event',
    causes: [`evt_${at}`],
    state: { ...state, items: [{ id: 'si_1', price: price(amount), quantity: 1 }] },
  })
  return { invoices, versions: [version(end, 4900), version(end + 5 * 86_400, 2900)] }
}

export function metrics(): Promise<void> {
  const made = Array.from({ length: SUBSCRIPTIONS }, (_, index) => history(index))
  const definitions = {
    timeZone: 'Europe/Berlin',
    reportingCurrency: 'usd',
    discountPolicy: 'recurring',
    churnRecognition: 'at_end',
    pastDueGraceDays: null,
  } as const
  const began = performance.now()
  let movements = 0
  for (const { invoices, versions } of made) {
    const [first] = versions
    if (!first) continue
    const subscription = { ...first.state, start_date: START, created: START }
    const before = reconstructSubscription({ subscription, invoices, before: first.at })
    const whole: CustomerHistory = {
      customer: first.state.customer,
      versions: [...before, ...versions],
      discounts: [],
    }
    movements += customerMovements(whole, definitions, {}, first.at + MONTH).length
  }
  const seconds = (performance.now() - began) / 1000
  const copied = performance.now()
  for (const one of made) JSON.parse(JSON.stringify(one))
  const copySeconds = (performance.now() - copied) / 1000
  console.log(
    `${(SUBSCRIPTIONS / seconds).toFixed(0)} subscriptions/s to ${movements} movements; a JSON round trip of the same facts: ${(SUBSCRIPTIONS / copySeconds).toFixed(0)}/s; ratio ${((100 * copySeconds) / seconds).toFixed(0)} %`,
  )
  return Promise.resolve()
}
