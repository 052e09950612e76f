import { ifNoneMatch, toReading } from '../api/reading'
import type { Reconciliation } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { usePages } from '../hooks/usePages'
import { POLL_MS, useResource } from '../hooks/useResource'

/** The products that ours is compared with. */
export const PRODUCTS = {
  match_stripe_classic: 'Stripe',
  match_chartmogul: 'ChartMogul',
  match_profitwell: 'ProfitWell',
} as const satisfies Partial<Record<Reconciliation['preset'], string>>
export type Product = keyof typeof PRODUCTS
export type Rule = Reconciliation['rules'][number]['rule']

/** Our MRR of today beside that of a product, split by rule. */
export function useReconciliation(preset: Product) {
  const api = useApi()
  return useResource<Reconciliation>({
    key: `reconciliation ${preset}`,
    read: async (etag) =>
      toReading(
        await api.GET('/v1/analytics/reconciliation', {
          params: { query: { preset, limit: 1 } },
          headers: ifNoneMatch(etag),
        }),
      ),
    pollMs: POLL_MS,
  })
}

/** The subscriptions that differ, or those that one rule touches, by pages. */
export function useDifferingSubscriptions(preset: Product, rule: Rule | null) {
  const api = useApi()
  return usePages<Reconciliation['data'][number], Reconciliation>({
    key: `reconciliation ${preset} ${rule ?? ''}`,
    read: async (query, etag) =>
      toReading(
        await api.GET('/v1/analytics/reconciliation', {
          params: { query: { ...query, preset, ...(rule ? { rule } : {}) } },
          headers: ifNoneMatch(etag),
        }),
      ),
  })
}
