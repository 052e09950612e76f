/** How a test card behaves. */
export interface CardTraits {
  /** Declined with this code whenever it is used. */
  decline?: string
  /** Can be saved although it is declined. */
  saves?: true
  /**
   * Whether the cardholder is asked: `always`, `unless_set_up` (in absence it pays once it is set up), `set_up` (as if
   * it were), or `on_request` of the merchant.
   */
  authentication?: 'always' | 'on_request' | 'set_up' | 'unless_set_up'
  /** What the cardholder's bank says of payments that it opens disputes over. */
  disputes?: { reason: string; inquiry?: true }[]
  /** Its network warns of fraud. */
  warns?: true
  refund?: 'fails' | 'pends'
  risk?: 'elevated' | 'highest'
  /** Stripe stops each payment. */
  blocked?: true
  /** Its money is available at once. */
  available?: true
  /** Checks that do not pass. */
  checks?: Partial<Record<'address_line1_check' | 'address_postal_code_check' | 'cvc_check', string>>
}

export interface TestCard extends CardTraits {
  number: string
  brand: string
  country: string
  funding: 'credit' | 'debit' | 'prepaid'
}

type Row = [names: string, number: string, more?: Partial<TestCard>]

/** Source: docs.stripe.com/testing. A name gives the ids `pm_card_{name}` and `tok_{name}`. */
const ROWS: Row[] = [
  ['visa us', '4242424242424242'],
  ['visa_debit', '4000056655665556', { funding: 'debit' }],
  ['mastercard', '5555555555554444'],
  ['', '2223003122003222'],
  ['mastercard_debit', '5200828282828210', { funding: 'debit' }],
  ['mastercard_prepaid', '5105105105105100', { funding: 'prepaid' }],
  ['', '378282246310005'],
  ['amex', '371449635398431'],
  ['discover', '6011111111111117'],
  ['', '6011000990139424'],
  ['discover_debit', '6011981111111113', { funding: 'debit' }],
  ['diners', '3056930009020004'],
  ['', '36227206271667'],
  ['jcb', '3566002020360505', { country: 'JP' }],
  ['unionpay', '6200000000000005', { country: 'CN' }],

  ['ar', '4000000320000021'],
  ['br', '4000000760000002'],
  ['ca', '4000001240000000'],
  ['mx', '4000004840008001'],
  ['at', '4000000400000008'],
  ['be', '4000000560000004'],
  ['ch', '4000007560000009'],
  ['cz', '4000002030000002'],
  ['de', '4000002760000016'],
  ['dk', '4000002080000001'],
  ['es', '4000007240000007'],
  ['fi', '4000002460000001'],
  ['fr', '4000002500000003'],
  ['gb', '4000008260000000'],
  ['gb_debit', '4000058260000005', { country: 'GB', funding: 'debit' }],
  ['ie', '4000003720000005'],
  ['it', '4000003800000008'],
  ['lu', '4000004420000006'],
  ['nl', '4000005280000002'],
  ['no', '4000005780000007'],
  ['pl', '4000006160000005'],
  ['pt', '4000006200000007'],
  ['se', '4000007520000008'],
  ['au', '4000000360000006'],
  ['cn', '4000001560000002'],
  ['hk', '4000003440000004'],
  ['in', '4000003560000008'],
  ['jp', '4000003920000003'],
  ['nz', '4000005540000008'],
  ['sg', '4000007020000003'],

  ['visa_chargeDeclined chargeDeclined', '4000000000000002', { decline: 'generic_decline' }],
  [
    'visa_chargeDeclinedInsufficientFunds chargeDeclinedInsufficientFunds',
    '4000000000009995',
    { decline: 'insufficient_funds' },
  ],
  ['visa_chargeDeclinedLostCard chargeDeclinedLostCard', '4000000000009987', { decline: 'lost_card' }],
  ['visa_chargeDeclinedStolenCard chargeDeclinedStolenCard', '4000000000009979', { decline: 'stolen_card' }],
  ['chargeDeclinedExpiredCard', '4000000000000069', { decline: 'expired_card' }],
  ['chargeDeclinedIncorrectCvc', '4000000000000127', { decline: 'incorrect_cvc' }],
  ['chargeDeclinedProcessingError', '4000000000000119', { decline: 'processing_error' }],
  ['visa_chargeDeclinedVelocityLimitExceeded', '4000000000006975', { decline: 'card_velocity_exceeded' }],
  ['chargeCustomerFail', '4000000000000341', { decline: 'generic_decline', saves: true }],

  ['radarBlock', '4100000000000019', { blocked: true, risk: 'highest' }],
  ['riskLevelHighest', '4000000000004954', { blocked: true, risk: 'highest' }],
  ['riskLevelElevated', '4000000000009235', { risk: 'elevated' }],
  ['cvcCheckFail', '4000000000000101', { checks: { cvc_check: 'fail' } }],
  ['avsZipFail', '4000000000000036', { checks: { address_postal_code_check: 'fail' } }],
  ['avsLine1Fail', '4000000000000028', { checks: { address_line1_check: 'fail' } }],
  [
    'avsFail',
    '4000000000000010',
    { checks: { address_line1_check: 'fail', address_postal_code_check: 'fail' } },
  ],
  [
    'avsUnchecked',
    '4000000000000044',
    { checks: { address_line1_check: 'unavailable', address_postal_code_check: 'unavailable' } },
  ],

  ['createDispute', '4000000000000259', { disputes: [{ reason: 'fraudulent' }] }],
  ['createDisputeProductNotReceived', '4000000000002685', { disputes: [{ reason: 'product_not_received' }] }],
  ['createDisputeInquiry', '4000000000001976', { disputes: [{ reason: 'fraudulent', inquiry: true }] }],
  [
    'createMultipleDisputes',
    '4000000404000079',
    { country: 'US', disputes: [{ reason: 'fraudulent' }, { reason: 'fraudulent' }] },
  ],
  ['createIssuerFraudRecord', '4000000000005423', { warns: true }],

  ['pendingRefund', '4000000000007726', { refund: 'pends' }],
  ['refundFail', '4000000000005126', { refund: 'fails' }],
  ['bypassPending', '4000000000000077', { available: true }],
  ['bypassPendingInternational', '4000003720000278', { available: true }],

  ['authenticationRequiredOnSetup', '4000002500003155', { authentication: 'unless_set_up' }],
  ['authenticationRequired', '4000002760003184', { authentication: 'always' }],
  ['authenticationRequiredSetupForOffSession', '4000003800000446', { authentication: 'set_up' }],
  [
    'authenticationRequiredChargeDeclinedInsufficientFunds',
    '4000008260003178',
    { authentication: 'unless_set_up', decline: 'insufficient_funds', saves: true },
  ],
  ['threeDSecure2Required threeDSecureRequired', '4000000000003220', { authentication: 'always' }],
  [
    'threeDSecureRequiredChargeDeclined',
    '4000008400001629',
    { authentication: 'always', decline: 'generic_decline', saves: true },
  ],
  ['threeDSecureOptional', '4000000000003055', { authentication: 'on_request' }],
]

/** The numbers of countries by ISO 3166-1, as they stand in test card numbers. */
const COUNTRIES: Record<string, string> = {
  '032': 'AR', '076': 'BR', '124': 'CA', '484': 'MX', '040': 'AT', '056': 'BE', '756': 'CH', '203': 'CZ',
  '276': 'DE', '208': 'DK', '724': 'ES', '246': 'FI', '250': 'FR', '826': 'GB', '372': 'IE', '380': 'IT',
  '442': 'LU', '528': 'NL', '578': 'NO', '616': 'PL', '620': 'PT', '752': 'SE', '036': 'AU', '156': 'CN',
  '344': 'HK', '356': 'IN', '392': 'JP', '554': 'NZ', '702': 'SG',
} // prettier-ignore

/** The brand of a card number by how it begins. */
export function brandOf(number: string): string {
  if (number.startsWith('4')) return 'visa'
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard'
  if (/^3[47]/.test(number)) return 'amex'
  if (/^(30|36|38)/.test(number)) return 'diners'
  if (number.startsWith('35')) return 'jcb'
  return number.startsWith('62') ? 'unionpay' : 'discover'
}

const cardOf = ([, number, more]: Row): TestCard => ({
  number,
  brand: brandOf(number),
  country: (number.startsWith('400000') ? COUNTRIES[number.slice(6, 9)] : undefined) ?? 'US',
  funding: 'credit',
  ...more,
})

const BY_NUMBER = new Map(ROWS.map((row) => [row[1], cardOf(row)]))
const BY_NAME = new Map(
  ROWS.flatMap((row) => row[0].split(' ').map((name) => [name, cardOf(row)] as const)).filter(
    ([name]) => name,
  ),
)

/** The test card with a number. */
export function testCardByNumber(number: string): TestCard | undefined {
  return BY_NUMBER.get(number)
}

/** The test card that an id such as `pm_card_visa` or `tok_visa` names. */
export function testCardById(id: string): TestCard | undefined {
  const name = /^(?:pm_card|tok)_(\w+)$/.exec(id)?.[1]
  return name === undefined ? undefined : BY_NAME.get(name)
}

/** Whether a card does anything but pay. */
export function hasTraits({ number, brand, country, funding, ...traits }: TestCard): boolean {
  return Object.keys(traits).length > 0
}

const NO_TRAITS: CardTraits = {}

/** How a card behaves; most just pay. */
export function traitsOf({ extras }: { extras?: { number?: string } }): CardTraits {
  return (extras?.number === undefined ? undefined : BY_NUMBER.get(extras.number)) ?? NO_TRAITS
}

/** Whether a number could be a card's: its last digit checks the others. */
export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
