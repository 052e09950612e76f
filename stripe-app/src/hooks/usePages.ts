import { useState } from 'react'
import type { Reading } from '../api/reading'
import { POLL_MS, useResource, type Loadable } from './useResource'

export const PAGE_SIZE = 20

export type Page<T> = { data: T[]; has_more: boolean }
export type PageQuery = { limit: number; starting_after?: string }

export type Pages<T, P extends Page<T> = Page<T>> = {
  page: Loadable<P> & { refresh: () => void }
  /** What `DataTable` wants to know of the pages of a list that is read by cursor. */
  paginationOf: (page: Page<T>) => {
    pageSize: number
    currentPage: number
    hasMore: boolean
    onPageChange: (number: number) => void
  }
}

type PagesOptions<P> = {
  /** Names the list with its filter; another key starts at its first page. */
  key: string
  read: (query: PageQuery, etag: string | null) => Promise<Reading<P>>
}

/** A list by pages, newest first; the page that is shown is kept fresh. */
export function usePages<T extends { id: string }, P extends Page<T> = Page<T>>({
  key,
  read,
}: PagesOptions<P>): Pages<T, P> {
  const [turned, setTurned] = useState<{ key: string; cursors: string[] }>({ key, cursors: [] })
  const cursors = turned.key === key ? turned.cursors : []
  const after = cursors.at(-1)
  const page = useResource({
    key: `${key} ${after ?? ''}`,
    read: (etag) => read(after ? { limit: PAGE_SIZE, starting_after: after } : { limit: PAGE_SIZE }, etag),
    isEmpty: ({ data }) => data.length === 0 && !after,
    pollMs: POLL_MS,
  })
  return {
    page,
    paginationOf: ({ data, has_more }) => ({
      pageSize: PAGE_SIZE,
      currentPage: cursors.length + 1,
      hasMore: has_more,
      onPageChange: (number) => {
        const lastId = data.at(-1)?.id
        if (number <= cursors.length) setTurned({ key, cursors: cursors.slice(0, number - 1) })
        else if (lastId) setTurned({ key, cursors: [...cursors, lastId] })
      },
    }),
  }
}
