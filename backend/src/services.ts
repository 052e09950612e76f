/** The fuse box: makes every service once and gives each what it needs. */
import { createAccountService } from './accounts/service'
import { createFigures } from './analytics/figures'
import { createApiKeyService } from './api-keys/service'
import { createAnalyticsService } from './analytics/service'
import { createAnomalyService } from './anomalies/service'
import { createApprovalService } from './approvals/service'
import { createCheckpoints } from './audit/checkpoints'
import { createDenials } from './audit/denials'
import { createSealer } from './audit/sealer'
import { createAuditService } from './audit/service'
import { createSigner } from './audit/signer'
import { createVerifier } from './audit/verify'
import type { Clock } from './clock'
import type { Config } from './config'
import { createCostService } from './costs/service'
import { createCredentialService } from './credentials/service'
import { createErasures } from './customers/erasure'
import { createCustomerService } from './customers/service'
import { createForecastService } from './forecasts/service'
import { createFxService } from './fx/service'
import { createRatesSource } from './fx/source'
import { createIdentityService } from './identity/service'
import { createInbox } from './ingest/inbox'
import { createProjector } from './ingest/projector'
import { createWorker } from './ingest/worker'
import { createJobService } from './jobs/service'
import type { Logger } from './log'
import { createOnboardingService } from './onboarding/service'
import { createOperationService } from './operations/service'
import { createOverviewService } from './overview/service'
import { createPromotionService } from './promotions/service'
import { createRiskService } from './risk/service'
import { createSampleDataService } from './sample-data/service'
import { createSecretsService } from './secrets/service'
import { createVault } from './secrets/vault'
import { createSettingsService } from './settings/service'
import { createConnect } from './stripe/connection'
import { createStripeGateway, type StripeGateway } from './stripe/gateway'
import { createCopies } from './sync/copies'
import { createSubscriptionService } from './subscriptions/service'
import { createSyncService } from './sync/service'
import { createTeamService } from './team/service'

export interface Deps {
  config: Config
  clock: Clock
  log: Logger
  /** Puts something between the desk and Stripe, as tests do. */
  wrapStripe?: (stripe: StripeGateway) => StripeGateway
}

export function buildServices({ config, clock, log, wrapStripe = (stripe) => stripe }: Deps) {
  const audit = createAuditService({ clock, written: () => sealer.wake() })
  const accounts = createAccountService({ clock, audit })
  const signer = createSigner(config.encryptionKeys)
  const checkpoints = createCheckpoints({ clock, signer, dataDir: config.dataDir })
  const denials = createDenials({ clock, audit })
  const sealer = createSealer({ clock, log, accounts, signer, checkpoints, denials })
  const verifier = createVerifier({ signer, checkpoints })
  const vault = createVault(config.encryptionKeys)
  const { pepper, publicUrl, encryptionKeys: ring } = config
  const secrets = createSecretsService({ accounts, audit, checkpoints, vault, ring, pepper })
  const connect = createConnect({
    apiBase: config.stripe.apiBase,
    // the stand-in sets no limit unless it is told to
    limited: !config.stripe.loopback,
    ...(config.stripe.log ? { debug: (entry) => log.info(entry, 'stripe') } : {}),
  })
  const credentials = createCredentialService({
    clock,
    audit,
    accounts,
    vault,
    pepper,
    connect,
    publicUrl,
    reachable: config.stripe.loopback || publicUrl.protocol === 'https:',
  })
  const stripe = wrapStripe(createStripeGateway({ clock, connection: credentials.connection }))
  const approvals = createApprovalService({ clock, log, audit })
  const team = createTeamService({
    clock,
    audit,
    accounts,
    approvals,
    endSessions: (memberId) => identity.sessions.endAll(memberId, null),
    passwords: {
      signsIn: (email) => identity.signsIn(email),
      addPassword: (...of) => identity.addPassword(...of),
      withSecondFactor: (ids) => identity.secondFactors.activeAmong(ids),
    },
    pepper,
    publicUrl,
  })
  const identity = createIdentityService({
    clock,
    audit,
    accounts,
    team,
    pepper,
    vault,
    publicUrl,
    appSecrets: config.stripe.appSecrets,
  })
  const apiKeys = createApiKeyService({ clock, audit, accounts, team, pepper })
  const operations = createOperationService({ clock, audit })
  const figures = createFigures({ clock, accounts })
  const analytics = createAnalyticsService({ clock, accounts })
  const forecasts = createForecastService({ clock, open: analytics.open })
  const overview = createOverviewService({ open: analytics.open, approvals })
  const risk = createRiskService({ clock, open: analytics.open })
  const anomalies = createAnomalyService({ clock, open: analytics.open })
  const inbox = createInbox({ vault, clock })
  const erasures = createErasures({ clock, audit, stripe, pepper, inbox, figures })
  const copies = createCopies({ vault, erasures })
  const customers = createCustomerService({ clock, audit, accounts, inbox, copies })
  const subscriptions = createSubscriptionService({ clock, accounts })
  const promotions = createPromotionService({ clock, audit, accounts, team, stripe })
  const sampleData = createSampleDataService({ clock, audit, stripe })
  const sync = createSyncService({ clock, log, figures, operations, stripe, copies })
  const settings = createSettingsService({ audit, accounts, sync })
  const costs = createCostService({ clock, audit, accounts })
  const source = createRatesSource({ addresses: config.fxRates, clock })
  const fx = createFxService({ clock, log, audit, accounts, figures, sync, source })
  const onboarding = createOnboardingService({
    clock,
    log,
    audit,
    accounts,
    credentials,
    stripe,
    sync,
    vault,
    fx,
    appSecrets: config.stripe.appSecrets,
    publicUrl,
  })
  const worker = createWorker({
    accounts,
    projector: createProjector({ stripe, figures, clock, accounts, onboarding, inbox, copies }),
    erasures,
    clock,
    log,
  })
  const jobs = createJobService({ clock, log, accounts, operations, services: () => services })
  const services = {
    clock,
    audit,
    denials,
    sealer,
    verifier,
    secrets,
    accounts,
    credentials,
    stripe,
    approvals,
    team,
    identity,
    apiKeys,
    operations,
    figures,
    analytics,
    forecasts,
    overview,
    risk,
    anomalies,
    customers,
    subscriptions,
    inbox,
    erasures,
    copies,
    promotions,
    sampleData,
    sync,
    settings,
    costs,
    fx,
    onboarding,
    worker,
    jobs,
    webhookSecrets: () => config.stripe.webhookSecrets,
  }
  return services
}
export type Services = ReturnType<typeof buildServices>
