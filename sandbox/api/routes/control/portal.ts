import { createPortalConfiguration, defaultConfiguration } from '../../domain/portal'
import { hasEnded } from '../../domain/subscription-end'
import { cancelNow, updateSubscription } from '../../domain/subscription-update'
import { invalid } from '../../http/errors'
import type { Route } from '../../http/route'
import { renderPortalConfiguration } from '../../render/portal'
import type { PortalFeaturesRecord } from '../../store/records'
import { fromPath } from '../lookups'
import { FEEDBACK } from '../subscription-params'

/** What a person finds allowed when the portal's settings are saved as they are. */
const EVERYTHING: PortalFeaturesRecord = {
  customer_update: { allowed_updates: [], enabled: false },
  invoice_history: true,
  payment_method_update: true,
  subscription_cancel: {
    enabled: true,
    mode: 'at_period_end',
    proration_behavior: 'none',
    reasons: {
      enabled: true,
      options: ['too_expensive', 'missing_features', 'switched_service', 'unused', 'other'],
    },
  },
}

/** What is done in the Dashboard's settings of the customer portal, and by customers in the portal. */
export const portalCommands: Route[] = [
  {
    method: 'POST',
    path: '/_sandbox/portal_configuration',
    answers: 'nothing',
    prepare:
      ({ account }) =>
      () =>
        renderPortalConfiguration(
          defaultConfiguration(account) ??
            createPortalConfiguration(account, { is_default: true, features: EVERYTHING }),
        ),
  },
  {
    method: 'POST',
    path: '/_sandbox/subscriptions/:id/cancel',
    answers: 'nothing',
    prepare({ account, ids, params }) {
      const subscription = fromPath(account.store.subscriptions, 'subscription', ids[0])
      const mode = params.oneOf('mode', ['at_period_end', 'immediately', 'resume']) ?? 'at_period_end'
      const feedback = params.text('feedback') === null ? undefined : params.oneOf('feedback', FEEDBACK)
      const comment = params.text('comment') ?? null
      const prorates = params.boolean('prorate') ?? false
      if (hasEnded(subscription)) throw invalid(`The subscription ${subscription.id} has ended.`)
      if (mode === 'resume' && !subscription.cancel_at_period_end) {
        throw invalid(`The subscription ${subscription.id} is not about to end.`)
      }
      const reasons = { feedback: feedback ?? null, comment }
      return () => {
        if (mode === 'immediately') {
          cancelNow(account, subscription, {
            reason: 'cancellation_requested',
            prorate: prorates,
            ...reasons,
          })
        } else if (mode === 'resume') {
          updateSubscription(account, subscription, { cancelAtPeriodEnd: false })
        } else {
          updateSubscription(account, subscription, { cancelAtPeriodEnd: true, ...reasons })
        }
        return { id: subscription.id, status: subscription.status, cancel_at: subscription.cancel_at }
      }
    },
  },
]
