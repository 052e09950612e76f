import {
  addBankAccount,
  answerRequirements,
  changeProfile,
  createConnectedAccount,
  requestCapabilities,
} from '../domain/connect/accounts'
import { bankAccountEvents } from '../domain/events'
import { invalid, missing } from '../http/errors'
import { prepareInnerPage } from '../http/listing'
import type { Call, Route } from '../http/route'
import { renderAccount, renderBankAccount, renderCapability } from '../render/account'
import { renderList } from '../render/list'
import type { Account } from '../store/account'
import {
  capabilityOf,
  currencyOf,
  readAnswers,
  readBankAccount,
  readCapabilities,
  readController,
  readProfile,
} from './account-params'

/** An account that a path names: the caller's own, or one that is connected to it. */
function accountOf(account: Account, id: string | undefined): Account {
  const found = id === account.id ? account : account.connected.get(id ?? '')
  if (found) return found
  throw invalid(
    `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    { code: 'account_invalid', status: 403 },
  )
}

/** A connected account that its platform may change. */
function controlledAccount(account: Account, id: string | undefined): Account {
  const found = accountOf(account, id)
  if (found.profile.controller) return found
  throw invalid('This account can only be changed by its owner, in the Dashboard.', { status: 403 })
}

function prepareCreate({ account, params }: Call) {
  if (account.platform) throw invalid('Only platforms can create connected accounts.', { status: 403 })
  const country = (params.filled('country') ?? account.country).toUpperCase()
  const wanted = {
    country,
    currency: params.filled('default_currency')?.toLowerCase() ?? currencyOf(country, params),
    controller: readController(params),
    profile: readProfile(params),
    capabilities: Object.entries(readCapabilities(params)).flatMap(([name, on]) => (on ? [name] : [])),
    answers: readAnswers(params),
  }
  const bank = readBankAccount(params)
  return () => {
    const connected = createConnectedAccount(account, wanted)
    if (bank) addBankAccount(connected, bank)
    return renderAccount(connected)
  }
}

function prepareUpdate({ account, ids, params }: Call) {
  const target = controlledAccount(account, ids[0])
  const fields = readProfile(params, target.profile)
  const capabilities = readCapabilities(params)
  const answers = readAnswers(params)
  const bank = readBankAccount(params)
  if (Object.keys(answers).length > 0 && target.profile.controller?.requirement_collection === 'stripe') {
    const [first = ''] = Object.keys(answers).filter((name) => !name.startsWith('business_'))
    if (first !== '' && target.profile.details_submitted) {
      throw invalid(
        'You cannot update these fields of an account whose requirements Stripe collects once it has completed onboarding.',
        { param: first, status: 403 },
      )
    }
  }
  return () => {
    changeProfile(target, (profile) => {
      Object.assign(profile, fields)
      answerRequirements(profile, answers)
    })
    if (bank) addBankAccount(target, bank)
    requestCapabilities(target, capabilities)
    return renderAccount(target)
  }
}

const REJECTIONS = ['fraud', 'other', 'terms_of_service'] as const

export const accountRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/account',
    answers: 'account',
    prepare:
      ({ account }) =>
      () =>
        renderAccount(account),
  },
  {
    method: 'GET',
    path: '/v1/accounts',
    answers: 'list of account',
    prepare({ account, params }) {
      const newest = [...account.connected.values()].reverse()
      return prepareInnerPage(params, {
        records: newest,
        url: '/v1/accounts',
        noun: 'account',
        render: renderAccount,
      })
    },
  },
  { method: 'POST', path: '/v1/accounts', answers: 'account', prepare: prepareCreate },
  {
    method: 'GET',
    path: '/v1/accounts/:id',
    answers: 'account',
    prepare({ account, ids }) {
      const found = accountOf(account, ids[0])
      return () => renderAccount(found)
    },
  },
  { method: 'POST', path: '/v1/accounts/:id', answers: 'account', prepare: prepareUpdate },
  {
    method: 'DELETE',
    path: '/v1/accounts/:id',
    answers: 'account',
    prepare({ account, ids }) {
      const target = controlledAccount(account, ids[0])
      if (target.funds.settled !== 0 || target.funds.pending.size > 0) {
        throw invalid('You cannot delete an account that still has a balance.', { code: 'account_closed' })
      }
      return () => {
        account.connected.delete(target.id)
        return { id: target.id, object: 'account', deleted: true }
      }
    },
  },
  {
    method: 'POST',
    path: '/v1/accounts/:id/reject',
    answers: 'account',
    prepare({ account, ids, params }) {
      const target = controlledAccount(account, ids[0])
      const reason = params.oneOf('reason', REJECTIONS) ?? params.missing('reason')
      return () => {
        changeProfile(target, (profile) => {
          profile.rejected = `rejected.${reason}`
        })
        return renderAccount(target)
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/accounts/:id/capabilities',
    answers: 'list of capability',
    prepare({ account, ids }) {
      const target = accountOf(account, ids[0])
      return () =>
        renderList(
          `/v1/accounts/${target.id}/capabilities`,
          Object.keys(target.profile.requested).map((name) => renderCapability({ account: target, name })),
          false,
        )
    },
  },
  {
    method: 'GET',
    path: '/v1/accounts/:id/capabilities/:capability',
    answers: 'capability',
    prepare({ account, ids }) {
      const target = accountOf(account, ids[0])
      const name = capabilityOf(ids[1])
      return () => renderCapability({ account: target, name })
    },
  },
  {
    method: 'POST',
    path: '/v1/accounts/:id/capabilities/:capability',
    answers: 'capability',
    prepare({ account, ids, params }) {
      const target = controlledAccount(account, ids[0])
      const name = capabilityOf(ids[1])
      const requested = params.boolean('requested')
      return () => {
        if (requested !== undefined) requestCapabilities(target, { [name]: requested })
        return renderCapability({ account: target, name })
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/accounts/:id/external_accounts',
    answers: 'list of bank_account',
    prepare({ account, ids, params }) {
      const target = accountOf(account, ids[0])
      params.oneOf('object', ['bank_account'])
      return prepareInnerPage(params, {
        records: target.profile.bank_accounts,
        url: `/v1/accounts/${target.id}/external_accounts`,
        noun: 'external account',
        render: (bank) => renderBankAccount({ account: target, bank }),
      })
    },
  },
  {
    method: 'POST',
    path: '/v1/accounts/:id/external_accounts',
    answers: 'bank_account',
    prepare({ account, ids, params }) {
      const target = controlledAccount(account, ids[0])
      const bank = readBankAccount(params) ?? params.missing('external_account')
      return () => renderBankAccount({ account: target, bank: addBankAccount(target, bank) })
    },
  },
  {
    method: 'DELETE',
    path: '/v1/accounts/:id/external_accounts/:bank',
    answers: 'bank_account',
    prepare({ account, ids }) {
      const target = controlledAccount(account, ids[0])
      const bank = target.profile.bank_accounts.find(({ id }) => id === ids[1])
      if (!bank) throw missing('external account', ids[1] ?? '')
      return () => {
        changeProfile(target, (profile) => {
          profile.bank_accounts = profile.bank_accounts.filter((one) => one !== bank)
        })
        bankAccountEvents.emit(target, 'deleted', { account: target, bank })
        return { id: bank.id, object: 'bank_account', currency: bank.currency, deleted: true }
      }
    },
  },
]
