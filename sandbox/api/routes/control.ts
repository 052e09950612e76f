import { addSampleAccount } from '../domain/connect/sample-accounts'
import { completeOnboarding } from '../domain/connect/accounts'
import { advanceTimeline } from '../engine/timeline'
import { PERMISSIONS } from '../http/permissions'
import { invalid, missing } from '../http/errors'
import type { Route } from '../http/route'
import { isSizeName, SIZES } from '../sample/sizes'
import { makeId } from '../store/account'
import { fromPath } from './lookups'

const linkRoute: Route = {
  method: 'POST',
  path: '/_sandbox/account_links/:id/submit',
  answers: 'nothing',
  prepare({ account, ids, params }) {
    const link = fromPath(account.store.accountLinks, 'account link', ids[0])
    const target = account.connected.get(link.account)
    if (!target) throw missing('account', link.account)
    const type = params.oneOf('business_type', ['individual', 'company']) ?? 'company'
    const outcome = params.oneOf('outcome', ['complete', 'later']) ?? 'complete'
    return () => {
      link.used = true
      advanceTimeline(target, target.clock, account.clock.now)
      if (outcome === 'complete') completeOnboarding(target, type)
      return { account: target.id, details_submitted: target.profile.details_submitted }
    }
  },
}

const SAMPLE_COUNTRIES: Record<string, string> = { US: 'usd', DE: 'eur', JP: 'jpy' }

const sampleAccountRoute: Route = {
  method: 'POST',
  path: '/_sandbox/accounts',
  answers: 'nothing',
  prepare({ account, params }) {
    const country = params.filled('country') ?? 'DE'
    const currency = SAMPLE_COUNTRIES[country]
    if (currency === undefined) {
      throw invalid(`country must be one of ${Object.keys(SAMPLE_COUNTRIES).join(', ')}`, {
        param: 'country',
      })
    }
    const size = params.filled('size') ?? 'small'
    if (!isSizeName(size)) {
      throw invalid(`size must be one of ${Object.keys(SIZES).join(', ')}`, { param: 'size' })
    }
    const wanted = {
      name: params.filled('name') ?? 'Sudwind Metrics',
      country,
      currency,
      size: SIZES[size],
      permissions: params.words('permissions') ?? ['customer_read', 'subscription_read', 'invoice_read'],
    }
    return () => {
      const added = addSampleAccount(account, wanted)
      return { id: added.id, name: added.profile.name }
    }
  },
}

/**
 * What a person or a test makes happen to an account. Unlike the other control routes these change it, so they are
 * commands like those of the API: kept in the data directory and repeated after a restart.
 */
export const controlRoutes: Route[] = [
  sampleAccountRoute,
  linkRoute,
  {
    method: 'POST',
    path: '/_sandbox/restricted_keys',
    answers: 'nothing',
    prepare({ account, params }) {
      const permissions = params.words('permissions') ?? []
      const unknown = permissions.find((one) => !PERMISSIONS.includes(one))
      if (unknown !== undefined) {
        throw invalid(`There is no permission '${unknown}'. It must be one of ${PERMISSIONS.join(', ')}.`, {
          param: 'permissions',
        })
      }
      return () => {
        const mode = account.live ? 'live' : 'test'
        const key = account.store.restrictedKeys.add({
          id: makeId(account, 'rk_'),
          created: account.now,
          secret: `rk_${mode}_${account.ids.token(48)}`,
          permissions,
        })
        return { id: key.id, secret: key.secret, permissions: [...permissions] }
      }
    },
  },
  {
    method: 'DELETE',
    path: '/_sandbox/restricted_keys/:id',
    answers: 'nothing',
    prepare({ account, ids }) {
      const id = ids[0] ?? ''
      if (!account.store.restrictedKeys.get(id)) throw invalid(`There is no key '${id}'.`, { status: 404 })
      return () => {
        account.store.restrictedKeys.remove(id)
        return { id, deleted: true }
      }
    },
  },
]
