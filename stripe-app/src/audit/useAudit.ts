import { ifNoneMatch, toReading } from '../api/reading'
import type { AuditEntry, AuditVerification } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { usePages } from '../hooks/usePages'
import { useResource } from '../hooks/useResource'
import { toQuery, type AuditFilter } from './filter'

export function useAuditEntries(filter: AuditFilter) {
  const api = useApi()
  return usePages<AuditEntry>({
    key: `audit ${JSON.stringify(filter)}`,
    read: async (page, etag) => {
      const query = { ...page, ...toQuery(filter) }
      return toReading(await api.GET('/v1/audit_entries', { params: { query }, headers: ifNoneMatch(etag) }))
    },
  })
}

/** Entries that one request verifies at most. */
const STRETCH = 20_000
/** Stretches that are verified here; the command line verifies trails of any length. */
const MOST_STRETCHES = 10

/** Whether the trail holds, as of a moment (milliseconds since 1970). */
export type Checked = AuditVerification & { at: number }

/** Verifies the trail when it is shown, and when asked again. */
export function useVerification() {
  const api = useApi()
  return useResource<Checked>({
    key: 'verification',
    read: async () => {
      let from: number | null = 1
      let last: AuditVerification | undefined
      for (let stretch = 0; from !== null && stretch < MOST_STRETCHES; stretch += 1) {
        const query: { from: number; limit: number } = { from, limit: STRETCH }
        const { data } = await api.GET('/v1/audit_entries/verification', { params: { query } })
        if (!data) throw new Error('The answer was empty.')
        last = data
        from = data.next_from
      }
      if (!last) throw new Error('Nothing was verified.')
      return { data: { ...last, at: Date.now() }, etag: null }
    },
  })
}
