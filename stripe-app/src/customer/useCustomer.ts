import { useCallback } from 'react'
import { ApiProblem } from '../api/problem'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { Customer, CustomerMrr } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource } from '../hooks/useResource'

/** A customer of the account; null while the backend does not know them yet. */
export function useCustomer(id: string) {
  const api = useApi()
  const read = useCallback<Read<Customer | null>>(
    async (etag) => {
      try {
        return toReading(
          await api.GET('/v1/customers/{id}', { params: { path: { id } }, headers: ifNoneMatch(etag) }),
        )
      } catch (cause) {
        if (cause instanceof ApiProblem && cause.status === 404) return { data: null, etag: null }
        throw cause
      }
    },
    [api, id],
  )
  return useResource({
    key: `customer ${id}`,
    read: asFound(read),
    isEmpty: isUnknown,
    isPartial,
    pollMs: POLL_MS,
  })
}

/** Unknown is an answer of its own, not a missing one. */
export type FoundCustomer = { customer: Customer | null }

const isPartial = ({ customer }: FoundCustomer) => customer !== null && !customer.complete
const isUnknown = ({ customer }: FoundCustomer) => customer === null

function asFound(read: Read<Customer | null>): Read<FoundCustomer> {
  return async (etag) => {
    const reading = await read(etag)
    return reading === 'unchanged' ? reading : { data: { customer: reading.data }, etag: reading.etag }
  }
}

/** A customer's MRR over time. */
export function useCustomerMrr(id: string) {
  const api = useApi()
  const read = useCallback<Read<CustomerMrr>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/customers/{id}/mrr', { params: { path: { id } }, headers: ifNoneMatch(etag) }),
      ),
    [api, id],
  )
  const isEmpty = useCallback(({ data }: CustomerMrr) => data.every(({ value }) => value === 0), [])
  return useResource({ key: `customer mrr ${id}`, read, isEmpty, pollMs: POLL_MS })
}
