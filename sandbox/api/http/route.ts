import type { Json, JsonObject } from '../json'
import type { Account } from '../store/account'
import type { Params } from './params'

/** What a handler is given. */
export interface Call {
  account: Account
  /** The ids in the path, in order. */
  ids: string[]
  params: Params
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  /** As in Stripe's reference, with `:name` for ids. */
  path: string
  /** What kind of object or list it answers, for expanding. */
  answers: string
  /** Reads and checks the parameters, then returns what does the work. Nothing is changed before that is called. */
  prepare: (call: Call) => () => JsonObject
}

export type { Json }
