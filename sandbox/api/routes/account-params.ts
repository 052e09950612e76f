import { REQUIREMENTS } from '../domain/connect/requirements'
import { invalid, missing } from '../http/errors'
import type { Params } from '../http/params'
import type { AccountProfile, ControllerRecord } from '../store/records'
import { given } from './lookups'

const CAPABILITIES = ['card_payments', 'transfers', 'us_bank_account_ach_payments', 'sepa_debit_payments']
/** The currency that accounts of a country settle in. */
const CURRENCIES: Record<string, string> = {
  US: 'usd',
  GB: 'gbp',
  JP: 'jpy',
  CH: 'chf',
  SE: 'sek',
  CA: 'cad',
}
const EURO = ['AT', 'BE', 'DE', 'ES', 'FI', 'FR', 'IE', 'IT', 'NL', 'PT']

/** The currency that accounts of a country settle in. */
export function currencyOf(country: string, params: Params): string {
  const currency = CURRENCIES[country] ?? (EURO.includes(country) ? 'eur' : undefined)
  if (currency) return currency
  throw invalid(`${country} is not currently supported by the stand-in.`, {
    code: 'country_unsupported',
    param: params.name('country'),
  })
}

/** Who answers for a new account: by controller properties, or by one of the three classic types. */
export function readController(params: Params): ControllerRecord {
  const type = params.oneOf('type', ['custom', 'express', 'standard'])
  const hash = params.hash('controller')
  if (type && hash) {
    throw invalid('You may only specify one of these parameters: controller, type.', {
      code: 'parameters_exclusive',
    })
  }
  const dashboard = hash?.hash('stripe_dashboard')?.oneOf('type', ['express', 'full', 'none'])
  const wanted = {
    fees: hash?.hash('fees')?.oneOf('payer', ['account', 'application']),
    losses: hash?.hash('losses')?.oneOf('payments', ['application', 'stripe']),
    requirement_collection: hash?.oneOf('requirement_collection', ['application', 'stripe']),
    dashboard,
  }
  const base: Record<'custom' | 'express' | 'standard', ControllerRecord> = {
    standard: { fees: 'account', losses: 'stripe', requirement_collection: 'stripe', dashboard: 'full' },
    express: {
      fees: 'application',
      losses: 'application',
      requirement_collection: 'stripe',
      dashboard: 'express',
    },
    custom: {
      fees: 'application',
      losses: 'application',
      requirement_collection: 'application',
      dashboard: 'none',
    },
  }
  const controller = { ...base[type ?? 'standard'], ...given<ControllerRecord>(wanted) }
  if (controller.requirement_collection === 'application' && controller.dashboard !== 'none') {
    throw invalid(
      'When `controller[requirement_collection]=application`, `controller[stripe_dashboard][type]` must be `none`.',
      { param: 'controller[stripe_dashboard][type]' },
    )
  }
  return controller
}

/** The capabilities that are asked for or given back. */
export function readCapabilities(params: Params): Record<string, boolean> {
  const hash = params.hash('capabilities')
  const wanted: Record<string, boolean> = {}
  for (const name of CAPABILITIES) {
    const requested = hash?.hash(name)?.boolean('requested')
    if (requested !== undefined) wanted[name] = requested
  }
  return wanted
}

/** Answers to requirements, such as `individual[first_name]`; what they say is not kept. */
export function readAnswers(params: Params): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const name of REQUIREMENTS) {
    if (name === 'external_account') continue
    const path = name.split('.')
    const last = path.pop() ?? ''
    const holder = path.reduce<Params | undefined>((hash, key) => hash?.hash(key), params)
    const answer = holder?.filled(last)
    if (answer !== undefined) answers[name] = name.startsWith('business_') ? answer : 'given'
  }
  return answers
}

/** What an account says about itself; nothing else of the profile. */
export function readProfile(params: Params, current?: AccountProfile): Partial<AccountProfile> {
  const business = params.hash('business_profile')
  const settings = params.hash('settings')
  return given<AccountProfile>({
    ...current,
    name: business?.text('name'),
    product_description: business?.text('product_description'),
    email: params.text('email'),
    metadata: params.metadata('metadata', current?.metadata),
    timezone: undefined,
    statement_descriptor: settings?.hash('payments')?.text('statement_descriptor', 22),
    controller: undefined,
    requested: undefined,
    answers: undefined,
    bank_accounts: undefined,
    details_submitted: undefined,
    rejected: undefined,
  })
}

/** The bank account that payouts go to. */
export function readBankAccount(params: Params) {
  const account = params.hash('external_account')
  if (!account) return undefined
  account.oneOf('object', ['bank_account'])
  const number = account.required('account_number')
  return {
    country: account.required('country').toUpperCase(),
    currency: account.required('currency').toLowerCase(),
    accountHolderName: account.text('account_holder_name') ?? null,
    last4: number.slice(-4),
    routingNumber: account.text('routing_number') ?? null,
  }
}

/** A capability that the stand-in knows. */
export function capabilityOf(name: string | undefined): string {
  if (name !== undefined && CAPABILITIES.includes(name)) return name
  throw missing('capability', name ?? '')
}
