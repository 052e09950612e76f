import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withRouteList } from './route-list'

const readme = join(__dirname, '../../README.md')
writeFileSync(readme, withRouteList(readFileSync(readme, 'utf8')))
