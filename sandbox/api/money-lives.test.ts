import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { capturedOf } from './domain/charges'
import { availableFunds, totalFunds } from './domain/ledger'
import { createSandbox } from './sandbox'
import type { Account } from './store/account'
import { digest } from './testing/digest'
import { rawPost, startSandbox, TEST_NOW, type TestSandbox } from './testing/start'
import { patienceFor, runsOf } from './testing/runs'

const RUNS = runsOf(30)

const CARDS = [
  'pm_card_visa',
  'pm_card_bypassPending',
  'pm_card_chargeDeclined',
  'pm_card_createDispute',
  'pm_card_createDisputeInquiry',
  'pm_card_createMultipleDisputes',
  'pm_card_pendingRefund',
  'pm_card_refundFail',
  'pm_card_authenticationRequired',
]
const CURRENCIES = ['usd', 'eur', 'jpy']
const EVIDENCE = ['winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence', 'something']

interface Step {
  what:
    | 'answer'
    | 'authenticate'
    | 'cancel'
    | 'capture'
    | 'dispute'
    | 'fail'
    | 'pay'
    | 'payout'
    | 'refund'
    | 'wait'
  /** Which of the objects, cards or words. */
  which: number
  /** How much of it, in percent. */
  share: number
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    ...(['pay', 'pay', 'pay', 'capture', 'cancel', 'refund', 'refund', 'dispute'] as const),
    ...(['answer', 'authenticate', 'payout', 'fail', 'wait', 'wait'] as const),
  ),
  which: fc.nat(1_000),
  share: fc.integer({ min: 1, max: 130 }),
})

function pick<T>(things: Iterable<T>, which: number): T | undefined {
  const all = [...things]
  return all[which % Math.max(all.length, 1)]
}

/** Does what a step says; much of it is refused, and changes nothing. */
async function take(sandbox: TestSandbox, { what, which, share }: Step): Promise<void> {
  const { store } = sandbox.engine.main
  const post = (path: string, form = '') => rawPost(sandbox, path, form)
  const charge = pick(store.charges.all(), which)
  const part = Math.ceil(((charge?.amount ?? 0) * share) / 100)
  const intent = pick(store.paymentIntents.all(), which)
  switch (what) {
    case 'pay': {
      const capture = share % 3 === 0 ? '&capture_method=manual' : ''
      const terms = `amount=${1_000 + which * 7}&currency=${pick(CURRENCIES, which)}&confirm=true${capture}`
      await post('/v1/payment_intents', `${terms}&payment_method=${pick(CARDS, which)}`)
      break
    }
    case 'capture':
      await post(`/v1/payment_intents/${intent?.id}/capture`, share < 100 ? `amount_to_capture=${part}` : '')
      break
    case 'cancel':
      await post(`/v1/payment_intents/${intent?.id}/cancel`)
      await post(`/v1/payouts/${pick(store.payouts.all(), which)?.id}/cancel`)
      break
    case 'refund':
      await post('/v1/refunds', `charge=${charge?.id}&amount=${part}`)
      break
    case 'dispute':
      await post(`/_sandbox/charges/${charge?.id}/dispute`, share % 2 ? 'inquiry=true' : '')
      break
    case 'answer':
      await post(
        `/v1/disputes/${pick(store.disputes.all(), which)?.id}`,
        `evidence[uncategorized_text]=${pick(EVIDENCE, share)}`,
      )
      break
    case 'authenticate':
      await post(`/_sandbox/payment_intents/${intent?.id}/authenticate`, share % 3 ? '' : 'outcome=fail')
      break
    case 'payout':
      await post('/v1/payouts', `currency=usd&amount=${share * 50}`)
      break
    case 'fail':
      await post(`/_sandbox/payouts/${pick(store.payouts.all(), which)?.id}/fail`)
      await post(`/_sandbox/refunds/${pick(store.refunds.all(), which)?.id}/fail`)
      break
    case 'wait':
      await post('/_sandbox/advance', JSON.stringify({ seconds: share * 3_000 }))
  }
}

const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0)

function checkLaws(account: Account): void {
  const { store } = account
  const entries = [...store.balanceTransactions.all()]
  expect(totalFunds(account)).toBe(sum(entries.map(({ net }) => net)))
  const settled = entries.filter(({ available_on }) => available_on <= account.now)
  expect(availableFunds(account)).toBe(sum(settled.map(({ net }) => net)))
  for (const one of entries) expect(one.net).toBe(one.amount - one.fee)
  for (const charge of store.charges.all()) {
    const own = entries.filter(({ source }) => source === charge.id)
    expect(own.map(({ id }) => id)).toEqual(capturedOf(charge) > 0 ? [charge.balance_transaction] : [])
    const refunds = store.refunds.withKey('charge', charge.id).filter(({ status }) => status !== 'failed')
    expect(sum(refunds.map(({ amount }) => amount))).toBe(charge.amount_refunded)
    expect(charge.amount_refunded).toBeLessThanOrEqual(capturedOf(charge))
  }
  for (const refund of store.refunds.all()) {
    const own = entries.filter(({ source }) => source === refund.id).map(({ type }) => type)
    const waits = refund.pending_reason === 'insufficient_funds' || refund.balance_transaction === null
    expect(own).toEqual(waits ? [] : refund.status === 'failed' ? ['refund', 'refund_failure'] : ['refund'])
  }
  for (const dispute of store.disputes.all()) {
    const own = entries.filter(({ source }) => source === dispute.id).map(({ id }) => id)
    expect(own).toEqual(dispute.balance_transactions)
    expect(own).toHaveLength(dispute.inquiry ? 0 : dispute.status === 'won' ? 2 : 1)
  }
  for (const payout of store.payouts.all()) {
    const given = payout.status === 'failed' || payout.status === 'canceled'
    const own = entries.filter(({ source }) => source === payout.id)
    expect(sum(own.map(({ net }) => net))).toBe(given ? 0 : -payout.amount)
    const held = store.balanceTransactions.withKey('payout', payout.id)
    for (const entry of held) expect(entry.payout).toBe(payout.id)
    if (payout.extras?.manual) expect(held).toEqual([])
    else expect(sum(held.map(({ net }) => net))).toBe(0)
  }
  for (const intent of store.paymentIntents.all()) {
    const taken = store.charges.withKey('payment_intent', intent.id).map(capturedOf)
    expect(sum(taken)).toBe(intent.amount_received)
    expect(intent.amount_received > 0).toBe(intent.status === 'succeeded')
  }
}

test(
  'whatever is paid, held, refunded, disputed and paid out, the ledger balances, and a restart changes nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const directory = mkdtempSync(join(tmpdir(), 'money-'))
        const options = { size: 'empty', seed: 'money', dataDir: directory } as const
        const sandbox = await startSandbox(options)
        // Events tell addresses of pages, and the port is another after the restart.
        sandbox.engine.main.site.url = 'http://localhost:4244'
        try {
          for (const one of steps) await take(sandbox, one)
          checkLaws(sandbox.engine.main)
          const again = createSandbox({ ...options, clock: () => TEST_NOW * 1000 })
          expect(digest(again.engine)).toBe(digest(sandbox.engine))
          await again.close()
        } finally {
          await sandbox.close()
          rmSync(directory, { recursive: true, force: true })
        }
      }),
      { numRuns: RUNS },
    )
  },
  patienceFor(RUNS),
)
