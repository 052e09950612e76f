/** Everything an account stores, by kind. Field names are those of the API where the meaning is the same. */
export type * from './records/customers'
export type * from './records/catalogue'
export type * from './records/billing'
export type * from './records/payments'
export type * from './records/platform'
export type * from './records/connect'
export type * from './records/entitlements'
