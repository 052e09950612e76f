import type { FastifyInstance } from 'fastify'
import type { Deliverer } from '../delivery/deliverer'
import type { Engine } from '../engine/engine'
import type { Faults } from '../http/faults'
import type { Answer } from '../http/idempotency'
import type { PageRequest } from '../http/serve'
import type { Account } from '../store/account'
import { serveAuthentication } from './authentication'
import { serveControlPage } from './control/serve'
import { serveFiles } from './files'
import { serveInvoices } from './invoices'
import { serveOnboarding } from './onboarding'
import { servePortal } from './portal'

/** What the pages work with. */
export interface Desk {
  engine: Engine
  faults: Faults
  deliverer: Deliverer
  /** Carries out a request for an account as if it had come with its key. */
  act(account: Account, request: PageRequest): Promise<Answer>
  /** Moves the clocks ahead for good. */
  advance(seconds: number): void
}

/** The pages that Stripe hosts for platforms and customers, and the stand-in's own, small and plain. */
export function servePages(app: FastifyInstance, desk: Desk): void {
  serveOnboarding(app, desk)
  serveControlPage(app, desk)
  serveInvoices(app, desk.engine)
  serveFiles(app, desk.engine)
  servePortal(app, desk)
  serveAuthentication(app, desk)
}
