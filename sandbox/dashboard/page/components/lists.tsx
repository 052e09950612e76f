import type {
  AccordionItemProps,
  AccordionProps,
  ChipListProps,
  ChipProps,
  ListItemProps,
  ListProps,
  PropertyListItemProps,
  PropertyListProps,
  TaskListItemProps,
  TaskListProps,
} from '@stripe/ui-extension-sdk/ui'
import { createContext, useContext, useId, useState } from 'react'
import { callRemote, pressed } from './events'
import { Glyph } from './Glyph'

const ListAction = createContext<ListProps['onAction']>(undefined)

export function List({ children, onAction }: ListProps) {
  return (
    <ListAction.Provider value={onAction}>
      <ul className="ui-list">{children}</ul>
    </ListAction.Provider>
  )
}

export function ListItem({ icon, id, image, secondaryTitle, size = 'default', title, value }: ListItemProps) {
  const onAction = useContext(ListAction)
  const content = (
    <>
      {image ?? icon}
      <span className="ui-list-titles">
        <span>{title}</span>
        {secondaryTitle ? <span className="ui-list-secondary">{secondaryTitle}</span> : null}
      </span>
      {value ? <span className="ui-list-value">{value}</span> : null}
    </>
  )
  return (
    <li className={`ui-list-item ui-list-${size}`}>
      {onAction && id !== undefined ? (
        <button type="button" className="ui-list-row" onClick={() => callRemote(onAction, id)}>
          {content}
          <Glyph name="chevronRight" size={12} />
        </button>
      ) : (
        <div className="ui-list-row">{content}</div>
      )}
    </li>
  )
}

export function PropertyList({ children, orientation = 'horizontal' }: PropertyListProps) {
  return <dl className={`ui-properties ui-properties-${orientation}`}>{children}</dl>
}

export function PropertyListItem({ label, value }: PropertyListItemProps) {
  return (
    <div className="ui-property">
      <dt>{label}</dt>
      <dd>{value ?? <span className="ui-none">—</span>}</dd>
    </div>
  )
}

export function Accordion({ children }: AccordionProps) {
  return <div className="ui-accordion">{children}</div>
}

export function AccordionItem({
  children,
  title,
  actions,
  defaultOpen = false,
  media,
  onChange,
  subtitle,
}: AccordionItemProps) {
  const id = useId()
  const [open, setOpen] = useState(defaultOpen)
  const toggle = () => {
    setOpen(!open)
    callRemote(onChange, !open)
  }
  return (
    <section className="ui-accordion-item">
      <div className="ui-accordion-header">
        <button type="button" aria-expanded={open} aria-controls={id} onClick={toggle}>
          <Glyph name={open ? 'chevronDown' : 'chevronRight'} size={12} />
          {media}
          <span className="ui-list-titles">
            <span>{title}</span>
            {subtitle ? <span className="ui-list-secondary">{subtitle}</span> : null}
          </span>
        </button>
        {actions}
      </div>
      <div id={id} hidden={!open}>
        {children}
      </div>
    </section>
  )
}

export function ChipList({ children, direction = 'row' }: ChipListProps) {
  return (
    <div className="ui-chips" style={{ flexDirection: direction }}>
      {children}
    </div>
  )
}

export function Chip({ label, onAddSuggestion, onClose, onDropdown, value }: ChipProps) {
  const text = [label, Array.isArray(value) ? value.join(', ') : value].filter(Boolean).join(': ')
  const main = onDropdown ?? onAddSuggestion
  return (
    <span className={`ui-chip${value === undefined ? '' : ' has-value'}`}>
      {onClose ? (
        <button type="button" aria-label={`Remove ${label ?? text}`} onClick={() => callRemote(onClose)}>
          <Glyph name="cancel" size={10} />
        </button>
      ) : null}
      {main ? (
        <button type="button" onClick={() => callRemote(main)}>
          {text}
          {onDropdown ? <Glyph name="chevronDown" size={10} /> : null}
        </button>
      ) : (
        <span>{text}</span>
      )}
    </span>
  )
}

export function TaskList({ children }: TaskListProps) {
  return <ul className="ui-list">{children}</ul>
}

const TASK_GLYPH = {
  'not-started': 'circle',
  'in-progress': 'clock',
  blocked: 'warningCircle',
  complete: 'checkCircle',
}

export function TaskListItem({ title, onPress, status = 'not-started', subTasks = [] }: TaskListItemProps) {
  return (
    <li className="ui-list-item">
      <button type="button" className="ui-list-row" onClick={pressed(onPress)} disabled={!onPress}>
        <Glyph name={TASK_GLYPH[status]} />
        <span className="ui-list-titles">{title}</span>
        <span className="ui-hidden">{status}</span>
      </button>
      {subTasks.length > 0 ? (
        <ul className="ui-list ui-list-inner">
          {subTasks.map((task) => (
            <TaskListItem key={task.title} {...task} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}
