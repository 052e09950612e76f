/** What in an account needs somebody, summed by currency. Runs in the scope of the account. */
import { RiskModel, RiskRunModel } from '../risk/model'
import { DisputeModel, ChargeModel } from '../payments/model'
import { InvoiceModel } from '../invoices/model'
import { idOf } from '../analytics/from-stripe'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import type { Currency } from '../metrics'
import type { AttentionCase } from './schema'

/** Cases that are named of each kind. */
export const NAMED = 3

/** All of a kind in one currency. Amounts in its minor units. */
export interface Group {
  currency: Currency
  count: number
  amount: number
  /** The earliest deadline of all, seconds. */
  due: number | null
  /** The most urgent. */
  cases: Omit<AttentionCase, 'account' | 'customer_name'>[]
}

interface Found<T> {
  _id: Currency
  count: number
  amount: number
  top: T[]
}

const top = (sortBy: Record<string, 1 | -1>, output: Record<string, string>) => ({
  $topN: { n: NAMED, sortBy, output },
})

/** Invoices that Stripe charges by itself, tried and still open. */
export async function failedPayments(): Promise<Group[]> {
  const found = await InvoiceModel.aggregate<Found<{ id: string; customer: string; amount: number }>>([
    {
      $match: {
        'object.status': 'open',
        'object.attempted': true,
        'object.collection_method': 'charge_automatically',
      },
    },
    {
      $group: {
        _id: '$object.currency',
        count: { $sum: 1 },
        amount: { $sum: '$object.amount_remaining' },
        top: top(
          { 'object.amount_remaining': -1, _id: 1 },
          { id: '$id', customer: '$object.customer', amount: '$object.amount_remaining' },
        ),
      },
    },
  ])
  return found.map(({ _id: currency, count, amount, top: largest }) => ({
    ...{ currency, count, amount, due: null },
    cases: largest.map((one) => ({ ...one, customer: one.customer ?? null, currency, due: null })),
  }))
}

/** Disputes and inquiries that wait for an answer. One acts at their payment. */
export async function openDisputes(): Promise<Group[]> {
  const found = await DisputeModel.aggregate<
    Found<{ charge: string; payment?: string | null; amount: number; due?: number | null }> & {
      due: number | null
    }
  >([
    { $match: { 'object.status': trusted({ $in: ['needs_response', 'warning_needs_response'] }) } },
    {
      $group: {
        _id: '$object.currency',
        count: { $sum: 1 },
        amount: { $sum: '$object.amount' },
        due: { $min: '$object.evidence_details.due_by' },
        top: top(
          { 'object.evidence_details.due_by': 1, _id: 1 },
          {
            charge: '$object.charge',
            payment: '$object.payment_intent',
            amount: '$object.amount',
            due: '$object.evidence_details.due_by',
          },
        ),
      },
    },
  ])
  const charges = found.flatMap(({ top: soonest }) => soonest.map(({ charge }) => scopedId(charge)))
  const paid = await ChargeModel.find({ _id: trusted({ $in: charges }) })
    .select({ id: 1, 'object.customer': 1 })
    .lean()
  const customers = new Map(paid.map(({ id, object }) => [id, object.customer && idOf(object.customer)]))
  return found.map(({ _id: currency, count, amount, due, top: soonest }) => ({
    ...{ currency, count, amount, due },
    cases: soonest.map((one) => ({
      id: one.payment ?? one.charge,
      customer: customers.get(one.charge) ?? null,
      ...{ amount: one.amount, currency, due: one.due ?? null },
    })),
  }))
}

/** Customers whose card expires before the next charge, by the latest run of the churn risk; amounts are MRR. */
export async function expiringCards(): Promise<Group[]> {
  const run = await RiskRunModel.findOne().sort({ takenAt: -1 }).lean()
  if (!run) return []
  const { currency } = run
  const found = await RiskModel.aggregate<Found<{ customer: string; amount: number }>>([
    { $match: { run: run.run, cardExpires: true } },
    {
      $group: {
        _id: currency,
        count: { $sum: 1 },
        amount: { $sum: '$mrr' },
        top: top({ mrr: -1, _id: 1 }, { customer: '$customer', amount: '$mrr' }),
      },
    },
  ])
  return found.map(({ count, amount, top: largest }) => ({
    ...{ currency, count, amount, due: null },
    cases: largest.map((one) => ({ ...one, id: one.customer, currency, due: null })),
  }))
}
