import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'

export const InvoiceModel: Mirror<Stripe.Invoice> = defineMirror('invoices', [
  { fields: { 'object.customer': 1, 'object.created': -1 } },
  { fields: { 'object.status_transitions.paid_at': 1 } },
  // most are paid: of the open ones alone it costs nothing
  { fields: { 'object.status': 1 }, partialFilterExpression: { 'object.status': 'open' } },
])
