import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { FAULTS } from '../audit/chain'
import { EXPORT_FORMATS, type ExportFormat } from '../audit/schema'
import { seconds } from '../http'
import { withWorkspace } from './with-desk'

function entryNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It is the number of an entry, from 1.')
  return Number(text)
}

const verify = () =>
  new Command('verify')
    .description(
      'Check the chain of the audit trail; ends with code 1 and the first bad entry where it is broken',
    )
    .option('--from <seq>', 'begin with this entry; those before it were verified', entryNumber, 1)
    .option('--json', 'print JSON', false)
    .action(({ from, json }: { from: number; json: boolean }) =>
      withWorkspace(async ({ services }) => {
        const found = await services.verifier.verify({ from })
        const { to, fault, vouched, unsealed } = found
        if (json) console.log(JSON.stringify(found, null, 2))
        else {
          if (to >= from) console.log(`Entries ${from} to ${to} hold.`)
          if (fault) console.log(`Entry ${fault.seq} does not (${fault.reason}): ${FAULTS[fault.reason]}.`)
          if (fault) console.log(`A signature vouches for the trail up to ${vouched ?? from - 1}.`)
          console.log(`Not sealed yet: ${unsealed}.`)
        }
        if (fault) process.exitCode = 1
      }),
    )

/** @returns seconds since 1970 */
function instant(text: string): number {
  const at = new Date(text)
  if (!/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text) || isNaN(at.getTime()))
    throw new InvalidArgumentError('It is a day or an instant in UTC: 2026-01-31 or 2026-01-31T09:30:00Z.')
  return seconds(at)
}

interface ExportOptions {
  format: ExportFormat
  from?: number
  to?: number
  out?: string
}

const exportEntries = () =>
  new Command('export')
    .description('Write the entries of the audit trail, the oldest first; the export is an entry itself')
    .addOption(
      new Option('--format <format>', 'for spreadsheets or for programs')
        .choices(EXPORT_FORMATS)
        .default('csv'),
    )
    .option('--from <instant>', 'only from then on', instant)
    .option('--to <instant>', 'only before then', instant)
    .option('--out <file>', 'write to this file, which only you may read')
    .action(({ format, out, ...filter }: ExportOptions) =>
      withWorkspace(async ({ services }) => {
        const text = Readable.from(await services.audit.export(format, filter))
        await pipeline(text, out === undefined ? process.stdout : createWriteStream(out, { mode: 0o600 }))
      }),
    )

export const auditCommand = () =>
  new Command('audit').description('The audit trail').addCommand(verify()).addCommand(exportEntries())
