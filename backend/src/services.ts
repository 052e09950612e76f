/** The fuse box: makes every service once and gives each what it needs. */
import { createAccountService } from './accounts/service'
import { createFigures } from './analytics/figures'
import { createAnalyticsService } from './analytics/service'
import { createAuditService } from './audit/service'
import type { Clock } from './clock'
import type { Config } from './config'
import { createCustomerService } from './customers/service'
import { createIdentityService } from './identity/service'
import { createProjector } from './ingest/projector'
import { createWorker } from './ingest/worker'
import { createJobService } from './jobs/service'
import type { Logger } from './log'
import { createOperationService } from './operations/service'
import { createPromotionService } from './promotions/service'
import { createSampleDataService } from './sample-data/service'
import type { StripeGateway } from './stripe/gateway'
import { createSyncService } from './sync/service'
import { createTeamService } from './team/service'

export interface Deps {
  config: Config
  clock: Clock
  log: Logger
  stripe: StripeGateway
}

export function buildServices({ config, clock, log, stripe }: Deps) {
  const audit = createAuditService({ clock })
  const accounts = createAccountService({ clock, audit })
  const team = createTeamService({ clock, audit, accounts })
  const { pepper } = config
  const identity = createIdentityService({
    clock,
    audit,
    accounts,
    team,
    pepper,
    appSecrets: config.stripe.appSecrets,
  })
  const operations = createOperationService({ clock, audit })
  const figures = createFigures({ clock, accounts })
  const analytics = createAnalyticsService({ clock, accounts })
  const customers = createCustomerService({ clock, accounts })
  const promotions = createPromotionService({ clock, audit, team, stripe })
  const sampleData = createSampleDataService({ clock, audit, stripe })
  const sync = createSyncService({ clock, log, figures, operations, stripe })
  const worker = createWorker({
    accounts,
    projector: createProjector({ stripe, figures, clock }),
    clock,
    log,
  })
  const jobs = createJobService({ clock, log, accounts, operations, services: () => services })
  const services = {
    clock,
    audit,
    accounts,
    team,
    identity,
    operations,
    figures,
    analytics,
    customers,
    promotions,
    sampleData,
    sync,
    worker,
    jobs,
    webhookSecrets: () => config.stripe.webhookSecrets,
  }
  return services
}
export type Services = ReturnType<typeof buildServices>
