/** `npm run bench -- <name>`: prints figures and their ratio to a limit measured in the same run. */
import { analytics } from './analytics'
import { audit } from './audit'
import { backfill } from './backfill'
import { ingest } from './ingest'
import { metrics } from './metrics'
import { sandbox } from './sandbox'
import { secrets } from './secrets'
import { signIn } from './sign-in'

const BENCHES: Record<string, () => Promise<void>> = {
  analytics,
  audit,
  backfill,
  ingest,
  metrics,
  sandbox,
  secrets,
  'sign-in': signIn,
}

const bench = BENCHES[process.argv[2] ?? '']
if (!bench) {
  console.error(`Which one? ${Object.keys(BENCHES).join(', ')}`)
  process.exit(1)
}
bench().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
