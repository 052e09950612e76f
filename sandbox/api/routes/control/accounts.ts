import { completeOnboarding } from '../../domain/connect/accounts'
import { addSampleAccount } from '../../domain/connect/sample-accounts'
import { advanceAccount } from '../../engine/timeline'
import { invalid, missing } from '../../http/errors'
import type { Route } from '../../http/route'
import { isSizeName, SIZES } from '../../sample/sizes'
import { fromPath } from '../lookups'

const SAMPLE_COUNTRIES: Record<string, string> = { US: 'usd', DE: 'eur', JP: 'jpy' }

/** Further accounts: a business that installs the app, and the answers of an onboarding page. */
export const accountCommands: Route[] = [
  {
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
  },
  {
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
        advanceAccount(target, account.clock.now)
        if (outcome === 'complete') completeOnboarding(target, type)
        return { account: target.id, details_submitted: target.profile.details_submitted }
      }
    },
  },
]
