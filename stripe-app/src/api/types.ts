import type { paths } from './schema'

/** What the backend answers, named in the words of the views. All of it comes from the generated schema. */
type Body<Responses, Status extends number> =
  Responses extends Record<Status, { content: { 'application/json': infer T } }> ? T : never

type GetAnswer<Path extends keyof paths> = paths[Path] extends { get: { responses: infer R } }
  ? Body<R, 200>
  : never

export type Me = GetAnswer<'/v1/me'>
export type AccountList = GetAnswer<'/v1/accounts'>
export type Account = AccountList['data'][number]
export type CredentialList = GetAnswer<'/v1/credentials'>
export type Credential = CredentialList['data'][number]
export type AccountFiguresList = GetAnswer<'/v1/analytics/accounts'>
export type AccountFigures = AccountFiguresList['data'][number]
export type Overview = GetAnswer<'/v1/analytics/overview'>
export type Figure = Overview['figures'][keyof Overview['figures']]
export type MrrSeries = GetAnswer<'/v1/analytics/mrr'>
export type Revenue = GetAnswer<'/v1/analytics/revenue'>
export type Fees = GetAnswer<'/v1/analytics/fees'>
export type Receivables = GetAnswer<'/v1/analytics/receivables'>
export type Evidence = GetAnswer<'/v1/analytics/evidence'>
export type Breakdown = GetAnswer<'/v1/analytics/breakdown'>
export type Reconciliation = GetAnswer<'/v1/analytics/reconciliation'>
export type Cohorts = GetAnswer<'/v1/analytics/cohorts'>
export type RetentionSeries = GetAnswer<'/v1/analytics/retention'>
export type Churn = GetAnswer<'/v1/analytics/churn'>
export type Ltv = GetAnswer<'/v1/analytics/ltv'>
export type Forecast = GetAnswer<'/v1/analytics/forecasts'>
export type RiskList = GetAnswer<'/v1/analytics/risk'>
export type NeedsAttention = GetAnswer<'/v1/analytics/needs_attention'>
export type Attention = NeedsAttention['data'][number]
export type Movers = GetAnswer<'/v1/analytics/movers'>
export type Activity = GetAnswer<'/v1/analytics/activity'>
export type MrrMovements = GetAnswer<'/v1/analytics/mrr_movements'>
export type MovementTotal = MrrMovements['total']
export type PromotionPage = GetAnswer<'/v1/promotions'>
export type Promotion = PromotionPage['data'][number]
export type Customer = GetAnswer<'/v1/customers/{id}'>
export type Subscription = Customer['subscriptions'][number]
export type SubscriptionProfile = GetAnswer<'/v1/subscriptions/{id}'>
export type CustomerMrr = GetAnswer<'/v1/customers/{id}/mrr'>
export type SyncState = GetAnswer<'/v1/sync'>
export type Settings = GetAnswer<'/v1/settings'>

export type MemberPage = GetAnswer<'/v1/members'>
export type Member = MemberPage['data'][number]
export type Invitation = GetAnswer<'/v1/invitations'>['data'][number]
export type Permission = GetAnswer<'/v1/permissions'>['data'][number]
export type Role = GetAnswer<'/v1/roles'>['data'][number]
export type NewRole = NonNullable<paths['/v1/roles']['post']['requestBody']>['content']['application/json']
export type Limits = Role['limits']
export type Approval = GetAnswer<'/v1/approvals'>['data'][number]
export type ApiKey = GetAnswer<'/v1/api_keys'>['data'][number]
export type NewApiKey = NonNullable<
  paths['/v1/api_keys']['post']['requestBody']
>['content']['application/json']
export type AuditEntry = GetAnswer<'/v1/audit_entries'>['data'][number]
export type AuditVerification = GetAnswer<'/v1/audit_entries/verification'>
export type Workspace = GetAnswer<'/v1/workspace'>
export type Session = GetAnswer<'/v1/auth/sessions'>['data'][number]
export type SecondFactor = GetAnswer<'/v1/auth/second_factor'>
export type Security = GetAnswer<'/v1/security'>

export type NewPromotion = NonNullable<
  paths['/v1/promotions']['post']['requestBody']
>['content']['application/json']
export type SettingsChange = NonNullable<
  paths['/v1/settings']['patch']['requestBody']
>['content']['application/json']

type Sent<Path extends keyof paths, Method extends 'post' | 'patch'> =
  paths[Path] extends Record<Method, { requestBody: { content: { 'application/json': infer T } } }>
    ? T
    : never

export type ConnectAccount = Sent<'/v1/accounts', 'post'>
export type NewCredential = Sent<'/v1/credentials', 'post'>
export type CredentialChange = Sent<'/v1/credentials/{id}', 'patch'>
export type OnboardingLink = Body<paths['/v1/accounts/{id}/onboarding_links']['post']['responses'], 201>
export type InstallationState = Body<paths['/v1/installations']['post']['responses'], 201>
