/** Failed renewals and what became of them (D1 to D3). */
import { dayOf } from './local-day'
import { basisPoints, ratio } from './rational'
import { Reported, addTo, emptyTally } from './reported'
import type { Tally } from './reported'
import { DAY_SECONDS } from './time-zone'
import type { Currency, Day, Instant, Rates } from './types'

/** An invoice still open so long after its first attempt is given up (D3). */
const LOST_AFTER_DAYS = 60

export interface PaymentAttempt {
  at: Instant
  succeeded: boolean
  payment_method?: string | null
  decline_code?: string | null
  /** The customer came through a link that was sent. */
  by_link?: boolean
}

/** A Stripe invoice as it stands at the asked instant, with the attempts to collect it. */
export interface RenewalInvoice {
  id: string
  currency: Currency
  amount_due: number
  billing_reason: string | null
  status: string
  /** Bills the period that begins as a trial ends. */
  after_trial?: boolean
  subscription_status?: string | null
  /** Stripe's: the first attempt and the automatic ones after it. */
  attempt_count: number
  amount_paid_off_stripe?: number | null
  /** Ascending. */
  attempts: readonly PaymentAttempt[]
}

export interface DunningInput {
  invoices: readonly RenewalInvoice[]
  /** Local days of the first attempt, both inclusive. */
  from: Day
  to: Day
  timeZone: string
  at: Instant
  rates: Rates
  reportingCurrency: Currency
}

export type RenewalOutcome = 'recovered' | 'lost' | 'in_recovery'
/** How a failed renewal was paid after all; `unknown` where no attempt is known that succeeded. */
export type RecoveryMethod =
  'automatic_retry' | 'card_updated' | 'email_link' | 'by_hand' | 'out_of_band' | 'unknown'

/** The three outcomes add up to `failed`. Each invoice at the rate of the day of its first attempt. */
export type FailedRenewals = Record<'failed' | RenewalOutcome, Tally>

export interface Dunning extends FailedRenewals {
  renewals: Tally
  /** Failed on the first attempt, of all renewals (D2). */
  failure_rate_count_bp: number | null
  failure_rate_amount_bp: number | null
  /** Of what is decided, and of all that failed (D3). */
  recovery_rate_count_bp: number | null
  recovery_rate_amount_bp: number | null
  recovery_rate_to_date_count_bp: number | null
  recovery_rate_to_date_amount_bp: number | null
  /** By the bank's answer to the first attempt, names ascending. */
  by_decline_code: { decline_code: string | null; renewals: FailedRenewals }[]
  recovered_by: Record<RecoveryMethod, Tally>
  /** By the number of the attempt that succeeded, ascending. */
  recovered_on_attempt: { attempt: number; recovered: Tally }[]
  /** Currencies without a rate, sorted; their invoices are left out (C5). */
  fx_missing: Currency[]
}

/** Renewals by the time of their first attempt, how many failed on it, and what became of those (D1 to D3). */
export function dunning(input: DunningInput): Dunning {
  const reported = new Reported(input.rates, input.reportingCurrency)
  const renewals = emptyTally()
  const failed = failedRenewals()
  const byCode = new Map<string | null, FailedRenewals>()
  const byAttempt = new Map<number, Tally>()
  const recoveredBy: Record<RecoveryMethod, Tally> = {
    automatic_retry: emptyTally(),
    card_updated: emptyTally(),
    email_link: emptyTally(),
    by_hand: emptyTally(),
    out_of_band: emptyTally(),
    unknown: emptyTally(),
  }
  for (const invoice of input.invoices) {
    const [first] = invoice.attempts
    if (!first || !isRenewal(invoice)) continue
    const day = dayOf(first.at, input.timeZone)
    if (day < input.from || day > input.to) continue
    const amount = reported.value(invoice.amount_due, invoice.currency, day)
    if (amount === null) continue
    addTo(renewals, amount)
    if (first.succeeded) continue
    const outcome = outcomeOf(invoice, first.at, input.at)
    for (const sums of [failed, entry(byCode, first.decline_code ?? null, failedRenewals)]) {
      addTo(sums.failed, amount)
      addTo(sums[outcome], amount)
    }
    if (outcome !== 'recovered') continue
    addTo(recoveredBy[methodOf(invoice)], amount)
    const success = invoice.attempts.findIndex(({ succeeded }) => succeeded)
    if (success > 0) addTo(entry(byAttempt, success + 1, emptyTally), amount)
  }
  const rates = (field: keyof Tally) => {
    const recovered = ratio(failed.recovered[field])
    return {
      failure: basisPoints(ratio(failed.failed[field]), ratio(renewals[field])),
      recovery: basisPoints(recovered, ratio(failed.recovered[field] + failed.lost[field])),
      toDate: basisPoints(recovered, ratio(failed.failed[field])),
    }
  }
  const [byCount, byAmount] = [rates('count'), rates('amount')]
  return {
    renewals,
    ...failed,
    failure_rate_count_bp: byCount.failure,
    failure_rate_amount_bp: byAmount.failure,
    recovery_rate_count_bp: byCount.recovery,
    recovery_rate_amount_bp: byAmount.recovery,
    recovery_rate_to_date_count_bp: byCount.toDate,
    recovery_rate_to_date_amount_bp: byAmount.toDate,
    by_decline_code: [...byCode]
      .map(([decline_code, sums]) => ({ decline_code, renewals: sums }))
      .sort((a, b) => ((a.decline_code ?? '') < (b.decline_code ?? '') ? -1 : 1)),
    recovered_by: recoveredBy,
    recovered_on_attempt: [...byAttempt]
      .map(([attempt, recovered]) => ({ attempt, recovered }))
      .sort((a, b) => a.attempt - b.attempt),
    fx_missing: reported.fxMissing,
  }
}

/** D1: one row per invoice, however often it was tried. */
function isRenewal({ billing_reason, amount_due, after_trial }: RenewalInvoice): boolean {
  return billing_reason === 'subscription_cycle' && amount_due > 0 && !after_trial
}

/** D3. */
function outcomeOf(invoice: RenewalInvoice, firstAttempt: Instant, at: Instant): RenewalOutcome {
  const { status, subscription_status: subscription } = invoice
  if (status === 'paid') return 'recovered'
  if (status === 'void' || status === 'uncollectible') return 'lost'
  if (subscription === 'canceled' || subscription === 'unpaid') return 'lost'
  return at - firstAttempt > LOST_AFTER_DAYS * DAY_SECONDS ? 'lost' : 'in_recovery'
}

/**
 * D3: the first success wins. Stripe counts only automatic attempts after the first, so a success beyond its count was
 * made by hand; one that failed by hand before an automatic one succeeded makes that look made by hand as well.
 */
function methodOf({ attempts, attempt_count, amount_paid_off_stripe }: RenewalInvoice): RecoveryMethod {
  if (amount_paid_off_stripe) return 'out_of_band'
  const index = attempts.findIndex(({ succeeded }) => succeeded)
  const success = attempts[index]
  if (!success) return 'unknown'
  if (success.by_link) return 'email_link'
  if (index >= attempt_count) return 'by_hand'
  return success.payment_method === attempts[0]?.payment_method ? 'automatic_retry' : 'card_updated'
}

function failedRenewals(): FailedRenewals {
  return { failed: emptyTally(), recovered: emptyTally(), lost: emptyTally(), in_recovery: emptyTally() }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  return made
}
