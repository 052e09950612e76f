import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import { ERASURE_REASONS } from '../customers/model'
import type { CustomerErase } from '../customers/schema'
import { print, withDesk } from './with-desk'

const erase = () =>
  new Command('erase')
    .description('Take away all that tells who a customer is; the figures stay. There is no way back')
    .argument('<customer>', 'for example cus_…')
    .addOption(
      new Option('--reason <reason>', 'goes into the audit trail')
        .choices(ERASURE_REASONS)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--stripe <what>', 'what becomes of the customer there; deleting ends the subscriptions')
        .choices(['keep', 'delete'])
        .makeOptionMandatory(),
    )
    .option('--json', 'print JSON', false)
    .action((id: string, { json, ...input }: CustomerErase & { json: boolean }) =>
      withDesk(async ({ services }) => print([await services.erasures.erase(id, input)], json)),
    )

const exportAll = () =>
  new Command('export')
    .description('Write all that is kept about a customer as JSON; the export is in the audit trail')
    .argument('<customer>', 'for example cus_…')
    .option('--out <file>', 'write to this file, which only you may read')
    .action((id: string, { out }: { out?: string }) =>
      withDesk(async ({ services }) => {
        const text = Readable.from(await services.customers.export(id))
        await pipeline(text, out === undefined ? process.stdout : createWriteStream(out, { mode: 0o600 }))
      }),
    )

export const customersCommand = () =>
  new Command('customers')
    .description("Customers' rights to their data")
    .addCommand(erase())
    .addCommand(exportAll())
