import { useCallback } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { Customer, CustomerMrr } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { useFound } from '../hooks/useFound'
import { POLL_MS, useResource } from '../hooks/useResource'

export function useCustomer(id: string) {
  const api = useApi()
  return useFound<Customer>(`customer ${id}`, (etag) =>
    api.GET('/v1/customers/{id}', { params: { path: { id } }, headers: ifNoneMatch(etag) }),
  )
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
