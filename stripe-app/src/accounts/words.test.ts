import { account } from '../testing/account-answers'
import { abilityText, countryChoices, requirementsOf, requirementText } from './words'

const NOTHING_DUE = {
  details_submitted: true,
  charges_enabled: true,
  payouts_enabled: true,
  currently_due: [],
  past_due: [],
  disabled_reason: null,
}

test.each([
  ['external_account', 'External account'],
  ['individual.first_name', 'Individual: first name'],
  ['business_profile.mcc', 'Business profile: industry'],
  ['tos_acceptance.ip', 'Terms of service: IP address'],
])('%s is %s', (name, text) => {
  expect(requirementText(name)).toBe(text)
})

test('what is overdue comes first, and nothing twice', () => {
  const onboarding = { ...NOTHING_DUE, currently_due: ['a', 'b'], past_due: ['b'] }
  expect(requirementsOf(account({ onboarding }))).toEqual([
    { name: 'b', overdue: true },
    { name: 'a', overdue: false },
  ])
  expect(requirementsOf(account())).toEqual([])
})

test.each([
  [true, true, 'Payments and payouts are possible.'],
  [false, false, 'Payments and payouts are not possible yet.'],
  [true, false, 'Payments are possible, payouts are not yet.'],
  [false, true, 'Payouts are possible, payments are not yet.'],
])('payments %p and payouts %p: %s', (charges_enabled, payouts_enabled, text) => {
  expect(abilityText({ ...NOTHING_DUE, charges_enabled, payouts_enabled })).toBe(text)
})

test('countries are named and ordered in the language of the reader', () => {
  const german = countryChoices('de')
  expect(german.find(({ value }) => value === 'AT')?.label).toBe('Österreich')
  expect(german[0]?.value).toBe('AU')
  expect(countryChoices('en')).toHaveLength(german.length)
})
