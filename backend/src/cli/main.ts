/** `desk`: the command line over the same services. Every command takes `--json`; failures end with code 1. */
import { Command, Option } from 'commander'
import { loadConfig } from '../config'
import { AppError, CATALOGUE, SetupError } from '../errors'
import { MODES, type Mode } from '../database/scope'
import { createLogger } from '../log'
import { accountsCommand } from './accounts'
import { auditCommand } from './audit'
import { credentialsCommand } from './credentials'
import { customersCommand } from './customers'
import { fxCommand } from './fx'
import { jobsCommand } from './jobs'
import { keysCommand } from './keys'
import { metricsCommand } from './metrics'
import { rolesCommand } from './roles'
import { sampleDataCommand } from './sample-data'
import { secretsCommand } from './secrets'
import { settingsCommand } from './settings'
import { syncCommand } from './sync'
import { usersCommand } from './users'
import { about } from './with-desk'

const program = new Command('desk')
  .description('Revenue Desk from the command line')
  .option('--account <id>', 'the Stripe account; without it the one that was connected first')
  .addOption(new Option('--mode <mode>', 'the mode of the account').choices(MODES))
  .hook('preAction', (root) => about(root.opts<{ account?: string; mode?: Mode }>()))
for (const command of [
  syncCommand,
  jobsCommand,
  settingsCommand,
  fxCommand,
  metricsCommand,
  usersCommand,
  rolesCommand,
  accountsCommand,
  credentialsCommand,
  customersCommand,
  keysCommand,
  secretsCommand,
  auditCommand,
  sampleDataCommand,
])
  program.addCommand(command())

program.parseAsync().catch((error: unknown) => {
  if (error instanceof SetupError) console.error(error.message)
  else if (error instanceof AppError) console.error(`${error.detail}. ${CATALOGUE[error.code].remedy}`)
  else createLogger(loadConfig().logLevel).error({ err: error }, 'the command failed unexpectedly')
  process.exit(1)
})
