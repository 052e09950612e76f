import { DAY } from './engine/calendar'
import { paysOutOn } from './domain/payouts'
import { refusal, startPayments, type Payments } from './testing/payments'

let payments: Payments
let stripe: Payments['stripe']
beforeEach(async () => {
  payments = await startPayments()
  ;({ stripe } = payments)
})
afterEach(() => payments.sandbox.close())

const setSchedule = (schedule: object) =>
  stripe.balanceSettings.update({ payments: { payouts: { schedule } } })
const balance = async () => {
  const { available, pending } = await stripe.balance.retrieve()
  return [available[0]?.amount, pending[0]?.amount]
}
const types = async (id: string) => (await payments.eventsAbout(id)).map(({ type }) => type)

test('money settles after two days, is told to be available and paid out at night', async () => {
  const charge = await payments.charge('pm_card_visa')
  expect(await balance()).toEqual([0, 9_680])
  await payments.advance(DAY)
  expect(await balance()).toEqual([0, 9_680])
  await payments.advance(DAY)
  const [payout] = (await stripe.payouts.list()).data
  expect(payout).toMatchObject({ amount: 9_680, automatic: true, status: 'in_transit' })
  expect(await balance()).toEqual([0, 0])
  const held = await stripe.balanceTransactions.list({ payout: payout?.id ?? '' })
  expect(held.data.map(({ type, net }) => [type, net])).toEqual([
    ['payout', -9_680],
    ['charge', 9_680],
  ])
  expect(held.data[1]?.source).toBe(charge.id)
  await payments.advance(3 * DAY)
  expect(await stripe.payouts.retrieve(payout?.id ?? '')).toMatchObject({
    status: 'paid',
    reconciliation_status: 'completed',
  })
  expect(await types(payout?.id ?? '')).toEqual([
    'payout.created',
    'payout.reconciliation_completed',
    'payout.updated',
    'payout.paid',
  ])
  expect((await stripe.events.list({ type: 'balance.available' })).data).toHaveLength(1)
})

test('a card whose money is available at once leaves nothing pending', async () => {
  await payments.charge('pm_card_bypassPending')
  expect(await balance()).toEqual([9_680, 0])
})

describe('a payout on request', () => {
  beforeEach(async () => {
    await setSchedule({ interval: 'manual' })
    await payments.charge('pm_card_bypassPending')
  })

  test('takes what is available, not more, and arrives', async () => {
    expect(await refusal(stripe.payouts.create({ amount: 9_681, currency: 'usd' }))).toMatchObject({
      code: 'balance_insufficient',
      message: expect.stringMatching(/^You have insufficient funds in your Stripe account for this transfer/),
    })
    expect(await refusal(stripe.payouts.create({ amount: 100, currency: 'eur' }))).toMatchObject({
      code: 'balance_insufficient',
    })
    expect(
      await refusal(stripe.payouts.create({ amount: 100, currency: 'usd', method: 'instant' })),
    ).toMatchObject({
      param: 'method',
    })
    const payout = await stripe.payouts.create({ amount: 5_000, currency: 'usd', description: 'By hand' })
    expect(payout).toMatchObject({
      automatic: false,
      status: 'pending',
      description: 'By hand',
      reconciliation_status: 'not_applicable',
    })
    expect(await balance()).toEqual([4_680, 0])
    expect(await refusal(stripe.balanceTransactions.list({ payout: payout.id }))).toMatchObject({
      message: 'Balance transaction history can only be filtered on automatic transfers, not manual.',
    })
    await payments.advance(DAY)
    expect((await stripe.payouts.retrieve(payout.id)).status).toBe('in_transit')
    expect(await refusal(stripe.payouts.cancel(payout.id))).toMatchObject({
      message: expect.stringContaining('in_transit'),
    })
    await payments.advance(DAY)
    expect((await stripe.payouts.list({ status: 'paid' })).data.map(({ id }) => id)).toEqual([payout.id])
  })

  test('can be taken back while it is pending', async () => {
    const payout = await stripe.payouts.create({ amount: 5_000, currency: 'usd' })
    expect((await stripe.payouts.cancel(payout.id)).status).toBe('canceled')
    expect(await balance()).toEqual([9_680, 0])
    expect(await types(payout.id)).toEqual(['payout.created', 'payout.updated', 'payout.canceled'])
    await payments.advance(3 * DAY)
    expect((await stripe.payouts.retrieve(payout.id)).status).toBe('canceled')
  })
})

test('a payout can fail after it seemed to have arrived: its money comes back and is paid out again', async () => {
  await payments.charge('pm_card_visa')
  await payments.advance(5 * DAY)
  const [paid] = (await stripe.payouts.list()).data
  const id = paid?.id ?? ''
  expect(paid?.status).toBe('paid')
  expect((await payments.control(`payouts/${id}/fail`, { failure_code: 'no_account' })).code).toBe(200)
  const failed = await stripe.payouts.retrieve(id, { expand: ['failure_balance_transaction'] })
  expect(failed).toMatchObject({
    status: 'failed',
    failure_code: 'no_account',
    failure_message: expect.any(String),
    failure_balance_transaction: {
      amount: 9_680,
      type: 'payout_failure',
      reporting_category: 'payout_reversal',
    },
  })
  expect((await types(id)).slice(-2)).toEqual(['payout.updated', 'payout.failed'])
  expect((await payments.control(`payouts/${id}/fail`)).code).toBe(400)
  await payments.advance(DAY)
  expect((await stripe.payouts.list({ limit: 1 })).data).toMatchObject([
    { amount: 9_680, status: 'in_transit' },
  ])
})

describe('the settings', () => {
  test('say on which days money is paid out', async () => {
    expect(await stripe.balanceSettings.retrieve()).toMatchObject({
      payments: { payouts: { schedule: { interval: 'daily' } }, settlement_timing: { delay_days: 2 } },
    })
    await payments.charge('pm_card_bypassPending')
    // The tests begin on a Thursday.
    await setSchedule({ interval: 'weekly', weekly_payout_days: ['monday'] })
    await payments.advance(3 * DAY)
    expect((await stripe.payouts.list()).data).toEqual([])
    await payments.advance(DAY)
    expect((await stripe.payouts.list()).data).toHaveLength(1)
    expect((await stripe.accounts.retrieveCurrent()).settings?.payouts?.schedule).toMatchObject({
      interval: 'weekly',
      weekly_payout_days: ['monday'],
    })
    const [event] = (await stripe.events.list({ type: 'balance_settings.updated' })).data
    expect(event?.data.previous_attributes).toMatchObject({
      payments: { payouts: { schedule: { interval: 'daily' } } },
    })
  })

  test('say after how many days money settles', async () => {
    await stripe.balanceSettings.update({ payments: { settlement_timing: { delay_days_override: 5 } } })
    await payments.charge('pm_card_visa')
    await payments.advance(4 * DAY)
    expect(await balance()).toEqual([0, 9_680])
    await payments.advance(DAY)
    expect((await stripe.payouts.list()).data).toHaveLength(1)
  })

  test.each([
    [{ interval: 'weekly' }, 'payments[payouts][schedule][weekly_payout_days]'],
    [{ interval: 'monthly' }, 'payments[payouts][schedule][monthly_payout_days]'],
    [
      { interval: 'weekly', weekly_payout_days: ['sunday'] },
      'payments[payouts][schedule][weekly_payout_days]',
    ],
    [{ interval: 'monthly', monthly_payout_days: [32] }, 'payments[payouts][schedule][monthly_payout_days]'],
    [{ interval: 'hourly' }, 'payments[payouts][schedule][interval]'],
  ])('%j are refused', async (schedule, param) => {
    expect(await refusal(setSchedule(schedule))).toMatchObject({ param })
  })
})

test('a month without the payout day pays out on its last', () => {
  const settings = {
    interval: 'monthly' as const,
    weekly_payout_days: [],
    monthly_payout_days: [31],
    delay_days: 2,
    delay_days_override: null,
    statement_descriptor: null,
    debit_negative_balances: true,
  }
  const days = (month: number) =>
    Array.from({ length: 31 }, (_, index) => index + 1).filter((day) => {
      const date = new Date(Date.UTC(2027, month - 1, day, 2))
      return date.getUTCMonth() === month - 1 && paysOutOn(settings, date.getTime() / 1000)
    })
  expect([days(1), days(2), days(4)]).toEqual([[31], [28], [30]])
})
