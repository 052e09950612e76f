import { Command } from 'commander'
import { AppError } from '../errors'
import { at, print, withDesk } from './with-desk'

const list = () =>
  new Command('list')
    .description('Scheduled work: next slot and last run (times in UTC)')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withDesk(async ({ services }) => {
        const { data } = await services.jobs.list()
        const rows = data.map(({ id, next_due, last_run }) => ({
          job: id,
          next: at(next_due),
          last: at(last_run?.started ?? null),
          status: last_run?.status ?? 'never ran',
          ms: last_run?.duration_ms ?? null,
        }))
        print(json ? data : rows, json)
      }),
    )

const run = () =>
  new Command('run')
    .description('Run a job now and wait for its end')
    .argument('<name>', 'for example revenue-snapshot')
    .option('--json', 'print JSON', false)
    .action((name: string, { json }: { json: boolean }) =>
      withDesk(async ({ services }) => {
        const { operation, done } = await services.jobs.run(name)
        await done.catch(() => {
          throw new AppError('internal', `The job ${name} failed`)
        })
        const { data } = await services.jobs.runs(name, 1)
        print(
          json
            ? data
            : data.map(({ job, status, duration_ms, counts }) => ({
                operation: operation.id,
                job,
                status,
                ms: duration_ms,
                ...counts,
              })),
          json,
        )
      }),
    )

export const jobsCommand = () =>
  new Command('jobs').description('Scheduled work').addCommand(list()).addCommand(run())
