import { createPortalSession, defaultConfiguration } from '../domain/portal'
import { hasEnded } from '../domain/subscription-end'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderPortalSession } from '../render/portal'
import type { Account } from '../store/account'
import type { CustomerRecord, PortalConfigurationRecord, PortalFlowRecord } from '../store/records'
import { fromParam, livingCustomer } from './lookups'

function readConfiguration(account: Account, params: Params): PortalConfigurationRecord {
  const id = params.filled('configuration')
  const named =
    id === undefined
      ? defaultConfiguration(account)
      : fromParam(account.store.portalConfigurations, 'configuration', id, 'configuration')
  if (!named) {
    const mode = account.live ? 'live' : 'test'
    throw invalid(
      `No configuration provided and your ${mode} mode default configuration has not been created. Provide a configuration or create your default by saving your customer portal settings in ${mode} mode at https://dashboard.stripe.com/${account.live ? '' : 'test/'}settings/billing/portal. (In the stand-in: POST /_sandbox/portal_configuration.)`,
    )
  }
  if (!named.active) {
    throw invalid(`The configuration ${named.id} is not active.`, { param: 'configuration' })
  }
  return named
}

function readFlow(
  account: Account,
  params: Params,
  customer: CustomerRecord,
  { features }: PortalConfigurationRecord,
): PortalFlowRecord | null {
  const flow = params.hash('flow_data')
  if (!flow) return null
  const type = flow.oneOf('type', ['payment_method_update', 'subscription_cancel']) ?? flow.missing('type')
  const enabled =
    type === 'subscription_cancel' ? features.subscription_cancel.enabled : features.payment_method_update
  if (!enabled) {
    throw invalid(`This flow cannot be used because ${type} is disabled in the portal configuration.`, {
      param: flow.name('type'),
    })
  }
  const after = flow.hash('after_completion')
  const redirect = after?.hash('redirect')
  return {
    type,
    subscription: type === 'subscription_cancel' ? readSubscription(account, flow, customer) : null,
    after_completion:
      after?.oneOf('type', ['hosted_confirmation', 'portal_homepage', 'redirect']) ?? 'portal_homepage',
    custom_message: after?.hash('hosted_confirmation')?.text('custom_message', 500) ?? null,
    return_url: redirect ? redirect.required('return_url') : null,
  }
}

function readSubscription(account: Account, flow: Params, customer: CustomerRecord): string {
  const cancel = flow.hash('subscription_cancel') ?? flow.missing('subscription_cancel')
  const param = cancel.name('subscription')
  const subscription = fromParam(
    account.store.subscriptions,
    'subscription',
    cancel.required('subscription'),
    param,
  )
  if (subscription.customer !== customer.id) {
    throw invalid(`The subscription ${subscription.id} does not belong to the customer ${customer.id}.`, {
      param,
    })
  }
  if (hasEnded(subscription) || subscription.cancel_at_period_end) {
    throw invalid(`The subscription ${subscription.id} is already canceled.`, { param })
  }
  return subscription.id
}

export const portalSessionRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    answers: 'billing_portal.session',
    prepare({ account, params }) {
      const customer = livingCustomer(account, params.required('customer'), { param: 'customer' })
      const configuration = readConfiguration(account, params)
      const return_url = params.filled('return_url') ?? configuration.default_return_url
      const locale = params.filled('locale') ?? null
      const flow = readFlow(account, params, customer, configuration)
      const fields = { customer: customer.id, configuration: configuration.id, return_url, locale, flow }
      return () => renderPortalSession(account, createPortalSession(account, fields))
    },
  },
]
