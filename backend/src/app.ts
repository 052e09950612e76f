/** The HTTP application: the one list of plugins and slices. Building it opens no port. */
import etag from '@fastify/etag'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { accountRoutes } from './accounts/routes'
import { Workspace } from './accounts/schema'
import { moneyRoutes } from './analytics/money-routes'
import * as moneySchemas from './analytics/money-schema'
import * as reconciliationSchemas from './analytics/reconciliation-schema'
import { analyticsRoutes } from './analytics/routes'
import * as analyticsSchemas from './analytics/schema'
import { anomalyRoutes } from './anomalies/routes'
import { Anomaly, AnomalyList } from './anomalies/schema'
import { apiKeyRoutes } from './api-keys/routes'
import { ApiKey, ApiKeyList, NewApiKey } from './api-keys/schema'
import { approvalRoutes } from './approvals/routes'
import { Approval, ApprovalList } from './approvals/schema'
import { auditRoutes } from './audit/routes'
import { AuditEntry, AuditEntryList, AuditVerification } from './audit/schema'
import type { Config } from './config'
import { costRoutes } from './costs/routes'
import { Cost, CostList } from './costs/schema'
import { credentialRoutes } from './credentials/routes'
import { Credential, CredentialList } from './credentials/schema'
import { customerRoutes } from './customers/routes'
import {
  Customer,
  CustomerErasure,
  CustomerExport,
  CustomerList,
  CustomerMrr,
  CustomerProfile,
  CustomerSubscription,
} from './customers/schema'
import { forecastRoutes } from './forecasts/routes'
import { Forecast } from './forecasts/schema'
import { fxRoutes } from './fx/routes'
import * as fxSchemas from './fx/schema'
import { newId, Problem } from './http'
import { identityRoutes } from './identity/routes'
import {
  FreshToken,
  PasswordReset,
  RecoveryCodes,
  ResetRequested,
  RevokedSessions,
  SecondFactor,
  SecondFactorEnrolment,
  Security,
  Session,
  SessionList,
  SessionTokens,
  ViewToken,
} from './identity/schema'
import { webhookRoutes } from './ingest/routes'
import { jobRoutes } from './jobs/routes'
import { Job, JobList, JobRun, JobRunList } from './jobs/schema'
import { onboardingRoutes } from './onboarding/routes'
import * as onboardingSchemas from './onboarding/schema'
import { operationRoutes } from './operations/routes'
import { Operation, OperationList } from './operations/schema'
import { connectPages } from './pages/connect'
import { resetPage } from './pages/reset'
import { invitePage } from './pages/invite'
import exampleAnswers from './plugins/examples.json'
import { compilersPlugin } from './plugins/compilers'
import { denialsPlugin } from './plugins/denials'
import { healthPlugin } from './plugins/health'
import { idempotencyPlugin } from './plugins/idempotency'
import { openapiPlugin } from './plugins/openapi'
import { principalPlugin } from './plugins/principal'
import { problemsPlugin } from './plugins/problems'
import { SharedCounts } from './plugins/rate-limit-store'
import { securityPlugin } from './plugins/security'
import { overviewRoutes } from './overview/routes'
import * as overviewSchemas from './overview/schema'
import { promotionRoutes } from './promotions/routes'
import { Promotion, PromotionList } from './promotions/schema'
import { riskRoutes } from './risk/routes'
import { CustomerRisk, CustomerRiskList } from './risk/schema'
import type { Services } from './services'
import { settingsRoutes } from './settings/routes'
import * as settingsSchemas from './settings/schema'
import { subscriptionRoutes } from './subscriptions/routes'
import { SubscriptionProfile } from './subscriptions/schema'
import { syncRoutes } from './sync/routes'
import { Sync } from './sync/schema'
import { teamRoutes } from './team/routes'
import {
  Invitation,
  InvitationList,
  Me,
  Member,
  MemberList,
  Permission,
  PermissionList,
  Role,
  RoleList,
} from './team/schema'

declare module 'fastify' {
  interface FastifyInstance {
    services: Services
  }
}

/** The components of the API document; each has an example, taken from an answer, in plugins/examples.json. */
export const SCHEMAS: TSchema[] = [
  Problem,
  ...analyticsSchemas.shared,
  analyticsSchemas.Overview,
  analyticsSchemas.Growth,
  analyticsSchemas.RetentionSeries,
  analyticsSchemas.Arpa,
  analyticsSchemas.QuickRatio,
  analyticsSchemas.Ltv,
  analyticsSchemas.Cohorts,
  analyticsSchemas.Breakdown,
  analyticsSchemas.Evidence,
  ...reconciliationSchemas.shared,
  reconciliationSchemas.Reconciliation,
  analyticsSchemas.FigureDefinitions,
  analyticsSchemas.AccountFigures,
  analyticsSchemas.AccountFiguresList,
  analyticsSchemas.MrrSeries,
  analyticsSchemas.MrrMovements,
  analyticsSchemas.Churn,
  moneySchemas.Revenue,
  moneySchemas.Fees,
  moneySchemas.Receivables,
  ...overviewSchemas.shared,
  overviewSchemas.NeedsAttention,
  overviewSchemas.Movers,
  overviewSchemas.Activity,
  moneySchemas.Cash,
  moneySchemas.Disputes,
  moneySchemas.Trials,
  analyticsSchemas.Snapshot,
  analyticsSchemas.SnapshotList,
  Forecast,
  CustomerRisk,
  CustomerRiskList,
  Anomaly,
  AnomalyList,
  Cost,
  CostList,
  ...fxSchemas.shared,
  fxSchemas.FxRateDay,
  fxSchemas.FxRateDayList,
  fxSchemas.FxLatestRate,
  fxSchemas.FxLatestRateList,
  fxSchemas.FxRatesChange,
  onboardingSchemas.Account,
  onboardingSchemas.AccountList,
  onboardingSchemas.Disconnected,
  onboardingSchemas.InstallationState,
  onboardingSchemas.OnboardingLink,
  Approval,
  ApprovalList,
  AuditEntry,
  AuditEntryList,
  AuditVerification,
  ApiKey,
  ApiKeyList,
  NewApiKey,
  Credential,
  CredentialList,
  Customer,
  CustomerList,
  CustomerSubscription,
  CustomerProfile,
  CustomerMrr,
  CustomerErasure,
  CustomerExport,
  SubscriptionProfile,
  JobRun,
  JobRunList,
  Job,
  JobList,
  Me,
  Member,
  MemberList,
  Invitation,
  InvitationList,
  Permission,
  PermissionList,
  Role,
  RoleList,
  Operation,
  OperationList,
  Promotion,
  PromotionList,
  FreshToken,
  PasswordReset,
  RecoveryCodes,
  ResetRequested,
  RevokedSessions,
  SecondFactor,
  SecondFactorEnrolment,
  Security,
  Session,
  SessionList,
  SessionTokens,
  ViewToken,
  ...settingsSchemas.shared,
  Sync,
  Workspace,
]

const examples: Record<string, unknown> = exampleAnswers

function withExample(schema: { $id?: unknown }): object {
  return { ...schema, examples: [examples[String(schema.$id)]] }
}

const SLICES = [
  identityRoutes,
  teamRoutes,
  approvalRoutes,
  accountRoutes,
  settingsRoutes,
  onboardingRoutes,
  credentialRoutes,
  apiKeyRoutes,
  auditRoutes,
  operationRoutes,
  syncRoutes,
  analyticsRoutes,
  forecastRoutes,
  riskRoutes,
  anomalyRoutes,
  fxRoutes,
  moneyRoutes,
  overviewRoutes,
  costRoutes,
  customerRoutes,
  subscriptionRoutes,
  promotionRoutes,
  jobRoutes,
]

export interface AppOptions {
  config: Config
  services: Services
  /** Absent: silence. */
  loggerInstance?: FastifyBaseLogger
  draining?: () => boolean
}

export async function buildApp({
  config,
  services,
  loggerInstance,
  draining = () => false,
}: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...(loggerInstance ? { loggerInstance } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId('req', services.clock.now()),
    ...(config.trustedProxies.length > 0 ? { trustProxy: config.trustedProxies } : {}),
    bodyLimit: 256 * 1024,
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 255 },
    return503OnClosing: true,
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.decorate('services', services)
  for (const schema of SCHEMAS) app.addSchema(withExample(schema))
  await app.register(problemsPlugin)
  await app.register(compilersPlugin)
  // before anyone is asked who they are: a refusal too carries CORS and counts against the limit
  await app.register(securityPlugin)
  await app.register(principalPlugin, {
    jwtKeys: config.jwtKeys,
    clock: services.clock,
    resolve: services.identity.principal,
    identifyKey: services.apiKeys.identify,
    counts: new SharedCounts(services.clock.now),
    checkSigned: services.identity.checkSigned,
  })
  await app.register(denialsPlugin, { denials: services.denials })
  await app.register(etag, { weak: true })
  await app.register(idempotencyPlugin, { clock: services.clock })
  await app.register(openapiPlugin)
  await app.register(healthPlugin, { draining })
  await app.register(webhookRoutes)
  await app.register(connectPages)
  await app.register(resetPage, { origin: config.publicUrl.origin })
  await app.register(invitePage, { origin: config.publicUrl.origin })
  for (const slice of SLICES) await app.register(slice, { prefix: '/v1' })
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode, elapsedTime } = reply
    request.log.info(
      {
        route: request.routeOptions.url,
        method: request.method,
        status: statusCode,
        ms: Math.round(elapsedTime),
      },
      'request',
    )
    done()
  })
  return app
}
