import { Command } from 'commander'
import type { SecretsReport } from '../secrets/service'
import { progressOf, withWorkspace } from './with-desk'

/** Tells what was found, and ends with code 1 where something is at fault. */
function show(report: SecretsReport, json: boolean): void {
  if (!report.sound) process.exitCode = 1
  if (json) return console.log(JSON.stringify(report, null, 2))
  console.table(report.uses.map(({ key, ...use }) => ({ ...use, key: key ?? 'not readable' })))
  for (const { collection, id, field, reason } of report.faults)
    console.log(`${collection} ${id}, ${field}: ${reason}.`)
  const known = report.ring.map(({ key }) => key)
  const missing = report.uses.filter(({ key }) => key !== null && !known.includes(key))
  for (const key of new Set(missing.map((use) => use.key)))
    console.log(`Master key ${key}: missing; put it back into ENCRYPTION_KEYS.`)
  for (const [index, { key, needed }] of report.ring.entries()) {
    const use = index === 0 ? 'seals what is new' : needed ? 'still needed' : 'needed no longer'
    console.log(`Master key ${key}: ${use}.`)
  }
  if (report.other_pepper > 0)
    console.log(
      `API_KEY_PEPPER is another than when ${report.other_pepper} Stripe keys were stored: API keys, sessions and links of then are refused. Put it back.`,
    )
}

const rotate = () =>
  new Command('rotate')
    .description(
      'Wrap every secret anew with the newest of ENCRYPTION_KEYS while everything runs; interrupted, it goes on where it stood',
    )
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withWorkspace(
        async ({ services }) => {
          const progress = progressOf('Wrapping', json)
          const report = await services.secrets.rotate(({ collection, done, total }) =>
            progress.tell(collection, done, total),
          )
          progress.end()
          show(report, json)
          if (report.ring.slice(1).some(({ needed }) => needed)) process.exitCode = 1
        },
        { connects: false },
      ),
    )

const doctor = () =>
  new Command('doctor')
    .description('Which master key seals what, what does not open, and which keys are needed no longer')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withWorkspace(async ({ services }) => show(await services.secrets.check(), json), { connects: false }),
    )

export const secretsCommand = () =>
  new Command('secrets')
    .description('Master keys, and the secrets that they seal')
    .addCommand(rotate())
    .addCommand(doctor())
