import { createElement, type ComponentType, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { PreviewContext, type Preview } from '../preview-context'
import { PEOPLE, ROLES } from '../../people'
import { UI, UI_NEXT } from './registry'

const [person] = PEOPLE
const [role] = ROLES
if (!person || !role) throw new Error('The preview has nobody in it.')
const account = { id: 'acct_1', name: 'Lumen', country: 'US', currency: 'usd' }
const nowhere = () => undefined

const preview: Preview = {
  session: {
    app: {
      id: 'com.example.app',
      name: 'Revenue Desk',
      version: '1',
      views: [],
      permissions: [],
      connectSrc: [],
      imageSrc: [],
      constants: {},
    },
    backendUrl: 'http://localhost',
    keyMode: 'test',
    accounts: [account],
    people: PEOPLE,
    roles: ROLES,
  },
  identity: { person, role, account, mode: 'test', locale: 'en-US', timeZone: 'UTC', permissions: [] },
  place: { page: 'home' },
  frame: {
    id: 1,
    ready: Promise.resolve(),
    mountView: async () => undefined,
    unmountView: nowhere,
    setPlace: nowhere,
    setNetwork: nowhere,
    onViewFailed: () => nowhere,
    destroy: nowhere,
  },
  drawer: 'open',
  dataVersion: 0,
  setDrawer: nowhere,
  navigate: nowhere,
  address: () => '/there',
}

const column = { key: 'name', label: 'Name' }
const points = [
  { x: new Date(2026, 0, 1), y: 1, name: 'MRR' },
  { x: new Date(2026, 1, 1), y: 2, name: 'MRR' },
]
const chart = {
  data: [{ step: 'a', amount: 1 }],
  x: 'step',
  y: { value: 'amount', format: { currency: 'USD' } },
}

/** The props that a component cannot do without; the others take a title, a label and content. */
const PROPS: Record<string, object> = {
  BarChart: chart,
  DataTable: { columns: [column], items: [{ id: '1', name: 'Acme' }], rowActions: [] },
  DateRangePicker: { value: { range: 'last7Days' }, timeZone: 'UTC', onChange: nowhere },
  DetailPage: { title: 'Acme', breadcrumbs: [], primaryColumn: 'content' },
  DetailPagePropertyList: {
    pending: false,
    items: [{ label: 'Name', values: [{ value: { text: 'Acme' } }] }],
  },
  DetailPageTable: { pending: false, columns: [column], items: [{ id: '1', name: 'Acme' }] },
  Icon: { name: 'add' },
  LineChart: chart,
  OnboardingView: { title: 'Setup', tasks: [{ title: 'Connect', status: 'complete' }], completed: false },
  OverviewPage: { primaryColumn: 'content' },
  SearchField: { label: 'Find', data: [{ id: '1', value: 'Acme' }], selectionMode: 'single' },
  Sparkline: chart,
}
const NEXT_PROPS: Record<string, object> = {
  BarChart: { data: points },
  LineChart: { data: points },
  MeterChart: { data: [{ label: 'A', value: 1 }] },
  SparkLineChart: { data: points },
  Tab: { id: 'a', label: 'A' },
}

/** Parts that only stand inside another component. */
const INSIDE: Record<string, string> = {
  MenuGroup: 'Menu',
  MenuItem: 'Menu',
  Tab: 'TabList',
  TabList: 'Tabs',
  TabPanel: 'Tabs',
}

/** Closed until somebody opens them, or empty by nature. */
const SILENT = ['Divider', 'FocusView', 'Img', 'MenuGroup', 'MenuItem', 'TabPanel', 'Tab']

type Family = Record<string, unknown>

function insideOf(family: Family, name: string, element: ReactElement): ReactElement {
  const outer = INSIDE[name]
  if (!outer) return element
  // `ui/next` has no list of its own: its tabs stand in Tabs directly.
  const parent = outer in family ? outer : 'Tabs'
  const wrapped = createElement(
    family[parent] as ComponentType<object>,
    { trigger: 'Open' } as object,
    element,
  )
  return insideOf(family, parent, wrapped)
}

function markup(family: Family, name: string, props: Record<string, object>): string {
  const given = {
    title: 'Title',
    label: 'Label',
    id: 'a',
    trigger: 'Open',
    children: 'Content',
    ...props[name],
  }
  const element = createElement(family[name] as ComponentType<object>, given)
  const whole = insideOf(family, name, element)
  return renderToStaticMarkup(createElement(PreviewContext.Provider, { value: preview }, whole))
}

describe('every component of the preview renders', () => {
  beforeAll(() => {
    // Rendering to text, React warns of each layout effect that it leaves out.
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-US' }, configurable: true })
  })

  it.each(Object.keys(UI))('ui: %s', (name) => {
    const html = markup(UI, name, PROPS)
    if (!SILENT.includes(name)) expect(html).not.toBe('')
  })

  it.each(Object.keys(UI_NEXT))('ui/next: %s', (name) => {
    const html = markup(UI_NEXT, name, NEXT_PROPS)
    if (!SILENT.includes(name)) expect(html).not.toBe('')
  })
})
