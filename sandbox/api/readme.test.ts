import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withRouteList } from './testing/route-list'

test('the README lists the routes that there are', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8')
  expect(withRouteList(readme)).toBe(readme)
})
