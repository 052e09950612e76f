/** Prints how long a history takes and what it holds. */
import { createEngine } from '../sandbox/api/engine/engine'
import { isSizeName, SIZES } from '../sandbox/api/sample/sizes'
import { megabytes } from './measure'

const [size = ''] = process.argv.slice(2)
if (!isSizeName(size)) throw new Error(`There is no size '${size}'`)
const began = performance.now()
const { main } = createEngine({ seed: 'northwind', now: Math.floor(Date.now() / 1000), size: SIZES[size] })
const seconds = ((performance.now() - began) / 1000).toFixed(1)
const objects = Object.values(main.store).reduce((sum, collection) => sum + collection.size, 0)
const { customers, months } = SIZES[size]
console.log(`${customers} customers x ${months} months: ${objects} objects in ${seconds} s, ${megabytes()}`)
