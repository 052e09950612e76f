/** What is stored of customers that tells how likely they leave (Q1). */
import { loadHistories } from '../analytics/facts'
import type { InvoiceFact } from '../analytics/from-stripe'
import { FactModel, MovementModel, type StandingDocument } from '../analytics/model'
import { trusted } from '../database/query'
import type { RiskHistory } from '../metrics'
import { ChargeModel, DisputeModel, RefundModel } from '../payments/model'

const CHARGE_FIELDS = {
  id: 1,
  'object.customer': 1,
  'object.created': 1,
  'object.status': 1,
  'object.payment_method_details.card': 1,
}
const INVOICE_FIELDS = { customer: 1, 'data.subscription': 1, 'data.created': 1, 'data.lines': 1 }
const ABOUT_CHARGE = { 'object.charge': 1, 'object.created': 1 }

/** By customer; the standings are those of the account in scope. */
export async function riskHistories(
  standings: Pick<StandingDocument, 'customer' | 'foreseen'>[],
): Promise<Map<string, RiskHistory>> {
  const own = trusted({ $in: standings.map(({ customer }) => customer) })
  const [histories, movements, invoices, charges] = await Promise.all([
    loadHistories(standings.map(({ customer }) => customer)),
    MovementModel.find({ customer: own, knownTo: null }, { customer: 1, day: 1, type: 1, reason: 1 })
      .sort({ day: 1 })
      .lean(),
    FactModel.find({ customer: own, object: 'invoice' }).select(INVOICE_FIELDS).lean(),
    ChargeModel.find({ 'object.customer': own }).select(CHARGE_FIELDS).lean(),
  ])
  const among = { 'object.charge': trusted({ $in: charges.map(({ id }) => id) }) }
  const [refunds, disputes] = await Promise.all([
    RefundModel.find(among).select(ABOUT_CHARGE).lean(),
    DisputeModel.find(among).select(ABOUT_CHARGE).lean(),
  ])

  const known = new Map(
    standings.map(({ customer, foreseen }): [string, RiskHistory] => {
      const history = histories.get(customer) ?? { customer, versions: [], discounts: [] }
      return [
        customer,
        { history, foreseen, movements: [], billed: [], payments: [], refunds_and_disputes: [] },
      ]
    }),
  )
  for (const { customer, ...movement } of movements) known.get(customer)?.movements.push(movement)
  for (const { customer, data } of invoices) {
    const { subscription, created: at, lines } = data as InvoiceFact
    const ends = lines.filter(({ proration }) => !proration).map(({ period }) => period.end)
    if (ends.length > 0)
      known.get(customer ?? '')?.billed.push({ subscription, at, until: Math.max(...ends) })
  }
  const customerOf = new Map<string, string>()
  for (const { id, object } of charges) {
    const customer = typeof object.customer === 'string' ? object.customer : ''
    customerOf.set(id, customer)
    const { exp_month, exp_year } = object.payment_method_details?.card ?? {}
    known.get(customer)?.payments.push({
      at: object.created,
      failed: object.status === 'failed',
      card: exp_month && exp_year ? { exp_month, exp_year } : null,
    })
  }
  for (const { object } of [...refunds, ...disputes]) {
    const customer = customerOf.get(typeof object.charge === 'string' ? object.charge : '')
    known.get(customer ?? '')?.refunds_and_disputes.push(object.created)
  }
  for (const { billed, payments } of known.values())
    for (const dated of [billed, payments]) dated.sort((a, b) => a.at - b.at)
  return known
}
