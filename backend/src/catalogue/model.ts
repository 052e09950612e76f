import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'

export const ProductModel: Mirror<Stripe.Product> = defineMirror('products')
export const PriceModel: Mirror<Stripe.Price> = defineMirror('prices')
