/** Every figure: what it is called, what it means, by which rules, and what it is made of. The one list of them. */
import type { Age, CashMove, ChurnReason, MoneyFigure, TrialOutcome } from '../metrics'

export const UNITS = ['minor', 'count', 'bp'] as const
export type Unit = (typeof UNITS)[number]

/** What a movement can do to a part of the MRR. */
export type Effect =
  'new' | 'expansion' | 'contraction' | 'churn' | 'reactivation' | 'transfer_in' | 'transfer_out'

export type Network = 'visa' | 'mastercard'
/** Open ones are those of now. */
export type DisputeKind = 'opened' | 'won' | 'lost' | 'inquiries' | 'open' | 'payments'

export type TrialKind = 'started' | 'running' | TrialOutcome

/** How a figure is made of rows, or of other figures. */
export type Made =
  /** Customers and their MRR before the first day or after the last. */
  | { of: 'balance'; at: 'start' | 'end'; count?: true }
  /** Movements of the period; counted, customers who came or went by them. */
  | { of: 'movements'; effects: readonly Effect[]; count?: true; reason?: ChurnReason }
  /** Customers of the start: what they have at the end, or at most what they had (K5, K6); or those who are gone (K3). */
  | { of: 'kept'; what: 'net' | 'gross' | 'lost' }
  /** What stands with customers now. */
  | { of: 'standings'; field: 'trial' | 'atRisk' | 'committed' }
  /** Balance transactions; of `payments`, how many. */
  | { of: 'money'; figure: MoneyFigure | 'payments' }
  /** Payments without a balance transaction, each with its estimated fee (V5). */
  | { of: 'estimates' }
  /** Invoices open at the end of the period. */
  | { of: 'receivables'; age?: Age; count?: true }
  /** What accounts hold and what goes to their banks, now; `expected` in the coming weeks. */
  | { of: 'funds'; what: 'available' | 'pending' | 'in_transit' | 'expected' }
  /** The balance before the first day or after the last. */
  | { of: 'cash_balance'; at: 'start' | 'end' }
  /** Balance transactions, payouts among them. */
  | { of: 'cash'; move: CashMove }
  /** Successful card payments. */
  | { of: 'card_payments'; network?: Network }
  /** Disputes opened in the period, how many or what they are about; of `payments`, payments that were disputed since. */
  | { of: 'disputes'; which: DisputeKind; amount?: true; network?: Network; fraud?: boolean }
  | { of: 'fraud_warnings'; network?: Network }
  /** Subscriptions whose trials began or ended in the period, or run at its end. */
  | { of: 'trials'; which: TrialKind }
  /** The sum of other figures, those with a minus taken off. */
  | { of: 'sum'; parts: readonly string[]; times?: number }
  /** ARPA over the churn of the last six complete months (L1 to L3). */
  | { of: 'lifetime' }
  /** One over another: basis points, or the nearest whole unit. */
  | { of: 'ratio'; over: readonly [string, string]; complement?: true }

export interface FigureDefinition {
  title: string
  unit: Unit
  /** A sentence that a merchant understands. */
  text: string
  /** Rules of the metric reference. */
  rules: readonly string[]
  made: Made
}

const reasonOf: Record<ChurnReason, string> = {
  voluntary: 'the customer chose to leave',
  involuntary: 'a payment failed',
  paused: 'collection was paused',
}

const churnBy = <const R extends ChurnReason>(reason: R, word: string) =>
  ({
    mrr: {
      title: `${word} churned MRR`,
      unit: 'minor',
      text: `MRR of customers who left in the period because ${reasonOf[reason]}.`,
      rules: ['W4', 'K9'],
      made: { of: 'movements', effects: ['churn'], reason },
    },
    customers: {
      title: `${word} churned customers`,
      unit: 'count',
      text: `Customers who left in the period because ${reasonOf[reason]}.`,
      rules: ['W4', 'K9'],
      made: { of: 'movements', effects: ['churn'], count: true, reason },
    },
  }) as const
const VOLUNTARY = churnBy('voluntary', 'Voluntary')
const INVOLUNTARY = churnBy('involuntary', 'Involuntary')
const PAUSED = churnBy('paused', 'Paused')

const movement = (title: string, effect: Effect, text: string, rules: readonly string[]) =>
  ({ title, unit: 'minor', text, rules, made: { of: 'movements', effects: [effect] } }) as const

const rate = (
  title: string,
  over: readonly [string, string],
  text: string,
  rules: readonly string[],
  complement?: true,
) =>
  ({
    title,
    unit: 'bp',
    text,
    rules,
    made: { of: 'ratio', over, ...(complement ? { complement } : {}) },
  }) as const

const money = (title: string, figure: MoneyFigure, text: string, rules: readonly string[]) =>
  ({ title, unit: 'minor', text, rules, made: { of: 'money', figure } }) as const

const lateness: Record<Age, string> = {
  not_due: ' that are not past due',
  days_1_30: ' that are 1 to 30 days past due',
  days_31_60: ' that are 31 to 60 days past due',
  days_61_90: ' that are 61 to 90 days past due',
  over_90: ' that are more than 90 days past due',
}
const owed = (title: string, age?: Age) => {
  const made = { of: 'receivables', ...(age ? { age } : {}) } as const
  const late = age ? lateness[age] : ''
  return {
    amount: {
      title,
      unit: 'minor',
      text: `What invoices${late} still ask for at the end of the period.`,
      rules: ['C5'],
      made,
    },
    count: {
      title,
      unit: 'count',
      text: `Invoices${late}, finalized and not closed at the end of the period.`,
      rules: ['C5'],
      made: { ...made, count: true },
    },
  } as const
}

const held = (title: string, what: 'available' | 'pending' | 'in_transit', text: string) => {
  const rules = [what === 'in_transit' ? 'F2' : 'F1']
  return { title, unit: 'minor', text, rules, made: { of: 'funds', what } } as const
}

const moved = (title: string, move: CashMove, text: string) =>
  ({ title, unit: 'minor', text, rules: ['F5'], made: { of: 'cash', move } }) as const

const disputed = (title: string, which: DisputeKind, text: string, rules: readonly string[]) =>
  ({ title, unit: 'count', text, rules, made: { of: 'disputes', which } }) as const

const byNetwork = <const N extends Network>(network: N) => {
  const name = { visa: 'Visa', mastercard: 'Mastercard' }[network]
  const rules = [{ visa: 'X3', mastercard: 'X4' }[network]]
  return {
    payments: {
      title: `Payments, ${name}`,
      unit: 'count',
      text: `Successful ${name} payments of the period.`,
      rules,
      made: { of: 'card_payments', network },
    },
    disputes: {
      title: `Disputes, ${name}`,
      unit: 'count',
      text: `Disputes opened in the period about ${name} payments; inquiries are none.`,
      rules,
      made: { of: 'disputes', which: 'opened', network },
    },
  } as const
}

const trials = (title: string, which: TrialKind, text: string) =>
  ({ title, unit: 'count', text, rules: ['T1'], made: { of: 'trials', which } }) as const

export const FIGURES = {
  mrr: {
    title: 'MRR',
    unit: 'minor',
    text: 'What running subscriptions bill per month if nothing changes, at the end of the period: without tax, trials, metered use and one-off charges, after the discounts that count.',
    rules: ['M1', 'M15'],
    made: { of: 'balance', at: 'end' },
  },
  start_mrr: {
    title: 'MRR at the start',
    unit: 'minor',
    text: 'MRR at the end of the day before the period.',
    rules: ['W7'],
    made: { of: 'balance', at: 'start' },
  },
  arr: {
    title: 'ARR',
    unit: 'minor',
    text: 'Twelve times MRR: a run rate, not a promise.',
    rules: ['K1'],
    made: { of: 'sum', parts: ['mrr'], times: 12 },
  },
  active_customers: {
    title: 'Active customers',
    unit: 'count',
    text: 'Customers with MRR above 0 at the end of the period; each counts once, whatever the number of subscriptions.',
    rules: ['K2'],
    made: { of: 'balance', at: 'end', count: true },
  },
  start_customers: {
    title: 'Customers at the start',
    unit: 'count',
    text: 'Customers with MRR above 0 at the end of the day before the period.',
    rules: ['W7'],
    made: { of: 'balance', at: 'start', count: true },
  },
  arpa: {
    title: 'ARPA',
    unit: 'minor',
    text: 'MRR per active customer.',
    rules: ['K2'],
    made: { of: 'ratio', over: ['mrr', 'active_customers'] },
  },
  trial_mrr: {
    title: 'Trial MRR',
    unit: 'minor',
    text: 'What running trials would bill per month if all converted, now; no part of MRR.',
    rules: ['M12'],
    made: { of: 'standings', field: 'trial' },
  },
  at_risk_mrr: {
    title: 'MRR at risk',
    unit: 'minor',
    text: 'The part of MRR whose subscriptions are past due, now.',
    rules: ['M12', 'M13'],
    made: { of: 'standings', field: 'atRisk' },
  },
  committed_mrr: {
    title: 'Committed MRR',
    unit: 'minor',
    text: 'MRR of subscriptions that are not set to end, now.',
    rules: ['M15'],
    made: { of: 'standings', field: 'committed' },
  },
  new_mrr: movement('New MRR', 'new', 'MRR of customers who had none ever before.', ['W3']),
  expansion_mrr: movement('Expansion', 'expansion', 'More MRR from customers who were there before.', ['W3']),
  contraction_mrr: movement('Contraction', 'contraction', 'MRR lost from customers who stayed.', ['W3']),
  churned_mrr: movement('Churned MRR', 'churn', 'MRR of customers who left, at their last amount.', ['W3']),
  reactivation_mrr: movement('Reactivation', 'reactivation', 'MRR of customers who came back.', ['W3']),
  transfer_in_mrr: movement(
    'Transfers in',
    'transfer_in',
    'MRR that customers moved into this part from others; only where a part is asked for.',
    ['W8'],
  ),
  transfer_out_mrr: movement(
    'Transfers out',
    'transfer_out',
    'MRR that customers moved out of this part to others; only where a part is asked for.',
    ['W8'],
  ),
  net_new_mrr: {
    title: 'Net new MRR',
    unit: 'minor',
    text: 'All movements of the period together, exchange rates left aside.',
    rules: ['W7'],
    made: {
      of: 'sum',
      parts: [
        'new_mrr',
        'expansion_mrr',
        'reactivation_mrr',
        'transfer_in_mrr',
        '-contraction_mrr',
        '-churned_mrr',
        '-transfer_out_mrr',
      ],
    },
  },
  fx_mrr: {
    title: 'Exchange rates',
    unit: 'minor',
    text: 'What exchange rates alone changed: the end less the start and all movements.',
    rules: ['W6'],
    made: { of: 'sum', parts: ['mrr', '-start_mrr', '-net_new_mrr'] },
  },
  gained_mrr: {
    title: 'Gained MRR',
    unit: 'minor',
    text: 'New MRR, expansion and reactivation together.',
    rules: ['K8'],
    made: { of: 'sum', parts: ['new_mrr', 'expansion_mrr', 'reactivation_mrr'] },
  },
  lost_mrr: {
    title: 'Lost MRR',
    unit: 'minor',
    text: 'Contraction and churn together.',
    rules: ['K7', 'K8'],
    made: { of: 'sum', parts: ['contraction_mrr', 'churned_mrr'] },
  },
  net_lost_mrr: {
    title: 'Net lost MRR',
    unit: 'minor',
    text: 'Contraction and churn less expansion and reactivation.',
    rules: ['K7'],
    made: {
      of: 'sum',
      parts: ['contraction_mrr', 'churned_mrr', '-expansion_mrr', '-reactivation_mrr'],
    },
  },
  new_customers: {
    title: 'New customers',
    unit: 'count',
    text: 'Customers whose first MRR ever falls in the period.',
    rules: ['W3'],
    made: { of: 'movements', effects: ['new'], count: true },
  },
  reactivated_customers: {
    title: 'Reactivated customers',
    unit: 'count',
    text: 'Customers who came back in the period.',
    rules: ['W3'],
    made: { of: 'movements', effects: ['reactivation'], count: true },
  },
  churned_customers: {
    title: 'Churned customers',
    unit: 'count',
    text: 'Customers who left in the period; who left twice counts twice.',
    rules: ['W3'],
    made: { of: 'movements', effects: ['churn'], count: true },
  },
  lost_customers: {
    title: 'Lost customers',
    unit: 'count',
    text: 'Customers there at the start and gone at the end.',
    rules: ['K3'],
    made: { of: 'kept', what: 'lost' },
  },
  kept_customers: {
    title: 'Kept customers',
    unit: 'count',
    text: 'Customers there at the start and at the end.',
    rules: ['K3'],
    made: { of: 'sum', parts: ['start_customers', '-lost_customers'] },
  },
  kept_mrr: {
    title: 'Kept MRR, net',
    unit: 'minor',
    text: 'What the customers of the start have at the end, at the rates of the start.',
    rules: ['K5'],
    made: { of: 'kept', what: 'net' },
  },
  kept_mrr_gross: {
    title: 'Kept MRR, gross',
    unit: 'minor',
    text: 'The same, of each customer at most what was there at the start.',
    rules: ['K6'],
    made: { of: 'kept', what: 'gross' },
  },
  customer_churn: rate(
    'Customer churn',
    ['lost_customers', 'start_customers'],
    'Of the customers at the start, the share that is gone at the end. Who joined and left in between is in neither.',
    ['K3'],
  ),
  logo_retention: rate(
    'Customer retention',
    ['kept_customers', 'start_customers'],
    'Of the customers at the start, the share that is there at the end.',
    ['K3'],
  ),
  nrr: rate(
    'Net revenue retention',
    ['kept_mrr', 'start_mrr'],
    'What the customers of the start have at the end over what they had; above 100 % where those who grew outweigh those who left.',
    ['K5'],
  ),
  grr: rate(
    'Gross revenue retention',
    ['kept_mrr_gross', 'start_mrr'],
    'The same without growth: at most 100 %.',
    ['K6'],
  ),
  gross_revenue_churn: rate(
    'Gross revenue churn',
    ['kept_mrr_gross', 'start_mrr'],
    'What gross revenue retention leaves to 100 %.',
    ['K6'],
    true,
  ),
  net_revenue_churn: rate(
    'Net revenue churn',
    ['kept_mrr', 'start_mrr'],
    'What net revenue retention leaves to 100 %; negative where customers grow more than they leave.',
    ['K6'],
    true,
  ),
  gross_mrr_churn: rate(
    'Gross MRR churn, by movements',
    ['lost_mrr', 'start_mrr'],
    'Contraction and churn of the period over MRR at the start.',
    ['K7'],
  ),
  net_mrr_churn: rate(
    'Net MRR churn, by movements',
    ['net_lost_mrr', 'start_mrr'],
    'The same less expansion and reactivation; negative where more came than went.',
    ['K7'],
  ),
  quick_ratio: rate(
    'Quick ratio',
    ['gained_mrr', 'lost_mrr'],
    'Gained over lost MRR, 10000 is 1.0; without losses there is none.',
    ['K8'],
  ),
  new_sale_value: {
    title: 'New sale value',
    unit: 'minor',
    text: 'New MRR per new customer.',
    rules: ['K2'],
    made: { of: 'ratio', over: ['new_mrr', 'new_customers'] },
  },
  mrr_growth: rate('MRR growth', ['mrr_change', 'start_mrr'], 'Change of MRR over MRR at the start.', ['W7']),
  mrr_change: {
    title: 'Change of MRR',
    unit: 'minor',
    text: 'MRR at the end less MRR at the start, exchange rates included.',
    rules: ['W7'],
    made: { of: 'sum', parts: ['mrr', '-start_mrr'] },
  },
  customer_change: {
    title: 'Change of customers',
    unit: 'count',
    text: 'Active customers at the end less those at the start.',
    rules: ['W7'],
    made: { of: 'sum', parts: ['active_customers', '-start_customers'] },
  },
  customer_growth: rate(
    'Customer growth',
    ['customer_change', 'start_customers'],
    'Change of active customers over those at the start.',
    ['W7'],
  ),
  ltv: {
    title: 'Lifetime value',
    unit: 'minor',
    text: 'What a customer brings until leaving: ARPA over the customer churn of the last six complete months, pooled. None without churn.',
    rules: ['L1', 'L2'],
    made: { of: 'lifetime' },
  },
  ltv_60m: {
    title: 'Lifetime value, five years at most',
    unit: 'minor',
    text: 'The same with a lifetime of at most 60 months.',
    rules: ['L3'],
    made: { of: 'lifetime' },
  },
  pooled_churn: {
    title: 'Monthly churn, six months pooled',
    unit: 'bp',
    text: 'Customers lost over customers at the start, summed over the last six complete months.',
    rules: ['L1'],
    made: { of: 'lifetime' },
  },
  voluntary_churned_mrr: VOLUNTARY.mrr,
  voluntary_churned_customers: VOLUNTARY.customers,
  involuntary_churned_mrr: INVOLUNTARY.mrr,
  involuntary_churned_customers: INVOLUNTARY.customers,
  paused_churned_mrr: PAUSED.mrr,
  paused_churned_customers: PAUSED.customers,
  gross_volume: money(
    'Gross volume',
    'gross_volume',
    'Payments that reached the balance, with tax and one-off sales.',
    ['V2'],
  ),
  refunds: money('Refunds', 'refunds', 'What was refunded in the period.', ['V3']),
  disputes: money('Disputes', 'disputes', 'What disputes took in the period, less what came back.', ['V3']),
  processing_fees: money('Processing fees', 'processing_fees', 'What Stripe took of payments.', ['V4']),
  refund_fees: money('Refund fees', 'refund_fees', 'What Stripe took for refunds.', ['V4']),
  dispute_fees: money('Dispute fees', 'dispute_fees', 'What Stripe took for disputes, less what came back.', [
    'V4',
  ]),
  service_fees: money(
    'Service fees',
    'service_fees',
    'Fees that Stripe charged apart from payments, and network costs.',
    ['V4'],
  ),
  fees: {
    title: 'Fees',
    unit: 'minor',
    text: "Stripe's fees.",
    rules: ['V4'],
    made: { of: 'sum', parts: ['processing_fees', 'refund_fees', 'dispute_fees', 'service_fees'] },
  },
  net_revenue: {
    title: 'Net revenue',
    unit: 'minor',
    text: 'Gross volume less refunds and disputes, before fees.',
    rules: ['P2'],
    made: { of: 'sum', parts: ['gross_volume', '-refunds', '-disputes'] },
  },
  net_volume: {
    title: 'Net volume',
    unit: 'minor',
    text: 'Gross volume less refunds, disputes and fees: what payments left on the balance.',
    rules: ['V3'],
    made: { of: 'sum', parts: ['gross_volume', '-refunds', '-disputes', '-fees'] },
  },
  payments: {
    title: 'Payments',
    unit: 'count',
    text: 'How many payments reached the balance.',
    rules: ['V1'],
    made: { of: 'money', figure: 'payments' },
  },
  refund_rate: rate(
    'Refund rate',
    ['refunds', 'gross_volume'],
    'Refunds made in the period over gross volume.',
    ['V6'],
  ),
  effective_fee_rate: rate('Effective fee rate', ['fees', 'gross_volume'], 'Fees over gross volume.', ['V4']),
  estimated_fees: {
    title: 'Estimated fees',
    unit: 'minor',
    text: 'What Stripe is likely to take of payments that are not on the balance yet, by list prices; in no other figure.',
    rules: ['V5'],
    made: { of: 'estimates' },
  },
  receivables: owed('Receivables').amount,
  open_invoices: owed('Open invoices').count,
  receivables_not_due: owed('Receivables, not due', 'not_due').amount,
  open_invoices_not_due: owed('Open invoices, not due', 'not_due').count,
  receivables_1_30: owed('Receivables, 1 to 30 days late', 'days_1_30').amount,
  open_invoices_1_30: owed('Open invoices, 1 to 30 days late', 'days_1_30').count,
  receivables_31_60: owed('Receivables, 31 to 60 days late', 'days_31_60').amount,
  open_invoices_31_60: owed('Open invoices, 31 to 60 days late', 'days_31_60').count,
  receivables_61_90: owed('Receivables, 61 to 90 days late', 'days_61_90').amount,
  open_invoices_61_90: owed('Open invoices, 61 to 90 days late', 'days_61_90').count,
  receivables_over_90: owed('Receivables, over 90 days late', 'over_90').amount,
  open_invoices_over_90: owed('Open invoices, over 90 days late', 'over_90').count,
  available_funds: held('Available', 'available', 'What can be paid out now.'),
  pending_funds: held('Pending', 'pending', 'What is on the balance and has not settled yet, now.'),
  funds_in_transit: held('In transit', 'in_transit', 'Payouts that have not reached the bank, now.'),
  total_funds: {
    title: 'Total funds',
    unit: 'minor',
    text: 'Available, pending and in transit together.',
    rules: ['F2'],
    made: { of: 'sum', parts: ['available_funds', 'pending_funds', 'funds_in_transit'] },
  },
  expected_payouts: {
    title: 'Expected payouts',
    unit: 'minor',
    text: 'What will be paid out in the next 35 days, by the schedule and what settles until then; bank holidays are not considered, nor payments to come.',
    rules: ['F3'],
    made: { of: 'funds', what: 'expected' },
  },
  opening_balance: {
    title: 'Opening balance',
    unit: 'minor',
    text: 'Available and pending at the end of the day before the period, by all that had moved.',
    rules: ['F5'],
    made: { of: 'cash_balance', at: 'start' },
  },
  closing_balance: {
    title: 'Closing balance',
    unit: 'minor',
    text: 'Available and pending at the end of the period, by all that had moved.',
    rules: ['F5'],
    made: { of: 'cash_balance', at: 'end' },
  },
  money_in: moved('Money in', 'inflow', 'Net of the kinds of transaction that brought money on a day.'),
  money_out: moved('Money out', 'outflow', 'Net of those that took some, payouts aside.'),
  paid_out: moved('Paid out', 'payouts', 'Payouts made in the period, less those that came back.'),
  balance_fx: {
    title: 'Exchange rates',
    unit: 'minor',
    text: 'What exchange rates alone changed of the balance: the end less the start and all that moved.',
    rules: ['F5', 'W6'],
    made: { of: 'sum', parts: ['closing_balance', '-opening_balance', '-money_in', 'money_out', 'paid_out'] },
  },
  card_payments: {
    title: 'Card payments',
    unit: 'count',
    text: 'Successful card payments of the period.',
    rules: ['X1'],
    made: { of: 'card_payments' },
  },
  opened_disputes: disputed('Disputes', 'opened', 'Disputes opened in the period; inquiries are none.', [
    'X1',
  ]),
  disputed_amount: {
    title: 'Disputed amount',
    unit: 'minor',
    text: 'What disputes opened in the period are about.',
    rules: ['X1'],
    made: { of: 'disputes', which: 'opened', amount: true },
  },
  disputed_payments: disputed(
    'Disputed payments',
    'payments',
    'Payments of the period that were disputed since.',
    ['X2'],
  ),
  dispute_activity: rate(
    'Dispute activity',
    ['opened_disputes', 'card_payments'],
    'Disputes opened in the period over its card payments, by count.',
    ['X1'],
  ),
  dispute_rate: rate(
    'Dispute rate',
    ['disputed_payments', 'card_payments'],
    'Of the card payments of the period, the share that was disputed since; it rises for about 120 days.',
    ['X2'],
  ),
  won_disputes: disputed('Won', 'won', 'Disputes opened in the period that were won.', ['X2']),
  lost_disputes: disputed('Lost', 'lost', 'Disputes opened in the period that were lost.', ['X2']),
  decided_disputes: {
    title: 'Decided',
    unit: 'count',
    text: 'Disputes opened in the period that were won or lost.',
    rules: ['X2'],
    made: { of: 'sum', parts: ['won_disputes', 'lost_disputes'] },
  },
  win_rate: rate(
    'Win rate',
    ['won_disputes', 'decided_disputes'],
    'Of the disputes opened in the period that are decided, the share that was won.',
    ['X2'],
  ),
  inquiries: disputed(
    'Inquiries',
    'inquiries',
    'Questions of banks in the period that are no disputes so far.',
    ['X1'],
  ),
  fraud_warnings: {
    title: 'Fraud warnings',
    unit: 'count',
    text: 'Early warnings of fraud by banks in the period.',
    rules: ['X3'],
    made: { of: 'fraud_warnings' },
  },
  open_disputes: disputed('Open disputes', 'open', 'Disputes that are not decided, now.', ['X1']),
  open_disputes_amount: {
    title: 'Amount of open disputes',
    unit: 'minor',
    text: 'What disputes that are not decided are about, now.',
    rules: ['X1'],
    made: { of: 'disputes', which: 'open', amount: true },
  },
  visa_payments: byNetwork('visa').payments,
  visa_disputes: byNetwork('visa').disputes,
  visa_fraud_warnings: {
    title: 'Fraud warnings, Visa',
    unit: 'count',
    text: 'Early warnings of fraud in the period about Visa payments.',
    rules: ['X3'],
    made: { of: 'fraud_warnings', network: 'visa' },
  },
  vamp_items: {
    title: 'Visa disputes and fraud warnings',
    unit: 'count',
    text: "What Visa's monitoring counts: disputes and reports of fraud of the period, a payment with both twice. We see fraud warnings as reports, so this is an estimate.",
    rules: ['X3'],
    made: { of: 'sum', parts: ['visa_disputes', 'visa_fraud_warnings'] },
  },
  mastercard_payments: byNetwork('mastercard').payments,
  mastercard_disputes: byNetwork('mastercard').disputes,
  mastercard_fraud_disputes: {
    title: 'Disputes for fraud, Mastercard',
    unit: 'count',
    text: 'Disputes opened in the period about Mastercard payments that the holder calls fraud.',
    rules: ['X5'],
    made: { of: 'disputes', which: 'opened', network: 'mastercard', fraud: true },
  },
  started_trials: trials('Trials started', 'started', 'Trials that began in the period.'),
  running_trials: trials('Running trials', 'running', 'Trials that run at the end of the period.'),
  ended_trials: {
    title: 'Trials ended',
    unit: 'count',
    text: 'Trials that ended in the period, also because the subscription did.',
    rules: ['T1'],
    made: { of: 'sum', parts: ['converted_trials', 'not_converted_trials', 'pending_trials'] },
  },
  converted_trials: trials(
    'Converted',
    'converted',
    'Trials that ended in the period and were paid for within 14 days.',
  ),
  not_converted_trials: trials(
    'Not converted',
    'not_converted',
    'Trials that ended in the period and were not paid for within 14 days.',
  ),
  pending_trials: trials(
    'Pending',
    'pending',
    'Trials that ended in the period, are not paid for, and are still within 14 days.',
  ),
  decided_trials: {
    title: 'Trials decided',
    unit: 'count',
    text: 'Trials that ended in the period and have converted or not.',
    rules: ['T2'],
    made: { of: 'sum', parts: ['converted_trials', 'not_converted_trials'] },
  },
  trial_conversion: rate(
    'Trial conversion',
    ['converted_trials', 'decided_trials'],
    'Of the trials that ended in the period and are decided, the share that was paid for: at most 100 %.',
    ['T2'],
  ),
} as const satisfies Record<string, FigureDefinition>

export type FigureName = keyof typeof FIGURES
