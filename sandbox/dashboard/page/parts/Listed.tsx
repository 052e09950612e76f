import type Stripe from 'stripe'
import type { ReactNode } from 'react'
import { AppDrawer } from '../AppDrawer'
import type { Params, Place } from '../addresses'
import { pageEntry, type PageName } from '../page-table'
import { usePreview } from '../preview-context'
import { useStripe } from '../use-stripe'
import { ObjectTable, type Column } from './ObjectTable'
import { PlaceLink } from './PlaceLink'

const PAGE_SIZE = 20

type Tab = { id: string; label: string }

/** The filter and the cursor of a list, which the address bar holds. */
export function useListQuery(): Params {
  const { place } = usePreview()
  return 'query' in place ? (place.query ?? {}) : {}
}

type FrameProps = { page: PageName; tabs?: Tab[]; tools?: ReactNode; children: ReactNode }

/** A page with a list: its title, its filter as tabs, and the app's drawer beside it. The first tab has no name. */
export function ListFrame({ page, tabs = [], tools, children }: FrameProps) {
  const { status = '' } = useListQuery()
  const { title, viewport } = pageEntry(page)
  return (
    <div className="with-drawer">
      <div className="page">
        <header className="page-header">
          <h1>{title}</h1>
          {tools}
        </header>
        {tabs.length > 0 ? (
          <nav className="filter" aria-label={`${title} by status`}>
            {tabs.map(({ id, label }) => (
              <PlaceLink
                key={id}
                className="filter-tab"
                current={id === status}
                to={id === '' ? { page } : { page, query: { status: id } }}
              >
                {label}
              </PlaceLink>
            ))}
          </nav>
        ) : null}
        {children}
      </div>
      <AppDrawer viewport={viewport} />
    </div>
  )
}

type ListedProps<T> = {
  page: PageName
  /** The list at Stripe with its filter, without a cursor. */
  path: string
  columns: Column<T>[]
  empty: string
  open?: (row: T) => Place
}

function Pager({ page, first, last, isFirst, hasMore }: PagerProps) {
  const { navigate } = usePreview()
  const { starting_after: _after, ending_before: _before, ...filter } = useListQuery()
  const button = (label: string, disabled: boolean, cursor: Params) => (
    <button
      type="button"
      className="ui-button ui-button-secondary ui-button-small"
      disabled={disabled}
      onClick={() => navigate({ page, query: { ...filter, ...cursor } })}
    >
      {label}
    </button>
  )
  return (
    <nav className="ui-pager" aria-label="Pages">
      {button('Previous', isFirst || !first, { ending_before: first ?? '' })}
      {button('Next', !hasMore || !last, { starting_after: last ?? '' })}
    </nav>
  )
}

type PagerProps = {
  page: PageName
  first: string | undefined
  last: string | undefined
  isFirst: boolean
  hasMore: boolean
}

/** A list of the stand-in, page by page: by the last id forward, by the first id back. */
export function Listed<T extends { id: string }>({ page, path, columns, empty, open }: ListedProps<T>) {
  const { starting_after: after, ending_before: before } = useListQuery()
  const cursor = after ? `&starting_after=${after}` : before ? `&ending_before=${before}` : ''
  const answer = useStripe<Stripe.ApiList<T>>(
    `${path}${path.includes('?') ? '&' : '?'}limit=${PAGE_SIZE}${cursor}`,
  )
  const { title } = pageEntry(page)
  const list = answer.state === 'ready' ? answer.value : null
  const [first, last] = [list?.data[0]?.id, list?.data.at(-1)?.id]
  // `has_more` speaks of the direction that was asked for.
  const isFirst = before ? !list?.has_more : !after
  const hasMore = before ? true : (list?.has_more ?? false)
  return (
    <div>
      <ObjectTable
        label={title}
        expected={PAGE_SIZE}
        {...{ columns, answer, empty }}
        {...(open ? { open } : {})}
      />
      <Pager {...{ page, first, last, isFirst, hasMore }} />
    </div>
  )
}
