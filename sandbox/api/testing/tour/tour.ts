import type Stripe from 'stripe'
import type { Observation } from '../../http/execute'
import { startSandbox, type TestSandbox } from '../start'
import { accountTour } from './account'
import { billingTour, subscriptionTour } from './billing'
import { catalogueTour } from './catalogue'
import { connectTour } from './connect'
import { customerTour } from './customers'
import { entitlementTour } from './entitlements'
import { disputeTour } from './disputes'
import { invoiceTour } from './invoices'
import { moneyTour } from './money'
import { paymentTour } from './payments'
import { portalTour } from './portal'
import { scheduleTour } from './schedules'
import { transferTour } from './transfers'
import { testClockTour } from './test-clocks'

/** What a tour is given: a small stand-in with its history, and the official client. */
export interface Guide {
  sandbox: TestSandbox
  stripe: Stripe
  /** Moves the account's clock ahead. */
  advance(seconds: number): Promise<void>
}

/** A walk over the routes of one area, each called as a developer would, with every parameter that it has. */
export type Tour = (guide: Guide) => Promise<void>

const TOURS: Tour[] = [
  transferTour,
  entitlementTour,
  accountTour,
  connectTour,
  catalogueTour,
  customerTour,
  invoiceTour,
  billingTour,
  subscriptionTour,
  scheduleTour,
  moneyTour,
  paymentTour,
  disputeTour,
  portalTour,
  testClockTour,
]

/**
 * Walks over all routes and answers what was seen: each request's route, its parameters and its answer. `then` is called
 * before the stand-in is closed.
 */
export async function takeTour(
  then: (guide: Guide, seen: readonly Observation[]) => Promise<void> = () => Promise.resolve(),
): Promise<Observation[]> {
  const seen: Observation[] = []
  const sandbox = await startSandbox({
    size: 'small',
    seed: 'tour2',
    observe: (one) => {
      // The stand-in's own commands have no type at Stripe.
      if (one.route.path.startsWith('/v1/')) seen.push(one)
    },
  })
  try {
    const guide: Guide = {
      sandbox,
      stripe: sandbox.stripe,
      advance: sandbox.advance,
    }
    for (const tour of TOURS) await tour(guide)
    await then(guide, [...seen])
  } finally {
    await sandbox.close()
  }
  return seen
}
