import { createEngine } from '../engine/engine'
import { SIZES } from '../sample/sizes'
import { digest } from './digest'

const [seed = '', now = ''] = process.argv.slice(2)
process.stdout.write(digest(createEngine({ seed, now: Number(now), size: SIZES.small })))
