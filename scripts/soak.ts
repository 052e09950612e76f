/** `npm run soak -- <topic>`: leads a proof with many more runs than the suite does. `SOAK_RUNS` says how many. */
import { spawnSync } from 'node:child_process'

const TOPICS: Record<string, { project: string; pattern: string; runs: number }> = {
  'stripe-laws': {
    project: 'unit',
    pattern: 'sandbox/api/(random-lives|billing-laws|money-lives|preview)',
    runs: 300,
  },
  tenancy: { project: 'integration', pattern: 'backend/test/walks/tenancy', runs: 2_000 },
  hostile: { project: 'integration', pattern: 'backend/test/walks/hostile', runs: 1 },
  orders: { project: 'integration', pattern: 'backend/src/ingest/orders', runs: 1_000 },
  audit: { project: 'integration', pattern: 'backend/src/audit/seal', runs: 1_000 },
}

const topic = TOPICS[process.argv[2] ?? '']
if (!topic) {
  console.error(`Which one? ${Object.keys(TOPICS).join(', ')}`)
  process.exit(1)
}
const { status } = spawnSync(
  'npx',
  ['jest', '--selectProjects', topic.project, '--testPathPattern', topic.pattern],
  { stdio: 'inherit', env: { SOAK_RUNS: String(topic.runs), ...process.env } },
)
process.exit(status ?? 1)
