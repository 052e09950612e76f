/** `npm run sandbox -- …`: what can be made to happen in the stand-in that runs, from the command line. */
import { Command } from 'commander'
import { Client, Refusal } from './client'

const DURATION = /^(\d+)(h|d|w)$/
const SECONDS: Record<string, number> = { h: 3_600, d: 86_400, w: 604_800 }

const program = new Command('sandbox')
  .description('Works on the Stripe stand-in that runs on this machine')
  .option('--account <id>', 'a connected account, in place of the main one')
const client = () =>
  new Client(process.env['SANDBOX_PORT'] ?? '4244', program.opts<{ account?: string }>().account)
const print = (value: unknown) => console.log(JSON.stringify(value, null, 2))

program
  .command('status')
  .description('the clock, the keys and how many objects there are')
  .action(async () => print(await client().get('/_sandbox/health')))

program
  .command('list')
  .description('the newest objects of a kind, as the API lists them')
  .argument('<resource>', 'customers, subscriptions, invoices, …')
  .option('--limit <n>', 'how many', '10')
  .action(async (resource: string, { limit }: { limit: string }) =>
    print(await client().get(`/v1/${resource}?limit=${encodeURIComponent(limit)}`)),
  )

program
  .command('show')
  .description('one object')
  .argument('<resource>')
  .argument('<id>')
  .action(async (resource: string, id: string) =>
    print(await client().get(`/v1/${resource}/${encodeURIComponent(id)}`)),
  )

program
  .command('advance')
  .description('moves the clock ahead for good')
  .argument('<duration>', 'such as 12h, 30d or 4w')
  .action(async (duration: string) => {
    const [, count = '', unit = ''] = DURATION.exec(duration) ?? []
    const seconds = Number(count) * (SECONDS[unit] ?? NaN)
    if (!Number.isInteger(seconds))
      throw new Refusal(`'${duration}' is no duration: give one such as 12h, 30d or 4w`)
    print(await client().post('/_sandbox/advance', JSON.stringify({ seconds })))
  })

program
  .command('decline')
  .description("declines a customer's next payments")
  .argument('<customer>')
  .option('--times <n>', 'how many; for good without it')
  .option('--code <code>', 'why', 'insufficient_funds')
  .action(async (customer: string, form: { times?: string; code: string }) =>
    print(
      await client().post(`/_sandbox/customers/${customer}/decline`, new URLSearchParams(form).toString()),
    ),
  )

program
  .command('accept')
  .description("lets a customer's payments through again")
  .argument('<customer>')
  .action(async (customer: string) => print(await client().post(`/_sandbox/customers/${customer}/accept`)))

program
  .command('dispute')
  .description('disputes a charge')
  .argument('<charge>')
  .option('--reason <reason>', 'why', 'fraudulent')
  .action(async (charge: string, form: { reason: string }) =>
    print(await client().post(`/_sandbox/charges/${charge}/dispute`, new URLSearchParams(form).toString())),
  )

program
  .command('decide')
  .description('decides a dispute')
  .argument('<dispute>')
  .argument('<outcome>', 'won or lost')
  .action(async (dispute: string, outcome: string) =>
    print(await client().post(`/_sandbox/disputes/${dispute}/decide`, `won=${outcome === 'won'}`)),
  )

program
  .command('cancel')
  .description('cancels a subscription now')
  .argument('<subscription>')
  .action(async (id: string) => print(await client().delete(`/v1/subscriptions/${encodeURIComponent(id)}`)))

program
  .command('resend')
  .description('sends an event to its webhook endpoints once more')
  .argument('<event>')
  .action(async (id: string) =>
    print(await client().post(`/_sandbox/events/${encodeURIComponent(id)}/resend`)),
  )

program
  .command('faults')
  .description('shows what goes wrong, or sets it; {} ends all of it')
  .argument('[json]', 'such as {"latency_ms": 200, "shuffle_deliveries": true}')
  .action(async (json?: string) =>
    print(
      json === undefined
        ? await client().get('/_sandbox/faults')
        : await client().post('/_sandbox/faults', json),
    ),
  )

program
  .command('scenario')
  .description('begins a scenario, or lists them')
  .argument('[name]')
  .action(async (name?: string) =>
    print(
      name === undefined
        ? await client().get('/_sandbox/scenarios')
        : await client().post(`/_sandbox/scenarios/${encodeURIComponent(name)}`),
    ),
  )

program
  .command('trickle')
  .description('lets new customers come and old ones decide; 0 ends it')
  .argument('<per-hour>', 'new customers an hour')
  .action(async (perHour: string) =>
    print(await client().post('/_sandbox/trickle', `new_per_hour=${encodeURIComponent(perHour)}`)),
  )

program
  .command('add-account')
  .description('another business with a history of its own installs the app')
  .argument('<name>')
  .option('--country <country>', 'US, DE or JP', 'DE')
  .option('--size <size>', 'empty, small or demo', 'small')
  .action(async (name: string, { country, size }: { country: string; size: string }) =>
    print(await client().post('/_sandbox/accounts', new URLSearchParams({ name, country, size }).toString())),
  )

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
})
