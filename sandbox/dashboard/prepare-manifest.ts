import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { APP_ROOT, manifestTextForCli } from './manifest'

/** Writes `stripe-app/stripe-app.json` from the manifest at the root. */
export function prepareManifest(): void {
  writeFileSync(join(APP_ROOT, 'stripe-app.json'), manifestTextForCli())
}

if (require.main === module) prepareManifest()
