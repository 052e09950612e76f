import type Stripe from 'stripe'
import { onboarded } from './testing/onboarded'
import { startSandbox, type TestSandbox } from './testing/start'

let sandbox: TestSandbox
let stripe: Stripe
let shop: Stripe.Account

beforeAll(async () => {
  sandbox = await startSandbox({ size: 'empty', seed: 'transfers' })
  stripe = sandbox.stripe
  shop = await onboarded(stripe, 'DE')
})
afterAll(() => sandbox.close())

/** A payment whose money is there at once, or only after two days. */
async function paid(amount: number, card = 'pm_card_bypassPending'): Promise<string> {
  const intent = await stripe.paymentIntents.create({
    amount,
    currency: 'usd',
    confirm: true,
    payment_method: card,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  })
  return String(intent.latest_charge)
}

const balance = async (options: Stripe.RequestOptions = {}) => {
  const { available, pending } = await stripe.balance.retrieve({}, options)
  const sum = (parts: { amount: number }[]) => parts.reduce((total, { amount }) => total + amount, 0)
  return sum(available) + sum(pending)
}

test('what leaves the platform arrives at the account, in its own currency', async () => {
  await paid(100_000)
  const before = await balance()
  const options = { stripeAccount: shop.id }
  const theirs = await balance(options)
  const transfer = await stripe.transfers.create({ amount: 40_000, currency: 'usd', destination: shop.id })
  expect(await balance()).toBe(before - 40_000)
  const payment = await stripe.charges.retrieve(
    String(transfer.destination_payment),
    { expand: ['balance_transaction'] },
    options,
  )
  expect(payment).toMatchObject({
    amount: 40_000,
    currency: 'usd',
    source_transfer: transfer.id,
    customer: null,
  })
  const entry = payment.balance_transaction
  if (entry === null || typeof entry === 'string') throw new Error('not expanded')
  expect(entry).toMatchObject({ currency: 'eur', fee: 0, type: 'payment' })
  expect(entry.amount).toBe(Math.round(40_000 * (entry.exchange_rate ?? NaN)))
  expect((await balance(options)) - theirs).toBe(entry.net)
  const sent = await stripe.balanceTransactions.retrieve(String(transfer.balance_transaction))
  expect(sent).toMatchObject({ amount: -40_000, net: -40_000, type: 'transfer', source: transfer.id })
})

test('it comes back in parts, and never more than went', async () => {
  await paid(100_000)
  const transfer = await stripe.transfers.create({ amount: 30_000, currency: 'usd', destination: shop.id })
  const reverse = (amount?: number) => stripe.transfers.createReversal(transfer.id, { amount })
  const first = await reverse(10_000)
  await expect(reverse(20_001)).rejects.toMatchObject({ param: 'amount' })
  expect((await stripe.transfers.retrieve(transfer.id)).reversed).toBe(false)
  await reverse()
  const whole = await stripe.transfers.retrieve(transfer.id)
  expect(whole).toMatchObject({ amount_reversed: 30_000, reversed: true })
  expect(whole.reversals.data).toHaveLength(2)
  await expect(reverse()).rejects.toMatchObject({ statusCode: 400 })
  const options = { stripeAccount: shop.id }
  const refund = await stripe.refunds.retrieve(String(first.destination_payment_refund), {}, options)
  expect(refund).toMatchObject({ amount: 10_000, charge: transfer.destination_payment })
  const payment = await stripe.charges.retrieve(String(transfer.destination_payment), {}, options)
  expect(payment).toMatchObject({ amount_refunded: 30_000, refunded: true })
  const events = await stripe.events.list({ type: 'transfer.*' })
  const own = events.data.filter(({ data }) => 'id' in data.object && data.object.id === transfer.id)
  expect(own.map(({ type }) => type)).toEqual(['transfer.reversed', 'transfer.reversed', 'transfer.created'])
  expect(own[0]?.data.previous_attributes).toMatchObject({ amount_reversed: 10_000, reversed: false })
})

test('the money of a charge is passed on no sooner than it is there, and no more than it is', async () => {
  const charge = await paid(10_000, 'pm_card_visa')
  const pass = (amount: number) =>
    stripe.transfers.create({ amount, currency: 'usd', destination: shop.id, source_transaction: charge })
  const transfer = await pass(6_000)
  const { balance_transaction: entry } = await stripe.charges.retrieve(charge, {
    expand: ['balance_transaction'],
  })
  if (entry === null || typeof entry === 'string') throw new Error('not expanded')
  const sent = await stripe.balanceTransactions.retrieve(String(transfer.balance_transaction))
  expect(sent.available_on).toBe(entry.available_on)
  await expect(pass(4_001)).rejects.toMatchObject({ param: 'source_transaction' })
})

test('refuses what cannot be sent', async () => {
  const send = (change: Partial<Stripe.TransferCreateParams>) =>
    stripe.transfers.create({ amount: 100, currency: 'usd', destination: shop.id, ...change })
  await expect(send({ amount: 99_999_999 })).rejects.toMatchObject({ code: 'balance_insufficient' })
  await expect(send({ currency: 'eur' })).rejects.toMatchObject({ code: 'balance_insufficient' })
  await expect(send({ destination: 'acct_none' })).rejects.toMatchObject({ code: 'resource_missing' })
  const unready = await stripe.accounts.create({ type: 'express', country: 'US' })
  await expect(send({ destination: unready.id })).rejects.toMatchObject({
    code: 'insufficient_capabilities_for_transfer',
  })
})
