import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { SetupError } from '../errors'
import { FxRateEntry, type FxRatesChange } from '../fx/schema'
import type { Services } from '../services'
import { checked } from './checked'
import { print, withDesk } from './with-desk'

interface Json {
  json: boolean
}

/** Changes rates, waits until what happened is valued by them, and says how many days differ. */
const changing = (json: boolean, change: (services: Services) => Promise<FxRatesChange>) =>
  withDesk(async ({ services }) => {
    const { days, operation } = await change(services)
    await services.sync.drain()
    print([{ days, operation }], json)
  })

const enter = (entry: Record<keyof FxRateEntry, string | null>, json: boolean) =>
  changing(json, ({ fx }) => fx.set(checked(FxRateEntry, entry)))

const list = () =>
  new Command('list')
    .description('The latest rate of each currency that customers are billed in, and how old it is')
    .option('--json', 'print JSON', false)
    .action(({ json }: Json) =>
      withDesk(async ({ services }) => {
        const { data } = await services.fx.latest()
        print(json ? data : data.map(({ object: _object, ...row }) => row), json)
      }),
    )

const set = () =>
  new Command('set')
    .description('Set a rate for a day, in place of the published one')
    .argument('<day>', 'for example 2026-03-02')
    .argument('<currency>', 'for example eur')
    .argument('<rate>', 'units of the reporting currency for one unit, for example 1.0712')
    .option('--json', 'print JSON', false)
    .action((day: string, currency: string, rate: string, { json }: Json) =>
      enter({ day, currency, rate }, json),
    )

const unset = () =>
  new Command('unset')
    .description('Take back a rate that was set: the published one counts again')
    .argument('<day>', 'for example 2026-03-02')
    .argument('<currency>', 'for example eur')
    .option('--json', 'print JSON', false)
    .action((day: string, currency: string, { json }: Json) => enter({ day, currency, rate: null }, json))

const importRates = () =>
  new Command('import')
    .description('Take published rates from a file of the European Central Bank, CSV (Date,USD,JPY,…) or XML')
    .argument('<file>', 'for example eurofxref-hist.csv')
    .option('--json', 'print JSON', false)
    .action((file: string, { json }: Json) =>
      changing(json, async ({ fx }) => {
        const text = await readFile(file, 'utf8').catch(() => {
          throw new SetupError(`${file} cannot be read: give the path of a CSV or XML file`)
        })
        return fx.importFile(text)
      }),
    )

export const fxCommand = () =>
  new Command('fx')
    .description('Exchange rates')
    .addCommand(list())
    .addCommand(set())
    .addCommand(unset())
    .addCommand(importRates())
