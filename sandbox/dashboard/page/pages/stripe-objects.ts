/** The few fields of Stripe's objects that the page itself shows. */
export type Customer = {
  id: string
  name?: string | null
  email?: string | null
  created: number
  currency?: string | null
  deleted?: boolean
}
export type Charge = {
  id: string
  amount: number
  currency: string
  created: number
  status: string
  description?: string | null
}
export type StripeList<T> = { data: T[]; has_more: boolean }
export type Balance = {
  available: { amount: number; currency: string }[]
  pending: { amount: number; currency: string }[]
}
