import fc from 'fast-check'
import type Stripe from 'stripe'
import { startBilling, type Billing } from './testing/billing'
import { patienceFor, runsOf } from './testing/runs'

const RUNS = runsOf(80)

let billing: Billing
let stripe: Billing['stripe']
let rates: Stripe.TaxRate[]
beforeAll(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
  rates = await Promise.all(
    [true, false].map((inclusive) =>
      stripe.taxRates.create({ display_name: 'Tax', percentage: 8.125, inclusive }),
    ),
  )
})
afterAll(() => billing.sandbox.close())

const COUPON_LIMIT = 3

const line = fc.record({
  amount: fc.integer({ min: -500, max: 3_000 }),
  taxed: fc.boolean(),
  reduced: fc.boolean(),
})
const step = fc.oneof(
  fc.record({
    do: fc.constant('bill' as const),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    rate: fc.nat(2),
    reduced: fc.boolean(),
  }),
  fc.record({
    do: fc.constantFrom('pay' as const, 'void' as const, 'forgive' as const, 'outside' as const),
    which: fc.nat(5),
  }),
  fc.record({
    do: fc.constant('credit' as const),
    which: fc.nat(5),
    part: fc.integer({ min: 1, max: 100 }),
    byLine: fc.boolean(),
    way: fc.constantFrom('credit_amount' as const, 'refund_amount' as const, 'out_of_band_amount' as const),
  }),
  fc.record({ do: fc.constant('adjust' as const), amount: fc.integer({ min: -2_000, max: 800 }) }),
  fc.record({ do: fc.constant('unvoid' as const), which: fc.nat(5) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What the stand-in refuses in a life is no breach of a law. */
const unlessRefused = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500) return undefined
    throw error
  }
}

async function take(one: Step, customer: string, coupon: string): Promise<void> {
  const invoices = (await stripe.invoices.list({ customer, limit: 100 })).data
  const chosen = 'which' in one ? invoices[one.which % Math.max(invoices.length, 1)] : undefined
  if (one.do === 'bill') {
    const discounts = [{ coupon }]
    const draft = await unlessRefused(
      stripe.invoices.create({
        customer,
        currency: 'usd',
        ...(one.reduced ? { discounts } : {}),
        ...(one.rate < 2 ? { default_tax_rates: [rates[one.rate]?.id ?? ''] } : {}),
      }),
    )
    if (!draft) return
    const lines = one.lines.map(({ amount, taxed, reduced }) => ({
      amount,
      ...(taxed ? { tax_rates: rates.map(({ id }) => id) } : {}),
      ...(reduced ? { discounts } : {}),
    }))
    await unlessRefused(stripe.invoices.addLines(draft.id, { lines }))
    await stripe.invoices.finalizeInvoice(draft.id)
  } else if (one.do === 'adjust') {
    await stripe.customers.createBalanceTransaction(customer, { amount: one.amount, currency: 'usd' })
  } else if (chosen) {
    await act(one, chosen)
  }
}

async function act(one: Step, invoice: Stripe.Invoice): Promise<void> {
  if (one.do === 'pay') await unlessRefused(stripe.invoices.pay(invoice.id))
  if (one.do === 'outside') await unlessRefused(stripe.invoices.pay(invoice.id, { paid_out_of_band: true }))
  if (one.do === 'void') await unlessRefused(stripe.invoices.voidInvoice(invoice.id))
  if (one.do === 'forgive') await unlessRefused(stripe.invoices.markUncollectible(invoice.id))
  if (one.do === 'unvoid') {
    const [note] = (await stripe.creditNotes.list({ invoice: invoice.id, limit: 1 })).data
    if (note) await unlessRefused(stripe.creditNotes.voidCreditNote(note.id))
  }
  if (one.do !== 'credit') return
  const amount = Math.ceil((invoice.total * one.part) / 100)
  const first = invoice.lines.data[0]?.id ?? ''
  const wanted: Stripe.CreditNotePreviewParams = one.byLine
    ? { invoice: invoice.id, lines: [{ type: 'invoice_line_item', invoice_line_item: first }] }
    : { invoice: invoice.id, amount }
  const plain = await unlessRefused(stripe.creditNotes.create(wanted))
  if (plain) return
  const all = one.byLine ? (invoice.lines.data[0]?.amount ?? 0) : amount
  await unlessRefused(stripe.creditNotes.create({ ...wanted, [one.way]: all }))
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)

/** Lines, discounts and taxes make the total; what was credited never exceeds it. */
async function checkInvoice(invoice: Stripe.Invoice): Promise<void> {
  const lines = invoice.lines.data
  const gross = sum(lines.map(({ amount }) => amount))
  const off = sum((invoice.total_discount_amounts ?? []).map(({ amount }) => amount))
  const onTop = (invoice.total_taxes ?? []).filter(({ tax_behavior }) => tax_behavior === 'exclusive')
  expect(invoice.total).toBe(gross - off + sum(onTop.map(({ amount }) => amount)))
  expect(off).toBe(sum(lines.flatMap((one) => (one.discount_amounts ?? []).map(({ amount }) => amount))))
  const taxed = sum((invoice.total_taxes ?? []).map(({ amount }) => amount))
  expect(taxed).toBe(sum(lines.flatMap((one) => (one.taxes ?? []).map(({ amount }) => amount))))
  expect(invoice.total_excluding_tax).toBe(invoice.total - taxed)
  expect(invoice.amount_remaining).toBe(invoice.amount_due - invoice.amount_paid)
  expect(invoice.amount_remaining).toBeGreaterThanOrEqual(0)
  const notes = (await stripe.creditNotes.list({ invoice: invoice.id, limit: 100 })).data
  const issued = notes.filter(({ status }) => status === 'issued')
  expect(sum(issued.map(({ total }) => total))).toBeLessThanOrEqual(Math.max(invoice.total, 0))
  expect(sum(issued.map((one) => one.pre_payment_amount))).toBe(invoice.pre_payment_credit_notes_amount)
  expect(sum(issued.map((one) => one.post_payment_amount))).toBe(invoice.post_payment_credit_notes_amount)
  for (const note of notes) checkNote(note)
}

function checkNote(note: Stripe.CreditNote): void {
  expect(note.pre_payment_amount + note.post_payment_amount).toBe(note.total)
  const onTop = (note.total_taxes ?? []).filter(({ tax_behavior }) => tax_behavior === 'exclusive')
  const lines = sum(note.lines.data.map(({ amount, discount_amount }) => amount - discount_amount))
  expect(note.total).toBe(lines + sum(onTop.map(({ amount }) => amount)))
}

/** The balance is what its transactions come to, each of which says where it led. */
async function checkBalance(id: string): Promise<void> {
  const customer = await stripe.customers.retrieve(id)
  const { data } = await stripe.customers.listBalanceTransactions(id, { limit: 100 })
  let balance = 0
  for (const one of data.reverse()) {
    balance += one.amount
    expect(one.ending_balance).toBe(balance)
  }
  expect(customer).toMatchObject({ balance })
}

test(
  'whatever is billed, credited, paid and voided, the sums hold',
  async () => {
    const seen = { notes: 0, paid: 0, voided: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        const customer = await billing.payer()
        const coupon = await stripe.coupons.create({ percent_off: 33, max_redemptions: COUPON_LIMIT })
        for (const one of steps) await take(one, customer.id, coupon.id)
        for (const invoice of (await stripe.invoices.list({ customer: customer.id, limit: 100 })).data) {
          await checkInvoice(invoice)
          if (invoice.status === 'paid') seen.paid += 1
          if (invoice.status === 'void') seen.voided += 1
        }
        await checkBalance(customer.id)
        seen.notes += (await stripe.creditNotes.list({ customer: customer.id, limit: 100 })).data.length
        expect((await stripe.coupons.retrieve(coupon.id)).times_redeemed).toBeLessThanOrEqual(COUPON_LIMIT)
      }),
      { numRuns: RUNS },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0)
  },
  patienceFor(RUNS),
)
