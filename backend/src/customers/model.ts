import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'

export const CustomerModel: Mirror<Stripe.Customer> = defineMirror('customers', [
  { fields: { 'object.created': -1, _id: -1 } },
])
