import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'

export const PaymentIntentModel: Mirror<Stripe.PaymentIntent> = defineMirror('payment_intents', [
  { fields: { 'object.customer': 1 } },
])
export const ChargeModel: Mirror<Stripe.Charge> = defineMirror('charges', [
  { fields: { 'object.customer': 1 } },
  { fields: { 'object.created': 1 } },
])
export const DisputeModel: Mirror<Stripe.Dispute> = defineMirror('disputes', [
  { fields: { 'object.charge': 1 } },
  { fields: { 'object.status': 1 } },
  { fields: { 'object.created': 1 } },
])
export const EarlyFraudWarningModel: Mirror<Stripe.Radar.EarlyFraudWarning> = defineMirror(
  'early_fraud_warnings',
  [{ fields: { 'object.charge': 1 } }, { fields: { 'object.created': 1 } }],
)
export const RefundModel: Mirror<Stripe.Refund> = defineMirror('refunds', [
  { fields: { 'object.charge': 1 } },
])
