import { isObject, sameJson, type Json, type JsonObject } from '../json'
import { idOf, type Life } from './random-lives'

/** What is wrong with an account, law by law; empty when every law holds. Each reads the account through its API. */
export async function brokenLaws(life: Life): Promise<string[]> {
  const laws = [
    balanceIsSum,
    chargesInLedger,
    refundsWithinCharges,
    payoutsToZero,
    invoiceTotals,
    periodsTouch,
    eventsTell,
  ]
  const broken: string[] = []
  for (const law of laws) broken.push(...(await law(life)).map((one) => `${law.name}: ${one}`))
  return broken
}

const number = (object: JsonObject | undefined, field: string): number => Number(object?.[field] ?? NaN)
const sum = (objects: readonly JsonObject[], field: string): number =>
  objects.reduce((total, one) => total + number(one, field), 0)
const objectsIn = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/** The balance is the sum of what the ledger wrote, and each entry's net is its amount less its fee. */
async function balanceIsSum(life: Life): Promise<string[]> {
  const entries = await life.all('/v1/balance_transactions')
  const balance = await life.read('/v1/balance')
  const held = ['available', 'pending'].flatMap((part) => objectsIn(balance[part]))
  const wrong = entries.filter((one) => number(one, 'net') !== number(one, 'amount') - number(one, 'fee'))
  if (sum(held, 'amount') !== sum(entries, 'net')) wrong.push({ id: 'the balance' })
  return wrong.map(idOf)
}

/** A charge that brought money has one balance transaction of its own; any other has none. */
async function chargesInLedger(life: Life): Promise<string[]> {
  const entries = await life.all('/v1/balance_transactions?type=charge')
  const charges = await life.all('/v1/charges')
  return charges
    .filter((charge) => {
      const own = entries.filter(({ source }) => source === charge['id'])
      const brought = charge['status'] === 'succeeded' && charge['captured'] === true
      if (own.length !== (brought ? 1 : 0)) return true
      return charge['balance_transaction'] !== (own[0] ? idOf(own[0]) : null)
    })
    .map(idOf)
}

/** Refunds that were not taken back add up to what the charge says, and never to more than it took. */
async function refundsWithinCharges(life: Life): Promise<string[]> {
  const refunds = (await life.all('/v1/refunds')).filter(
    ({ status }) => status !== 'failed' && status !== 'canceled',
  )
  return (await life.all('/v1/charges'))
    .filter((charge) => {
      const refunded = sum(
        refunds.filter((refund) => refund['charge'] === charge['id']),
        'amount',
      )
      return refunded !== number(charge, 'amount_refunded') || refunded > number(charge, 'amount')
    })
    .map(idOf)
}

/** The transactions of an automatic payout, its own among them, come to nothing. */
async function payoutsToZero(life: Life): Promise<string[]> {
  const broken: string[] = []
  for (const payout of await life.all('/v1/payouts')) {
    if (payout['automatic'] !== true) continue
    const held = await life.all(`/v1/balance_transactions?payout=${idOf(payout)}`)
    const others = held.filter(({ source }) => source !== payout['id'])
    if (sum(held, 'net') !== 0 || sum(others, 'net') !== number(payout, 'amount')) broken.push(idOf(payout))
  }
  return broken
}

/** Lines, discounts and taxes come to the total, and what is owed, paid and left fit together. */
async function invoiceTotals(life: Life): Promise<string[]> {
  const broken: string[] = []
  for (const invoice of await life.all('/v1/invoices')) {
    const id = idOf(invoice)
    const lines = await life.all(`/v1/invoices/${id}/lines`)
    const own = lines.flatMap((line) => {
      const discounts = Array.isArray(line['discounts']) ? line['discounts'] : []
      return objectsIn(line['discount_amounts']).filter(({ discount }) =>
        discounts.includes(discount ?? null),
      )
    })
    const discounts = sum(objectsIn(invoice['total_discount_amounts']), 'amount')
    const onTop = objectsIn(invoice['total_taxes']).filter((tax) => tax['tax_behavior'] === 'exclusive')
    const subtotal = sum(lines, 'amount') - sum(own, 'amount')
    const total = sum(lines, 'amount') - discounts + sum(onTop, 'amount')
    const onLines = sum(
      lines.flatMap((line) => objectsIn(line['discount_amounts'])),
      'amount',
    )
    const left = number(invoice, 'amount_due') - number(invoice, 'amount_paid')
    if (
      number(invoice, 'subtotal') !== subtotal ||
      number(invoice, 'total') !== total ||
      discounts !== onLines ||
      number(invoice, 'amount_remaining') !== left ||
      left < 0
    )
      broken.push(id)
  }
  return broken
}

/** Each regular period of an item begins where the one before ended. */
async function periodsTouch(life: Life): Promise<string[]> {
  const broken: string[] = []
  for (const subscription of await life.all('/v1/subscriptions?status=all')) {
    const ends = new Map<string, number>()
    const invoices = await life.all(`/v1/invoices?subscription=${idOf(subscription)}`)
    for (const invoice of invoices.reverse()) {
      if (invoice['billing_reason'] === 'subscription_update') ends.clear()
      for (const line of await life.all(`/v1/invoices/${idOf(invoice)}/lines`)) {
        const parent = isObject(line['parent']) ? line['parent']['subscription_item_details'] : null
        if (!isObject(parent) || parent['proration'] === true) continue
        const period = isObject(line['period']) ? line['period'] : {}
        const item = String(parent['subscription_item'])
        const end = ends.get(item)
        if (end !== undefined && period['end'] !== end && period['start'] !== end) broken.push(idOf(line))
        ends.set(item, Number(period['end']))
      }
    }
  }
  return broken
}

/** Each event's `previous_attributes` lead back to what the event before told, and the last tells the object as it is. */
async function eventsTell(life: Life): Promise<string[]> {
  const known = new Map<string, JsonObject>()
  const broken: string[] = []
  for (const { type, data } of life.events) {
    if (!isObject(data) || !isObject(data['object'])) continue
    const { object, previous_attributes: previous } = data
    // It tells once more what `refund.updated` has told.
    if (type === 'charge.refund.updated') continue
    const id = idOf(object)
    const before = known.get(id)
    if (isObject(previous) && before && !sameJson(withoutNulls(undo(object, previous)), withoutNulls(before)))
      broken.push(`${id} at ${String(type)}`)
    known.set(id, object)
  }
  const lists = [
    '/v1/customers',
    '/v1/subscriptions?status=all',
    '/v1/invoices',
    '/v1/charges',
    '/v1/payment_intents',
    '/v1/refunds',
    '/v1/coupons',
  ]
  for (const list of lists) {
    for (const object of await life.all(list)) {
      const told = known.get(idOf(object))
      if (told === undefined || !sameJson(told, object)) broken.push(`${idOf(object)} is not as told`)
    }
  }
  return broken
}

/** An event tells a field that was not there as null. */
function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isObject(value)) return value
  const entries = Object.entries(value).filter(([, one]) => one !== null)
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutNulls(one)]))
}

/** What an object was before an event. A field that was not there is told as null. */
export function undo(object: JsonObject, previous: JsonObject): JsonObject {
  const before: JsonObject = { ...object }
  for (const [key, was] of Object.entries(previous)) {
    const is = object[key]
    before[key] = isObject(was) && isObject(is) ? undo(is, was) : was
    if (was === null && key === 'status_details') delete before['status_details']
  }
  return before
}

const LISTS = [
  '/v1/customers',
  '/v1/subscriptions?status=all',
  '/v1/invoices',
  '/v1/charges',
  '/v1/balance_transactions',
  '/v1/events',
]

/** The lists whose objects depend on how they are paged: by 1, 7 or 100, and from either end. */
export async function unstableLists(life: Life): Promise<string[]> {
  const broken: string[] = []
  for (const list of LISTS) {
    const whole = (await life.all(list, 100)).map(idOf)
    const oldest = whole.at(-1)
    for (const limit of [1, 7, 100]) {
      const forwards = (await life.all(list, limit)).map(idOf)
      const backwards =
        oldest === undefined ? [] : [...(await life.all(list, limit, oldest)).map(idOf), oldest]
      if (!sameJson(forwards, whole) || !sameJson(backwards, whole)) broken.push(`${list} by ${limit}`)
    }
  }
  return broken
}
