import { Command } from 'commander'
import { print, withDesk } from './with-desk'

export const sampleDataCommand = () =>
  new Command('sample-data')
    .description('Make sample customers, subscriptions and products in the test mode of the account')
    .option('--clear', 'take the sample of earlier runs off the account first', false)
    .option('--json', 'print JSON', false)
    .action(({ clear, json }: { clear: boolean; json: boolean }) =>
      withDesk(async ({ services }) => {
        const cleared = clear ? [{ did: 'cleared', ...(await services.sampleData.clear()) }] : []
        print([...cleared, { did: 'created', ...(await services.sampleData.create()) }], json)
      }),
    )
