import type {
  DetailPagePropertyListProps,
  DetailPageTableProps,
  DetailPageModuleAction,
} from '@stripe/ui-extension-sdk/ui'
import { usePreview } from '../preview-context'
import { Button, Link } from './actions'
import { DataTable } from './DataTable'
import { callRemote } from './events'
import { PropertyList, PropertyListItem } from './lists'

type ModuleProps = Pick<DetailPageTableProps, 'createAction' | 'error' | 'extraActions' | 'showOpenAppAction'>

function ModuleFailed({ error }: { error: NonNullable<ModuleProps['error']> }) {
  return (
    <div className="ui-empty" role="alert">
      <p>{error.message}</p>
      {error.errorAction ? <a href={error.errorAction.href}>{error.errorAction.title}</a> : null}
    </div>
  )
}

function ExtraAction({ action }: { action: DetailPageModuleAction }) {
  if ('href' in action) return <Link href={action.href}>{action.label}</Link>
  return (
    <Button size="small" onPress={() => callRemote(action.onPress)}>
      {action.label}
    </Button>
  )
}

/** What can be done with a module, above its content. */
function ModuleActions({ createAction, extraActions = [], showOpenAppAction = false }: ModuleProps) {
  const { session } = usePreview()
  if (!createAction && extraActions.length === 0 && !showOpenAppAction) return null
  return (
    <div className="ui-button-group">
      {createAction ? (
        <Button size="small" onPress={() => callRemote(createAction)}>
          New
        </Button>
      ) : null}
      {extraActions.map((action) => (
        <ExtraAction key={action.label} action={action} />
      ))}
      {showOpenAppAction ? <Link href={{ name: 'fullPage' }}>{`Open ${session.app.name}`}</Link> : null}
    </div>
  )
}

export function DetailPageTable(props: DetailPageTableProps) {
  const { columns, pending, emptyMessage, error, items = [], onItemPress, rowActions } = props
  if (error) return <ModuleFailed error={error} />
  return (
    <>
      <ModuleActions {...props} />
      <DataTable
        {...{ columns, emptyMessage, items, rowActions }}
        loading={pending}
        onRowClick={onItemPress}
      />
    </>
  )
}

type Item = NonNullable<DetailPagePropertyListProps['items']>[number]
type Part = Item['values'][number]['value']

function ValuePart({ part }: { part: Part }) {
  const action = part?.action
  return (
    <>
      {part?.text}
      {action ? (
        <>
          {' '}
          <Link onPress={() => callRemote(action.onPress)}>{action.title}</Link>
        </>
      ) : null}
    </>
  )
}

function ItemValue({ item: { values, description } }: { item: Item }) {
  return (
    <>
      {values.map(({ label, value }, index) => (
        <div key={index}>
          <ValuePart part={label} /> <ValuePart part={value} />
        </div>
      ))}
      {description ? <div className="ui-description">{description}</div> : null}
    </>
  )
}

export function DetailPagePropertyList(props: DetailPagePropertyListProps) {
  const { pending, emptyMessage, error, items = [], orientation } = props
  if (error) return <ModuleFailed error={error} />
  if (pending)
    return <div className="ui-skeleton" style={{ height: 80 }} role="status" aria-label="Loading" />
  const empty = typeof emptyMessage === 'object' ? emptyMessage : { message: emptyMessage ?? 'Nothing yet' }
  return (
    <>
      <ModuleActions {...props} />
      {items.length === 0 ? (
        <div className="ui-empty">
          <p>{empty.message}</p>
          {'action' in empty ? <a href={empty.action.href}>{empty.action.label}</a> : null}
        </div>
      ) : (
        <PropertyList orientation={orientation}>
          {items.map((item) => (
            <PropertyListItem key={item.label} label={item.label} value={<ItemValue item={item} />} />
          ))}
        </PropertyList>
      )}
    </>
  )
}
