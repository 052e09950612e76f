import { createEngine } from '../engine/engine'
import { DAY } from '../engine/calendar'
import { digest } from '../testing/digest'
import { startSandbox, TEST_NOW, type TestSandbox } from '../testing/start'
import { compareWithTruth } from '../testing/truth'
import { SCENARIOS, type ScenarioName } from './scenarios'
import { SIZES } from './sizes'

const NAMES = Object.keys(SCENARIOS) as ScenarioName[]

jest.setTimeout(30_000)

let sandbox: TestSandbox
afterEach(() => sandbox.close())

async function control(path: string, body = ''): Promise<Response> {
  return fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body })
}
const advance = (days: number) => sandbox.advance(days * DAY)

test.each(NAMES)('%s keeps the truth log true while it plays and after', async (name) => {
  sandbox = await startSandbox({ size: 'small', seed: 'scenario' })
  expect((await control(`scenarios/${name}`)).status).toBe(200)
  for (const days of [1, 12, 40]) {
    await advance(days)
    await compareWithTruth(sandbox)
  }
})

describe('what each scenario does', () => {
  const after = async (name: ScenarioName, days: number) => {
    sandbox = await startSandbox({ size: 'small', seed: 'effects' })
    await control(`scenarios/${name}`)
    await advance(days)
    return sandbox.engine.main.store
  }

  test('a price rise moves every paying customer to dearer prices', async () => {
    const store = await after('price_rise', 0)
    const paid = [...store.subscriptions.all()].filter(
      ({ status }) => status === 'active' || status === 'past_due',
    )
    expect(paid.length).toBeGreaterThan(30)
    for (const { items } of paid)
      for (const { price } of items) expect(store.prices.get(price)?.lookup_key).toMatch(/_raised$/)
  })

  test('an outage declines every payment for two days, and most of the money comes later', async () => {
    const store = await after('outage', 10)
    const inOutage = [...store.charges.all()].filter(
      ({ created }) => created >= TEST_NOW && created < TEST_NOW + 2 * DAY,
    )
    expect(inOutage.length).toBeGreaterThan(2)
    expect(inOutage.every(({ status }) => status === 'failed')).toBe(true)
    const failed = new Set(inOutage.map((one) => one.payment_intent))
    const paid = [...failed].filter((id) => store.paymentIntents.get(id ?? '')?.status === 'succeeded')
    expect(paid.length).toBeGreaterThan(failed.size / 2)
  })

  test('a fraud wave brings stolen cards, declines and disputes', async () => {
    const store = await after('fraud_wave', 30)
    const disputes = [...store.disputes.all()].filter(({ created }) => created >= TEST_NOW)
    expect(disputes.length).toBeGreaterThan(8)
    expect(disputes.every(({ reason }) => reason === 'fraudulent')).toBe(true)
    expect([...store.charges.all()].some((one) => one.decline_code === 'stolen_card')).toBe(true)
  })

  test('black Friday brings many with a code that then expires', async () => {
    const store = await after('black_friday', 5)
    const code = [...store.promotionCodes.all()].find((one) => one.code.startsWith('FRIDAY'))
    expect(code?.times_redeemed).toBeGreaterThan(5)
    expect(code?.expires_at).toBe(TEST_NOW + 4 * DAY)
  })

  test('a big churn takes the largest customers to a competitor', async () => {
    const store = await after('big_churn', 15)
    const left = [...store.subscriptions.all()].filter(({ ended_at }) => (ended_at ?? 0) > TEST_NOW)
    expect(
      left.filter(({ cancellation }) => cancellation.feedback === 'switched_service').length,
    ).toBeGreaterThan(2)
  })

  test('in a quiet month few arrive', () => {
    const arrived = (scenario?: ScenarioName) => {
      const { main } = createEngine({
        seed: 'quiet',
        now: TEST_NOW,
        size: { customers: 400, months: 12 },
        scenario,
      })
      return [...main.store.customers.all()].filter(({ created }) => created > TEST_NOW - 45 * DAY).length
    }
    expect(arrived('quiet_month')).toBeLessThan(arrived() * 0.75)
  })

  test('an unknown scenario is refused with the names of those that there are', async () => {
    sandbox = await startSandbox({ size: 'empty' })
    const answer = await control('scenarios/flood')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('black_friday')
  })
})

test('a history with a scenario is the same bytes each time, and not those without', () => {
  const options = { seed: 'same', now: TEST_NOW, size: SIZES.small }
  const bytes = (scenario?: ScenarioName) => digest(createEngine({ ...options, scenario }))
  expect(bytes('fraud_wave')).toBe(bytes('fraud_wave'))
  expect(bytes('fraud_wave')).not.toBe(bytes())
})

describe('the trickle', () => {
  test('lets customers come and decide while it is on, in an empty business too', async () => {
    sandbox = await startSandbox({ size: 'empty', seed: 'trickle' })
    const { store, sample } = sandbox.engine.main
    expect((await control('trickle', 'new_per_hour=1')).status).toBe(200)
    await advance(1)
    expect(store.customers.size).toBeGreaterThan(12)
    await advance(24)
    expect(sample?.decisions.rows.length).toBeGreaterThan(5)
    await control('trickle', 'new_per_hour=0')
    const before = store.customers.size
    await advance(10)
    expect(store.customers.size).toBe(before)
    await compareWithTruth(sandbox)
  })

  test('wakes those who had nothing to decide any more', async () => {
    sandbox = await startSandbox({ size: 'small', seed: 'awake' })
    const { sample } = sandbox.engine.main
    await advance(60)
    const before = sample?.decisions.rows.length ?? 0
    expect((await control('trickle', 'new_per_hour=1')).status).toBe(200)
    await advance(25)
    expect((sample?.decisions.rows.length ?? 0) - before).toBeGreaterThan(15)
    await compareWithTruth(sandbox)
  })

  test('asks for a number', async () => {
    sandbox = await startSandbox({ size: 'empty' })
    expect((await control('trickle', 'new_per_hour=many')).status).toBe(400)
    expect((await control('trickle')).status).toBe(400)
  })
})
