import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { SetupError } from '../errors'
import { print, withDesk } from './with-desk'

const importRates = () =>
  new Command('import')
    .description('Store daily rates from a file in the format of the European Central Bank (Date,USD,JPY,…)')
    .argument('<file>', 'for example eurofxref-hist.csv')
    .option('--json', 'print JSON', false)
    .action((file: string, { json }: { json: boolean }) =>
      withDesk(async ({ services }) => {
        const csv = await readFile(file, 'utf8').catch(() => {
          throw new SetupError(`${file} cannot be read: give the path of a CSV file`)
        })
        const days = await services.figures.importRates(csv)
        await services.sync.startRecompute()
        await services.sync.drain()
        print([{ days }], json)
      }),
    )

export const fxCommand = () => new Command('fx').description('Exchange rates').addCommand(importRates())
