import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withRouteList } from './route-list'
import { takeTour } from './tour/tour'

async function main(): Promise<void> {
  const readme = join(__dirname, '../../README.md')
  writeFileSync(readme, withRouteList(readFileSync(readme, 'utf8'), await takeTour()))
}

void main()
