import type { FastifyInstance } from 'fastify'
import type { Engine } from '../engine/engine'
import type { Account } from '../store/account'
import { serveOnboarding } from './onboarding'

/** Carries out one of the control commands for an account, as if it had been requested. */
export type Act = (account: Account, path: string, form: string) => Promise<void>

/** The pages that Stripe hosts for platforms and customers, small and plain. */
export function servePages(app: FastifyInstance, engine: Engine, act: Act): void {
  serveOnboarding(app, engine, act)
}
