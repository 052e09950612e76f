import type { ReactNode } from 'react'
import { AppDrawer } from '../AppDrawer'
import { objectContextOf, pageEntry, type PageName } from '../page-table'
import type { Answer } from '../use-stripe'
import { PlaceLink } from './PlaceLink'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

type Fact = readonly [label: string, value: ReactNode]

/** An object's fields by name; what it does not have is a dash. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className="ui-none">—</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Metadata as facts, where there is any. */
export function Metadata({ of }: { of: Record<string, string> | undefined }) {
  const entries = Object.entries(of ?? {})
  if (entries.length === 0) return null
  return (
    <Section title="Metadata">
      <Facts facts={entries} />
    </Section>
  )
}

type DetailProps<T> = {
  page: PageName
  id: string
  answer: Answer<T>
  title: (object: T) => ReactNode
  badge?: (object: T) => ReactNode
  children: (object: T) => ReactNode
}

/** The page of one object: where it belongs, what it is, what hangs together with it, and the app's drawer. */
export function Detail<T>({ page, id, answer, title, badge, children }: DetailProps<T>) {
  const { title: parent, detail } = pageEntry(page)
  return (
    <div className="with-drawer">
      <div className="page" aria-busy={answer.state === 'loading'}>
        <header>
          <nav aria-label="Breadcrumb" className="ui-breadcrumbs">
            <PlaceLink to={{ page }}>{parent}</PlaceLink>
          </nav>
          <div className="page-title">
            <h1>{answer.state === 'ready' ? title(answer.value) : id}</h1>
            {answer.state === 'ready' ? badge?.(answer.value) : null}
          </div>
        </header>
        {answer.state === 'ready' ? children(answer.value) : null}
        {answer.state === 'failed' ? <p className="note">{answer.message}</p> : null}
        {answer.state === 'loading' ? (
          <>
            <div className="ui-skeleton" style={{ height: 180 }} />
            <div className="ui-skeleton" style={{ height: 220 }} />
          </>
        ) : null}
      </div>
      <AppDrawer viewport={detail?.viewport ?? null} objectContext={objectContextOf(page, id)} />
    </div>
  )
}
