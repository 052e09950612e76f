import type {
  DetailPagePropertyListProps,
  DetailPageTableProps,
  OnboardingViewProps,
} from '@stripe/ui-extension-sdk/ui'
import { Button } from './actions'
import { DataTable } from './DataTable'
import { callRemote } from './events'
import { PropertyList, PropertyListItem, TaskList, TaskListItem } from './lists'

type ModuleError = DetailPageTableProps['error']

function ModuleFailed({ error }: { error: NonNullable<ModuleError> }) {
  return (
    <div className="ui-empty" role="alert">
      <p>{error.message}</p>
      {error.errorAction ? <a href={error.errorAction.href}>{error.errorAction.title}</a> : null}
    </div>
  )
}

export function DetailPageTable(props: DetailPageTableProps) {
  const { columns, pending, emptyMessage, error, items = [], onItemPress, rowActions, createAction } = props
  if (error) return <ModuleFailed error={error} />
  return (
    <>
      {createAction ? (
        <Button size="small" onPress={() => callRemote(createAction)}>
          New
        </Button>
      ) : null}
      <DataTable
        {...{ columns, emptyMessage, items, rowActions }}
        loading={pending}
        onRowClick={onItemPress}
      />
    </>
  )
}

export function DetailPagePropertyList(props: DetailPagePropertyListProps) {
  const { pending, emptyMessage, error, items = [], orientation } = props
  if (error) return <ModuleFailed error={error} />
  if (pending)
    return <div className="ui-skeleton" style={{ height: 80 }} role="status" aria-label="Loading" />
  if (items.length === 0) {
    return (
      <div className="ui-empty">
        {typeof emptyMessage === 'string' ? emptyMessage : emptyMessage?.message}
      </div>
    )
  }
  return (
    <PropertyList orientation={orientation}>
      {items.map(({ label, values }) => {
        const text = values
          .map(({ label: name, value }) => [name?.text, value?.text].filter(Boolean).join(' '))
          .join(', ')
        return <PropertyListItem key={label} label={label} value={text} />
      })}
    </PropertyList>
  )
}

export function OnboardingView({
  children,
  completed,
  tasks,
  title,
  description,
  error,
  pending,
}: OnboardingViewProps) {
  if (completed) return null
  return (
    <section className="ui-full-page" aria-label={title} aria-busy={pending}>
      <h1>{title}</h1>
      {description ? <p>{description}</p> : null}
      {error}
      <TaskList>
        {tasks.map((task) => (
          <TaskListItem key={task.title} {...task} />
        ))}
      </TaskList>
      {children}
    </section>
  )
}
