import { Command } from 'commander'
import { AppError } from '../errors'
import { print, progressOf, withDesk } from './with-desk'

const verify = () =>
  new Command('verify')
    .description(
      'Compute every figure again from the stored facts and compare, writing nothing; ends with code 1 where they differ',
    )
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withDesk(async ({ services }) => {
        const bar = progressOf('Verifying', json)
        const found = await services.figures
          .verify(async (done) => bar.tell('customers', done, done))
          .finally(bar.end)
        if (json) console.log(JSON.stringify(found, null, 2))
        else {
          if (found.differences.length > 0)
            print(
              found.differences.map((one) => ({ ...one })),
              json,
            )
          const where = `${found.customers} customers and ${found.months} months`
          console.log(
            found.differing === 0
              ? `The figures of ${where} are what the facts give.`
              : `${found.differing} rows of ${where} differ: desk metrics rebuild makes them anew.`,
          )
        }
        if (found.differing > 0) process.exitCode = 1
      }),
    )

const rebuild = () =>
  new Command('rebuild')
    .description('Compute every figure again from the stored facts and write what differs')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withDesk(async ({ services }) => {
        const { id } = await services.sync.startRecompute()
        await services.sync.drain()
        const { status, done, error } = await services.operations.get(id)
        print([{ operation: id, status, customers: done }], json)
        if (status !== 'succeeded') throw new AppError('internal', error ?? `The computation was ${status}`)
      }),
    )

export const metricsCommand = () =>
  new Command('metrics')
    .description('The figures, and whether they are what the facts give')
    .addCommand(verify())
    .addCommand(rebuild())
