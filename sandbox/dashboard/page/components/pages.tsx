import type { DetailPageProps, OverviewPageProps, PageModuleProps } from '@stripe/ui-extension-sdk/ui'
import type { ReactNode } from 'react'
import { Button, Link } from './actions'
import { callRemote } from './events'

function Columns({
  primary,
  secondary,
  pending,
}: {
  primary: ReactNode
  secondary: ReactNode
  pending: boolean
}) {
  if (pending) {
    return (
      <div className="ui-columns" role="status" aria-busy="true" aria-label="Loading">
        <div className="ui-column">
          <div className="ui-skeleton" style={{ height: 96 }} />
          <div className="ui-skeleton" style={{ height: 260 }} />
          <div className="ui-skeleton" style={{ height: 260 }} />
        </div>
      </div>
    )
  }
  return (
    <div className={`ui-columns${secondary ? ' has-secondary' : ''}`}>
      <div className="ui-column">{primary}</div>
      {secondary ? <div className="ui-column">{secondary}</div> : null}
    </div>
  )
}

export function OverviewPage({ primaryColumn, secondaryColumn, pending = false }: OverviewPageProps) {
  return <Columns primary={primaryColumn} secondary={secondaryColumn} pending={pending} />
}

type PageAction = NonNullable<PageModuleProps['extraActions']>[number]

function PageActions({ actions, size }: { actions: PageAction[]; size: 'small' | 'medium' }) {
  return (
    <div className="ui-button-group">
      {actions.map(({ label, onPress, type, disabled }) => (
        <Button key={label} type={type} size={size} disabled={disabled} onPress={() => callRemote(onPress)}>
          {label}
        </Button>
      ))}
    </div>
  )
}

export function PageModule({ children, title, extraActions = [], subtitle }: PageModuleProps) {
  return (
    <section className="ui-module" aria-label={title}>
      <header className="ui-module-header">
        <div>
          <h2>{title}</h2>
          {subtitle ? <p>{subtitle}</p> : null}
        </div>
        {extraActions.length > 0 ? <PageActions actions={extraActions} size="small" /> : null}
      </header>
      {children}
    </section>
  )
}

export function DetailPage(props: DetailPageProps) {
  const {
    breadcrumbs,
    primaryColumn,
    title,
    actions = [],
    description,
    pending = false,
    secondaryColumn,
  } = props
  return (
    <section className="ui-full-page" aria-label={title}>
      <nav aria-label="Breadcrumb" className="ui-breadcrumbs">
        {breadcrumbs.map(({ label, route }) => (
          <Link key={label} href={route}>
            {label}
          </Link>
        ))}
      </nav>
      <header className="ui-full-page-header">
        <div>
          <h1>{title}</h1>
          {description ? <p>{description}</p> : null}
        </div>
        {actions.length > 0 ? <PageActions actions={actions} size="medium" /> : null}
      </header>
      <Columns primary={primaryColumn} secondary={secondaryColumn} pending={pending} />
    </section>
  )
}
