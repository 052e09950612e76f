import { createAccountLink, createLoginLink } from '../domain/connect/links'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { ACCOUNT_LINK_PAGE } from '../pages/addresses'

function readUrl(params: Params, key: string): string {
  const url = params.required(key)
  if (URL.canParse(url)) return url
  throw invalid('Not a valid URL', { code: 'url_invalid', param: key })
}

export const accountLinkRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/account_links',
    answers: 'account_link',
    prepare({ account, params }) {
      const id = params.required('account')
      const target = account.connected.get(id)
      if (!target) throw invalid(`No such account: '${id}'`, { code: 'resource_missing', param: 'account' })
      const type = params.oneOf('type', ['account_onboarding', 'account_update']) ?? params.missing('type')
      const collector = target.profile.controller?.requirement_collection
      if (type === 'account_update' && collector !== 'application') {
        throw invalid(
          'You cannot create `account_update` type Account Links for this account. Only `account_onboarding` is supported.',
          { param: 'type' },
        )
      }
      params.oneOf('collect', ['currently_due', 'eventually_due'])
      const options = params.hash('collection_options')
      options?.oneOf('fields', ['currently_due', 'eventually_due'])
      options?.oneOf('future_requirements', ['include', 'omit'])
      const urls = { refresh_url: readUrl(params, 'refresh_url'), return_url: readUrl(params, 'return_url') }
      return () => {
        const link = createAccountLink(account, { account: id, type, ...urls })
        return {
          object: 'account_link',
          created: link.created,
          expires_at: link.expires_at,
          url: `${account.site.url}${ACCOUNT_LINK_PAGE}/${account.id}/${link.id}`,
        }
      }
    },
  },
  {
    method: 'POST',
    path: '/v1/accounts/:id/login_links',
    answers: 'login_link',
    prepare({ account, ids }) {
      const target = account.connected.get(ids[0] ?? '')
      if (!target) {
        throw invalid(`No such account: '${ids[0]}'`, { code: 'resource_missing', status: 404 })
      }
      if (target.profile.controller?.dashboard !== 'express') {
        throw invalid('Cannot create a login link for an account that is not an Express Dashboard account.', {
          param: 'account',
        })
      }
      if (!target.profile.details_submitted) {
        throw invalid('Cannot create a login link for an account that has not completed onboarding.')
      }
      return () => {
        const { created, token } = createLoginLink(account)
        return { object: 'login_link', created, url: `https://connect.stripe.com/express/${token}` }
      }
    },
  },
]
