import { createPropCheck } from './prop-shapes'
import { readSdkProps } from './sdk-props'

const sdk = readSdkProps()
const check = createPropCheck(sdk)
const nothing = () => undefined
const column = { key: 'name', label: 'Name' }

describe('the SDK’s types', () => {
  it('are read for all components', () => {
    const count = (version: string) =>
      Object.keys(sdk.components).filter((name) => name.startsWith(`${version}/`)).length
    expect([count('v9'), count('v9Next'), count('v9Experimental')]).toEqual([65, 6, 1])
  })

  it.each<[string, Record<string, unknown>]>([
    ['v9/Badge', { children: 'New', type: 'positive' }],
    ['v9/Box', { children: null, css: { stack: 'x', gap: 'small', width: '1/2', padding: 12 } }],
    ['v9/Button', { children: 'Go', href: { name: 'customers' }, onPress: nothing, pending: undefined }],
    [
      'v9/Link',
      { children: 'Go', href: { name: 'fullPageGlob', params: { glob: ['a'], searchParams: { a: null } } } },
    ],
    ['v9/DataTable', { columns: [column], items: [{ id: '1', name: 'A', amount: 3 }] }],
    ['v9/DateRangePicker', { onChange: nothing, timeZone: 'UTC', value: { range: { start: new Date() } } }],
    ['v9/SearchField', { label: 'Find', data: [], selectionMode: 'multiple', defaultSelected: ['a'] }],
    [
      'v9/LineChart',
      { data: [{ at: 1, value: 2 }], x: 'at', y: { value: 'value', format: { currency: 'USD' } } },
    ],
    ['v9Next/LineChart', { data: [{ x: new Date(), y: null, name: 'MRR', status: 'incomplete' }] }],
    ['v9Next/MeterChart', { data: [{ label: 'A', value: 1, more: true }], unitFormat: { unit: 'none' } }],
  ])('take %s with %j', (component, props) => {
    expect(check(component, props)).toBeNull()
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['v9/Badge', { children: 'New', type: 'good' }, 'type cannot be "good"'],
    ['v9/Badge', { children: 'New', tone: 'positive' }, 'there is no tone'],
    ['v9/Box', { children: 'x', css: { padding: 'huge' } }, 'css.padding cannot be "huge"'],
    ['v9/Box', { children: 'x', css: { flex: 1 } }, 'there is no css.flex'],
    ['v9/Button', { children: 'Go', disabled: 'yes' }, 'disabled cannot be "yes"'],
    ['v9/Button', { children: 'Go', onPress: 'go' }, 'onPress cannot be "go"'],
    ['v9/Button', { children: 'Go', href: { name: 'nowhere' } }, 'href cannot be an object'],
    ['v9/DataTable', { items: [] }, 'columns is missing'],
    ['v9/DataTable', { columns: [column], items: [{ id: '1', name: null }] }, 'items[0].name cannot be null'],
    ['v9/DataTable', { columns: [{ key: 'a' }], items: [] }, 'columns[0].label is missing'],
    ['v9/Icon', { name: 'unicorn' }, 'name cannot be "unicorn"'],
    ['v9Next/LineChart', { data: [{ x: new Date(), y: '1', name: 'MRR' }] }, 'data cannot be a list'],
  ])('refuse %s with %j', (component, props, fault) => {
    expect(check(component, props)).toBe(fault)
  })
})
