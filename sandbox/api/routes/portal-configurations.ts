import { portalConfigurationEvents } from '../domain/events'
import { createPortalConfiguration, USUAL_FEATURES, type PortalFields } from '../domain/portal'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderPortalConfiguration } from '../render/portal'
import type { PortalConfigurationRecord, PortalFeaturesRecord } from '../store/records'
import { fromPath, given } from './lookups'
import { FEEDBACK } from './subscription-params'

const UPDATES = ['address', 'email', 'name', 'phone', 'shipping', 'tax_id'] as const
function readWords<T extends string>(params: Params, key: string, words: readonly T[]): T[] | undefined {
  const given = params.words(key)
  return given === null
    ? []
    : given?.map((word) => {
        const known = words.find((one) => one === word)
        if (known) return known
        throw invalid(`Invalid ${params.name(key)}: must be one of ${words.join(', ')}`, {
          param: params.name(key),
        })
      })
}

function readEnabled(features: Params, key: string, current: boolean): boolean {
  const hash = features.hash(key)
  return hash ? (hash.boolean('enabled') ?? hash.missing('enabled')) : current
}

/** Features that the portal of the stand-in lacks can only be switched off. */
function refuseFeature(features: Params, key: string): void {
  if (!features.hash(key)?.boolean('enabled')) return
  throw invalid(`The stand-in's customer portal does not cover ${key}.`, { param: features.name(key) })
}

function readCancel(
  features: Params,
  current: PortalFeaturesRecord['subscription_cancel'],
): PortalFeaturesRecord['subscription_cancel'] {
  const hash = features.hash('subscription_cancel')
  if (!hash) return current
  const reason = hash.hash('cancellation_reason')
  return {
    enabled: hash.boolean('enabled') ?? current.enabled,
    mode: hash.oneOf('mode', ['at_period_end', 'immediately']) ?? current.mode,
    proration_behavior:
      hash.oneOf('proration_behavior', ['always_invoice', 'create_prorations', 'none']) ??
      current.proration_behavior,
    reasons: reason
      ? {
          enabled: reason.boolean('enabled') ?? reason.missing('enabled'),
          options: readWords(reason, 'options', FEEDBACK) ?? current.reasons.options,
        }
      : current.reasons,
  }
}

function readFeatures(features: Params, current: PortalFeaturesRecord): PortalFeaturesRecord {
  refuseFeature(features, 'subscription_pause')
  refuseFeature(features, 'subscription_update')
  const update = features.hash('customer_update')
  return {
    customer_update: update
      ? {
          enabled: update.boolean('enabled') ?? current.customer_update.enabled,
          allowed_updates:
            readWords(update, 'allowed_updates', UPDATES) ?? current.customer_update.allowed_updates,
        }
      : current.customer_update,
    invoice_history: readEnabled(features, 'invoice_history', current.invoice_history),
    payment_method_update: readEnabled(features, 'payment_method_update', current.payment_method_update),
    subscription_cancel: readCancel(features, current.subscription_cancel),
  }
}

function readFields(params: Params, current?: PortalConfigurationRecord): PortalFields {
  const profile = params.hash('business_profile')
  const features = params.hash('features')
  if (!features && !current) params.missing('features')
  if (params.hash('login_page')?.boolean('enabled')) {
    throw invalid("The stand-in's customer portal has no login page.", { param: 'login_page[enabled]' })
  }
  return given<PortalFields>({
    name: params.text('name'),
    headline: profile?.text('headline', 60),
    privacy_policy_url: profile?.text('privacy_policy_url'),
    terms_of_service_url: profile?.text('terms_of_service_url'),
    default_return_url: params.text('default_return_url'),
    metadata: params.metadata('metadata', current?.metadata),
    features: features && readFeatures(features, current?.features ?? USUAL_FEATURES),
  })
}

export const portalConfigurationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/billing_portal/configurations',
    answers: 'list of billing_portal.configuration',
    prepare({ account, params }) {
      const active = params.boolean('active')
      const isDefault = params.boolean('is_default')
      return preparePage(
        params,
        {
          collection: account.store.portalConfigurations,
          url: '/v1/billing_portal/configurations',
          noun: 'configuration',
          render: renderPortalConfiguration,
        },
        {
          where: (one) =>
            (active === undefined || one.active === active) &&
            (isDefault === undefined || one.is_default === isDefault),
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/billing_portal/configurations',
    answers: 'billing_portal.configuration',
    prepare({ account, params }) {
      const fields = readFields(params)
      return () => renderPortalConfiguration(createPortalConfiguration(account, fields))
    },
  },
  {
    method: 'GET',
    path: '/v1/billing_portal/configurations/:id',
    answers: 'billing_portal.configuration',
    prepare({ account, ids }) {
      const configuration = fromPath(account.store.portalConfigurations, 'configuration', ids[0])
      return () => renderPortalConfiguration(configuration)
    },
  },
  {
    method: 'POST',
    path: '/v1/billing_portal/configurations/:id',
    answers: 'billing_portal.configuration',
    prepare({ account, ids, params }) {
      const configuration = fromPath(account.store.portalConfigurations, 'configuration', ids[0])
      const active = params.boolean('active')
      const fields = readFields(params, configuration)
      if (active === false && configuration.is_default) {
        throw invalid('You cannot deactivate the default configuration.', { param: 'active' })
      }
      return () => {
        const changed = portalConfigurationEvents.watch(account, configuration)
        Object.assign(configuration, fields, { updated: account.now })
        if (active !== undefined) configuration.active = active
        changed()
        return renderPortalConfiguration(configuration)
      }
    },
  },
]
