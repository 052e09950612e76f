import { useCallback, useState } from 'react'
import { toReading, type Read } from '../api/reading'
import type { Evidence } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { useResource } from '../hooks/useResource'

export const ROWS = 20

/** The question in a link of the backend, as the typed client takes it. */
function questionOf(link: string) {
  const params = new URLSearchParams(link.split('?')[1] ?? '')
  const number = (name: string) => {
    const value = params.get(name)
    return value === null ? {} : { [name]: Number(value) }
  }
  const text = (name: string) => {
    const value = params.get(name)
    return value === null ? {} : { [name]: value }
  }
  const slice = params.getAll('slice')
  return {
    figure: (params.get('figure') ?? 'mrr') as Evidence['figure'] & 'mrr',
    ...text('from'),
    ...text('to'),
    ...text('currency'),
    ...text('account'),
    ...text('mode'),
    ...number('at'),
    ...number('known_at'),
    ...(slice.length > 0 ? { slice } : {}),
  }
}

/** What a figure is made of, by pages. */
export function useEvidencePages(link: string) {
  const api = useApi()
  const [cursors, setCursors] = useState<string[]>([])
  const after = cursors.at(-1)
  const read = useCallback<Read<Evidence>>(
    async () =>
      toReading(
        await api.GET('/v1/analytics/evidence', {
          params: {
            query: { ...questionOf(link), limit: ROWS, ...(after ? { starting_after: after } : {}) },
          },
        }),
      ),
    [api, link, after],
  )
  const evidence = useResource({ key: `evidence ${link} ${after ?? ''}`, read })
  const turn = (number: number, lastId: string | undefined) => {
    if (number <= cursors.length) setCursors(cursors.slice(0, number - 1))
    else if (lastId) setCursors([...cursors, lastId])
  }
  return { evidence, page: cursors.length + 1, turn }
}
