/** How Stripe accounts come to a workspace and leave it: by key, by installing the app, through Connect. */
import type { AccountDocument, Onboarding } from '../accounts/model'
import { inAccount, scopeOf, type AccountService } from '../accounts/service'
import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import type { Credential } from '../credentials/schema'
import type { CredentialService } from '../credentials/service'
import { underLease } from '../database/lease'
import { eraseScope } from '../database/model'
import { currentActor, currentScope, runInScope, type Mode } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError, CATALOGUE } from '../errors'
import type { FxService } from '../fx/service'
import { found, newId, seconds } from '../http'
import { JobRunModel } from '../jobs/model'
import type { Logger } from '../log'
import type { Vault } from '../secrets/vault'
import { isLiveKey } from '../stripe/connection'
import type { StripeGateway, StripeObject } from '../stripe/gateway'
import { verifySignature } from '../stripe/signature'
import type { SyncService } from '../sync/service'
import type { Account, AccountConnect, InstallationState, OnboardingLink } from './schema'

const DAY_MS = 86_400_000
/** How long the data of an account is kept after its owner removed the app, unless they come back. */
const KEPT_AFTER_UNINSTALL_MS = 30 * DAY_MS
/** How long a link that we gave to somebody may be followed. */
const STATE_MS = DAY_MS

export interface OnboardingDeps {
  clock: Clock
  log: Logger
  audit: AuditService
  accounts: AccountService
  credentials: CredentialService
  stripe: StripeGateway
  sync: SyncService
  vault: Vault
  fx: FxService
  appSecrets: string[]
  publicUrl: URL
}

type ByKey = Extract<AccountConnect, { via: 'key' }>
type ThroughConnect = Extract<AccountConnect, { via: 'connect' }>

/** What a link of ours carries, sealed: for whom it was made, and until when. */
interface State {
  workspaceId: string
  accountId: string
  mode: Mode
  until: number
}

const STATE_PLACE = { owner: '', collection: 'onboarding', id: '', field: 'state' }

/** Field of an object that came from Stripe, where it has the type that we expect. */
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

function ianaZone(name: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name ?? 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC' // Stripe names some zones that the platform does not know
  }
}

/** What we keep of Stripe's account object. */
function profileOf(account: StripeObject) {
  const dashboard = fields(fields(account['settings'])['dashboard'])
  return {
    accountId: account.id,
    name: text(dashboard['display_name']) ?? text(fields(account['business_profile'])['name']) ?? account.id,
    country: text(account['country']),
    defaultCurrency: text(account['default_currency']) ?? 'usd',
    timeZone: ianaZone(text(dashboard['timezone'])),
  }
}

/** What Stripe's account object says of its onboarding. */
export function onboardingOf(account: StripeObject): Onboarding {
  const requirements = fields(account['requirements'])
  const list = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  return {
    details_submitted: account['details_submitted'] === true,
    charges_enabled: account['charges_enabled'] === true,
    payouts_enabled: account['payouts_enabled'] === true,
    currently_due: list(requirements['currently_due']),
    past_due: list(requirements['past_due']),
    disabled_reason: text(requirements['disabled_reason']),
  }
}

export function createOnboardingService({
  clock,
  log,
  audit,
  accounts,
  credentials,
  stripe,
  sync,
  vault,
  fx,
  appSecrets,
  publicUrl,
}: OnboardingDeps) {
  const running = new Set<Promise<void>>()

  function inBackground(what: string, work: () => Promise<void>): void {
    const watched = work().catch((error: unknown) => log.error({ err: error }, `${what} failed`))
    running.add(watched)
    void watched.finally(() => running.delete(watched))
  }

  /** Begins to read an account that has just come. */
  const begin = (account: AccountDocument): void =>
    inBackground('the first sync', () =>
      inAccount(account, async () => {
        await fx.begin()
        await sync.resume()
      }),
    )

  /** What keeps Stripe from being called for an account; its data stays there to be read. */
  function problemOf(credential: Credential | null): Account['problem'] {
    if (credential?.readable) return null
    const code = credential ? 'credential_unreadable' : 'no_active_credential'
    const { title, remedy } = CATALOGUE[code]
    return { code, title, remedy }
  }

  async function shown(account: AccountDocument): Promise<Account> {
    return inAccount(account, async () => {
      const [state, credential] = await Promise.all([sync.state(), credentials.inForce()])
      const { accountId, mode, name, country, defaultCurrency, definitions, via, platform } = account
      const { onboarding, connectedAt } = account
      return {
        id: accountId,
        object: 'account',
        mode,
        livemode: mode === 'live',
        name,
        country,
        default_currency: defaultCurrency,
        reporting_currency: definitions.reportingCurrency,
        time_zone: definitions.timeZone,
        via,
        platform,
        credential: credential?.id ?? null,
        problem: problemOf(credential),
        missing_permissions: (credential?.permissions ?? []).flatMap(({ permission, granted }) =>
          granted ? [] : [permission],
        ),
        sync: { status: state.status, percent: state.percent, last_synced_at: state.last_synced_at },
        onboarding,
        connected: seconds(connectedAt),
      }
    })
  }

  /**
   * One account of the workspace in scope, where whoever asks may ask about it.
   * @throws AppError not_found, invalid_request when it is connected in several modes and none was named
   */
  async function own(accountId: string, mode?: Mode): Promise<AccountDocument> {
    const all = await accounts.inReach()
    const named = all.filter((one) => one.accountId === accountId && (mode ?? one.mode) === one.mode)
    if (named.length > 1) {
      const message = `must be one of ${named.map((one) => one.mode).join(', ')}`
      throw new AppError('invalid_request', `mode ${message}`, {
        errors: [{ pointer: '/querystring/mode', message }],
      })
    }
    return found(named[0], 'account', accountId)
  }

  /** The account whose key reaches others: the one in scope. @throws AppError platform_missing */
  async function platformInScope(): Promise<AccountDocument> {
    const account = await accounts.current()
    if (account.via === 'key') return account
    throw new AppError(
      'platform_missing',
      `${account.accountId} is itself reached through ${account.platform}`,
    )
  }

  /** Adds an account that the platform's key reaches, with what Stripe says of it. */
  async function addReached(
    platform: AccountDocument,
    accountId: string,
    via: 'installation' | 'connect',
  ): Promise<AccountDocument> {
    return inAccount(platform, async () => {
      const profile = await (await credentials.actingFor(accountId)).account()
      const account = await accounts.connect(platform.workspaceId, {
        ...profileOf(profile),
        mode: platform.mode,
        via,
        platform: platform.accountId,
      })
      if (via === 'installation') return account
      const onboarding = onboardingOf(profile)
      await inAccount(account, () => accounts.onboarded(onboarding))
      return { ...account, onboarding }
    })
  }

  const seal = (state: State): string => vault.seal(JSON.stringify(state), STATE_PLACE)

  /** @throws AppError link_invalid */
  function unseal(sealed: string): State {
    try {
      const state = JSON.parse(vault.open(sealed, STATE_PLACE)) as State
      if (state.until > seconds(clock.now())) return state
    } catch (cause) {
      throw new AppError('link_invalid', 'This link is not one of ours', { cause })
    }
    throw new AppError('link_invalid', 'This link has expired')
  }

  const pageUrl = (path: string, state: string): string => {
    const url = new URL(path, publicUrl)
    url.searchParams.set('state', state)
    return url.href
  }

  async function stripeLink(account: AccountDocument): Promise<OnboardingLink> {
    const { workspaceId, accountId, mode } = account
    const platform = found(
      await accounts.find(account.platform ?? '', mode),
      'account',
      account.platform ?? '',
    )
    const state = seal({ workspaceId, accountId, mode, until: seconds(clock.now()) + STATE_MS / 1000 })
    const link = await inAccount(platform, () =>
      stripe.createAccountLink(
        {
          account: accountId,
          type: 'account_onboarding',
          refresh_url: pageUrl('/connect/refresh', state),
          return_url: pageUrl('/connect/return', state),
        },
        { idempotencyKey: newId('link', clock.now()) },
      ),
    )
    return { object: 'onboarding_link', url: link.url, expires: link.expires_at }
  }

  /** The account behind a link of ours, and the workspace it was made for in scope. */
  async function behind<T>(sealed: string, work: (account: AccountDocument) => Promise<T>): Promise<T> {
    const { workspaceId, accountId, mode } = unseal(sealed)
    return runInScope({ workspaceId, ...currentActor() }, async () => work(await own(accountId, mode)))
  }

  async function disconnect(account: AccountDocument, eraseAt: Date | null): Promise<void> {
    const reached = (await accounts.ofWorkspace(account.workspaceId)).filter(
      ({ platform, mode }) => platform === account.accountId && mode === account.mode,
    )
    if (reached.length > 0)
      throw new AppError(
        'platform_in_use',
        `${reached.length} accounts are reached through ${account.accountId}: ${reached
          .slice(0, 5)
          .map(({ accountId }) => accountId)
          .join(', ')}`,
      )
    const takeBack = await inAccount(account, () =>
      inTransaction(async () => {
        const after = await credentials.wipe()
        await accounts.disconnect(eraseAt)
        return after
      }),
    )
    await takeBack()
  }

  /** Erases what is due. Work that still runs for an account is waited for: a later round comes back to it. */
  async function eraseDue(): Promise<number> {
    let erased = 0
    for (const account of await accounts.toErase()) {
      const { _id, accountId, mode } = account
      await runInScope(scopeOf(account), () =>
        underLease(`sync:${_id}`, async () => {
          await underLease(`inbox:${_id}`, async () => {
            const documents = await eraseScope()
            await JobRunModel.deleteMany({ accountKey: _id })
            await inTransaction(async () => {
              await accounts.forget(account)
              await audit.record({
                action: 'account.erased',
                target: { type: 'account', id: accountId },
                after: { mode, documents },
              })
            })
            erased += 1
          })
        }),
      )
    }
    return erased
  }

  return {
    /** Every account that whoever asks may ask about, the oldest first; a workspace has few. */
    async list() {
      const rows = await accounts.inReach()
      const data = await Promise.all(rows.map(shown))
      return { object: 'list' as const, url: '/v1/accounts', has_more: false, data }
    },

    get: async (accountId: string, mode?: Mode): Promise<Account> => shown(await own(accountId, mode)),

    /**
     * Connects the account that a key belongs to.
     * @throws AppError stripe_key_refused, account_taken, credential_known
     */
    async byKey(
      { name = 'Stripe', sandbox = false, ...keys }: ByKey,
      source: 'environment' | 'entered' = 'entered',
    ): Promise<AccountDocument> {
      const { workspaceId } = currentScope()
      const mode: Mode = isLiveKey(keys.secret_key) ? 'live' : sandbox ? 'sandbox' : 'test'
      if (mode === 'live' && sandbox)
        throw new AppError('invalid_request', 'A sandbox has test keys', {
          errors: [{ pointer: '/body/sandbox', message: 'goes with a test key only' }],
        })
      const profile = profileOf(await credentials.ownerOf(keys.secret_key))
      const account = await accounts.connect(workspaceId, { ...profile, mode, via: 'key', platform: null })
      await inAccount(account, async () => {
        const { secret_key, publishable_key, webhook_secret } = keys
        const { id } = await credentials.add(
          {
            name,
            secret_key,
            active: true,
            ...(publishable_key === undefined ? {} : { publishable_key }),
            ...(webhook_secret === undefined ? {} : { webhook_secret }),
          },
          source,
        )
        await credentials.registerWebhooks(id)
      })
      return account
    },

    /**
     * Makes a new account through Connect, with the account in scope as its platform. Its owner goes on by the
     * onboarding link.
     * @param requestKey the same for a repeated request: Stripe makes one account for it
     */
    async throughConnect(
      { country, email, name }: ThroughConnect,
      requestKey: string | null,
    ): Promise<AccountDocument> {
      const platform = await platformInScope()
      const made = await stripe.createAccount(
        {
          country,
          controller: {
            fees: { payer: 'account' },
            losses: { payments: 'stripe' },
            requirement_collection: 'stripe',
            stripe_dashboard: { type: 'full' },
          },
          capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
          ...(email === undefined ? {} : { email }),
          ...(name === undefined ? {} : { business_profile: { name } }),
        },
        { idempotencyKey: `account:${requestKey ?? newId('intent', clock.now())}` },
      )
      return addReached(platform, made.id, 'connect')
    },

    begin,
    shown,

    /** A fresh link to Stripe's onboarding of an account that was made through Connect. @throws AppError not_found */
    async link(accountId: string, mode?: Mode): Promise<OnboardingLink> {
      const account = await own(accountId, mode)
      const link = await stripeLink(
        found(account.via === 'connect' ? account : null, 'Connect account', accountId),
      )
      await audit.record({ action: 'account.link_created', target: { type: 'account', id: accountId } })
      return link
    },

    /** Where a person goes on whose link has expired. @throws AppError link_invalid */
    refreshed: (state: string): Promise<OnboardingLink> => behind(state, stripeLink),

    /** What is still asked of an account whose owner comes back from Stripe. @throws AppError link_invalid */
    async returned(state: string): Promise<{ name: string; onboarding: Onboarding }> {
      return behind(state, (account) =>
        inAccount(account, async () => {
          const onboarding = onboardingOf(await stripe.account())
          await accounts.onboarded(onboarding)
          return { name: account.name, onboarding }
        }),
      )
    },

    /** What an install link has to carry, so that the installation finds this workspace. */
    async installationState(): Promise<InstallationState> {
      const { workspaceId, accountId, mode } = await platformInScope()
      const expires = seconds(clock.now()) + STATE_MS / 1000
      await audit.record({ action: 'account.link_created', target: { type: 'account', id: accountId } })
      return {
        object: 'installation_state',
        state: seal({ workspaceId, accountId, mode, until: expires }),
        return_url: new URL('/connect/installed', publicUrl).href,
        expires,
      }
    },

    /**
     * A person comes back from installing the app. Stripe signs the state, the user and the account.
     * @throws AppError link_invalid, signature_invalid
     */
    async installedByLink(query: {
      state: string
      user_id: string
      account_id: string
      install_signature: string
    }): Promise<{ name: string }> {
      const { state, user_id, account_id, install_signature } = query
      const signed = Buffer.from(JSON.stringify({ state, user_id, account_id }))
      verifySignature(signed, install_signature, appSecrets, clock.now())
      return behind(state, async (platform) => {
        const account = await addReached(platform, account_id, 'installation')
        begin(account)
        return { name: account.name }
      })
    },

    /** Stripe says that an account installed the app of the platform in scope. Repeating it changes nothing. */
    async installed(accountId: string): Promise<void> {
      const platform = await accounts.current()
      if (platform.via !== 'key' || accountId === platform.accountId) return
      if ((await accounts.find(accountId, platform.mode)) !== null) return
      begin(await addReached(platform, accountId, 'installation'))
    },

    /** Stripe says that an account removed the app: nothing of it is reachable from now on, its data goes later. */
    async uninstalled(accountId: string): Promise<void> {
      const platform = await accounts.current()
      const account = await accounts.find(accountId, platform.mode)
      if (account?.platform !== platform.accountId) return
      await disconnect(account, new Date(clock.now().getTime() + KEPT_AFTER_UNINSTALL_MS))
    },

    /** Ends the connection; nothing of the account can be reached afterwards. @throws AppError platform_in_use */
    async disconnect(accountId: string, data: 'keep' | 'erase', wanted?: Mode) {
      const account = await own(accountId, wanted)
      await disconnect(account, data === 'erase' ? clock.now() : null)
      if (data === 'erase') inBackground('erasing', async () => void (await eraseDue()))
      return { id: accountId, object: 'account' as const, mode: account.mode, disconnected: true as const }
    },

    eraseDue,

    /** Resolves when what goes on in the background has ended. */
    async drain(): Promise<void> {
      await Promise.all(running)
    },
  }
}
export type OnboardingService = ReturnType<typeof createOnboardingService>
