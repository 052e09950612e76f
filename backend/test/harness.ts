/** A whole desk for one test file: real MongoDB in a database of its own, the application, people, an account. */
import { randomBytes } from 'node:crypto'
import os from 'node:os'
import type { FastifyBaseLogger, FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import mongoose from 'mongoose'
import { WorkspaceModel, type AccountDocument } from '../src/accounts/model'
import { scopeOf } from '../src/accounts/service'
import { buildApp } from '../src/app'
import { loadConfig, type Config } from '../src/config'
import { watchCommands } from '../src/database/command-monitor'
import { connectDatabase, disconnectDatabase } from '../src/database/connection'
import { runInScope, type Mode } from '../src/database/scope'
import type { Logger } from '../src/log'
import { buildServices, type Services } from '../src/services'
import type { StripeGateway } from '../src/stripe/gateway'
import { testClock, type TestClock } from './clock'
import { APP_SECRET, signAppRequest, WEBHOOK_SECRET } from './signing'
import { startStandIn, type StandIn } from './stand-in'

export type Answer = LightMyRequestResponse
export type Call = Omit<InjectOptions, 'method' | 'url'> & { key?: string }

/** What a caller with a token can send. */
export interface Caller {
  token: string
  get(url: string, options?: Call): Promise<Answer>
  post(url: string, body?: object, options?: Call): Promise<Answer>
  patch(url: string, body: object, options?: Call): Promise<Answer>
  delete(url: string, options?: Call): Promise<Answer>
}

export interface DeskOptions {
  /** Seed of the stand-in's business; null leaves the stand-in out. */
  standIn?: string | null
  /** How much history its business has; the small one where nothing is said. */
  size?: 'small' | 'demo'
  clock?: TestClock
  log?: Logger
  loggerInstance?: FastifyBaseLogger
  /** Puts something between the desk and Stripe. */
  wrapStripe?: (stripe: StripeGateway) => StripeGateway
  env?: Record<string, string>
}

export interface Desk {
  app: FastifyInstance
  services: Services
  config: Config
  clock: TestClock
  standIn: StandIn
  stripe: StripeGateway
  workspaceId: string
  account: AccountDocument
  violations: string[]
  /** A token of a member with this role, built-in or custom; the same member each time. */
  tokenOf(role: string): Promise<string>
  tokenOfMember(member: string, workspaceId?: string): Promise<string>
  as(role: string): Promise<Caller>
  /** @param always goes along with each call */
  with(token: string, always?: Call): Caller
  /** Runs `work` as the desk itself for the account. */
  inAccount<T>(work: () => PromiseLike<T> | T, account?: AccountDocument): Promise<T>
  /** A further account of the workspace, in test mode. */
  connect(accountId: string): Promise<AccountDocument>
  /** Another workspace with an account and an owner of its own. */
  neighbour(
    accountId?: string,
    mode?: Mode,
  ): Promise<{ workspaceId: string; account: AccountDocument; owner: Caller }>
  /** Takes the stand-in's exchange rates. */
  importRates(): Promise<void>
  /** A second account of the workspace, German and with a small business, read from Stripe. */
  addSecond(): Promise<void>
  /** Reads the account from Stripe and waits for the end. */
  sync(options?: { full?: boolean }): Promise<void>
  /** Ends everything; fails when a command reached MongoDB without its owner. */
  close(): Promise<void>
}

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} }

const key = (id: string) =>
  `${id}:${Buffer.from(Array.from({ length: 32 }, (_, index) => (index * 7 + id.length) % 251)).toString('base64')}`

export const BASE_ENV = {
  MONGODB_URI: 'mongodb://given-otherwise',
  STRIPE_SECRET_KEY: 'sk_test_unused',
  STRIPE_API_BASE: 'http://127.0.0.1:9',
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  STRIPE_APP_SECRET: APP_SECRET,
  ENCRYPTION_KEYS: key('e1'),
  JWT_KEYS: key('j1'),
  API_KEY_PEPPER: 'pepper-of-the-tests-and-no-other',
}

/** Connects to a fresh database of the run's mongod. @returns what reached it without its owner, and how to drop it */
export async function openTestDatabase(): Promise<{ violations: string[]; drop: () => Promise<void> }> {
  const uri = process.env['TEST_MONGODB_URI']
  if (!uri) throw new Error('No mongod: run these tests with the jest project "integration"')
  const dbName = `desk_${process.pid}_${randomBytes(4).toString('hex')}`
  // the driver loads `os` by a dynamic import, which jest's CommonJS has not
  await connectDatabase(uri, { dbName, monitorCommands: true, runtimeAdapters: { os } })
  const violations = watchCommands(mongoose.connection.getClient())
  return {
    violations,
    async drop() {
      await mongoose.connection.dropDatabase()
      await disconnectDatabase()
    },
  }
}

const absent = (): StandIn => {
  const missing = () => Promise.reject(new Error('This desk was started without a stand-in'))
  const lazy = new Proxy({}, { get: missing })
  return {
    ...(lazy as StandIn),
    url: '',
    secretKey: '',
    accountId: 'acct_desk',
    close: () => Promise.resolve(),
  }
}

export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const clock = options.clock ?? testClock()
  const standIn =
    options.standIn === null ? absent() : await startStandIn(clock, options.standIn, options.size)
  const { violations, drop } = await openTestDatabase()
  const config = loadConfig({
    ...BASE_ENV,
    ...(standIn.url ? { STRIPE_API_BASE: standIn.url, STRIPE_SECRET_KEY: standIn.secretKey } : {}),
    ...options.env,
  })
  const log = options.log ?? silent
  const services = buildServices({
    config,
    clock,
    log,
    ...(options.wrapStripe ? { wrapStripe: options.wrapStripe } : {}),
  })
  const { stripe } = services
  const app = await buildApp({
    config,
    services,
    ...(options.loggerInstance ? { loggerInstance: options.loggerInstance } : {}),
  })
  await app.ready()

  const connect = (workspaceId: string, accountId: string, mode: Mode) =>
    services.accounts.connect(workspaceId, {
      accountId,
      mode,
      name: 'Tests',
      country: 'US',
      defaultCurrency: 'usd',
      timeZone: 'UTC',
      via: 'key',
      platform: null,
    })
  const { id: workspaceId } = await services.accounts.ensureWorkspace('Tests')
  const account = await connect(workspaceId, standIn.accountId, 'test')
  if (standIn.url)
    await runInScope(scopeOf(account), async () => {
      await services.credentials.add({ name: 'Tests', secret_key: standIn.secretKey, active: true })
      // opened now, so that its entry in the trail is not counted among those of a test
      await services.credentials.connection()
    })

  const send =
    (token: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', always: Call) =>
    (url: string, body?: object, options: Call = {}) => {
      const { key: idempotency, ...call } = { ...always, ...options }
      return app.inject({
        method,
        url,
        ...(body === undefined ? {} : { payload: body }),
        ...call,
        headers: {
          authorization: `Bearer ${token}`,
          ...(idempotency ? { 'idempotency-key': idempotency } : {}),
          ...call.headers,
        },
      })
    }
  const caller = (token: string, always: Call = {}): Caller => ({
    token,
    get: (url, call) => send(token, 'GET', always)(url, undefined, call),
    post: (url, body = {}, call) => send(token, 'POST', always)(url, body, call),
    patch: (url, body, call) => send(token, 'PATCH', always)(url, body, call),
    delete: (url, call) => send(token, 'DELETE', always)(url, undefined, call),
  })

  const newToken = async (workspace: string, role: string): Promise<string> => {
    const member = await runInScope({ workspaceId: workspace }, () =>
      services.team.addMember({
        name: role,
        email: `${role}-${randomBytes(3).toString('hex')}@example.com`,
        role,
      }),
    )
    return tokenOfMember(member, workspace)
  }
  const tokenOfMember = async (member: string, workspace = workspaceId): Promise<string> =>
    (await services.identity.openSession(workspace, member, app.signToken)).access_token
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (role: string): Promise<string> => {
    const known = tokens.get(role) ?? newToken(workspaceId, role)
    tokens.set(role, known)
    return known
  }
  const inAccount: Desk['inAccount'] = (work, one = account) => runInScope(scopeOf(one), work)

  return {
    app,
    services,
    config,
    clock,
    standIn,
    stripe,
    workspaceId,
    account,
    violations,
    tokenOf,
    tokenOfMember,
    as: async (role) => caller(await tokenOf(role)),
    with: caller,
    inAccount,
    connect: (accountId) => connect(workspaceId, accountId, 'test'),
    async neighbour(accountId = 'acct_neighbour', mode = 'test') {
      const _id = `ws_${randomBytes(6).toString('hex')}`
      await WorkspaceModel.create([{ _id, name: 'Neighbour', createdAt: clock.now() }])
      const theirs = await connect(_id, accountId, mode)
      return { workspaceId: _id, account: theirs, owner: caller(await newToken(_id, 'owner')) }
    },
    importRates: () => inAccount(async () => void (await services.fx.importFile(await standIn.rates()))),
    async addSecond() {
      const second = await standIn.act('accounts', { name: 'Sudwind', country: 'DE', size: 'small' })
      await inAccount(() => services.onboarding.installed(String(second['id'])))
      await services.onboarding.drain()
      await services.sync.drain()
    },
    async sync({ full = false } = {}) {
      await inAccount(() => services.sync.start({ full }))
      await services.sync.drain()
    },
    async close() {
      await app.close()
      await Promise.all([services.worker.stop(), services.jobs.stop(), services.onboarding.drain()])
      await services.sync.drain()
      await services.sealer.stop()
      await standIn.close()
      await drop()
      expect(violations).toEqual([])
    },
  }
}

/** Waits until `holds` answers true. */
export async function until(holds: () => Promise<boolean> | boolean, patienceMs = 15_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await holds());) {
    if (Date.now() > end) throw new Error('It did not happen in time')
    // what polls over HTTP stays below the limit of an address
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A further instance of the desk on the same database, with services of its own. */
export const anotherInstance = ({ config, clock }: Desk): Promise<FastifyInstance> =>
  buildApp({ config, services: buildServices({ config, clock, log: silent }) })

/** Somebody with Stripe's admin role opens a view of the desk's account. */
export async function openView(desk: Desk, user_id: string): Promise<Caller> {
  const claims = {
    nonce: `nonce-of-${user_id}`,
    mode: 'test',
    stripe_roles: [{ id: 'admin' }],
    user_id,
    account_id: desk.account.accountId,
  }
  const entered = await desk.app.inject({
    method: 'POST',
    url: '/v1/auth/stripe-app',
    ...signAppRequest(claims, desk.clock.seconds()),
  })
  return desk.with(entered.json<{ access_token: string }>().access_token)
}
