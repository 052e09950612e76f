import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { AppError } from '../errors'
import { print, withDesk } from './with-desk'

/** Milliseconds between looks at the progress. */
const LOOK_MS = 500

export const syncCommand = () =>
  new Command('sync')
    .description('Read the account from Stripe; an interrupted run goes on where it stood')
    .option('--full', 'read again what is stored', false)
    .option('--json', 'print JSON', false)
    .action(({ full, json }: { full: boolean; json: boolean }) =>
      withDesk(async ({ services }) => {
        const { id } = await services.sync.start({ full })
        const bar =
          process.stdout.isTTY && !json
            ? new SingleBar({ format: 'Reading Stripe [{bar}] {percentage} %  {rows} rows' })
            : null
        bar?.start(100, 0, { rows: 0 })
        let told = ''
        for (let running = true; running;) {
          await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
          const [state, operation] = await Promise.all([services.sync.state(), services.operations.get(id)])
          running = operation.status === 'running'
          bar?.update(state.percent, { rows: operation.done })
          const done = state.resources
            .filter(({ status }) => status === 'complete')
            .map(({ resource }) => resource)
          if (!bar && !json && done.join() !== told)
            console.log(`read: ${(told = done.join()).replaceAll(',', ', ')}`)
        }
        bar?.stop()
        await services.sync.drain()
        const [state, operation] = await Promise.all([services.sync.state(), services.operations.get(id)])
        print(state.resources, json)
        if (operation.status !== 'succeeded')
          throw new AppError('stripe_unavailable', operation.error ?? `The sync was ${operation.status}`)
      }),
    )
