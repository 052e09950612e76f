/** The limits of the card networks' monitoring programmes (X3 to X5), in one dated table (X6). */
import type { Month } from './types'

export type NetworkProgramme = 'vamp' | 'mastercard_disputes' | 'mastercard_fraud'
export type NetworkTier = 'excessive' | 'ecm' | 'hecm' | 'efm'
/** `mena` for Visa, `regulated` (where 3-D Secure is required) for Mastercard's fraud programme. */
export type NetworkRegion = 'other' | 'mena' | 'regulated'

/** Reached when all that it names is reached. */
export interface NetworkLimit {
  programme: NetworkProgramme
  tier: NetworkTier
  /** The rule of the metric reference that has the figures. */
  source: 'X3' | 'X4' | 'X5'
  /** First month; it holds until the next one of the same tier and region. */
  from: Month
  region: NetworkRegion
  count: number
  ratio_bp: number
  /** Of the counted items, US cents. */
  amount_usd?: number
  /** With fewer payments the programme does not look. */
  payments?: number
  /** With this share of payments by 3-D Secure the programme does not apply. */
  three_d_secure_bp?: number
}

/** ISO 3166, Visa's Middle East and North Africa. */
const MENA_COUNTRIES = 'AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA TN YE'.split(' ')
/** ISO 3166, the European Economic Area and the United Kingdom: banks there ask for 3-D Secure by law. */
const REGULATED_COUNTRIES =
  'AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')

/** Whose limits hold for an account of a country (X3, X5). */
export function networkRegion(programme: NetworkProgramme, country: string | null): NetworkRegion {
  if (country === null) return 'other'
  if (programme === 'vamp' && MENA_COUNTRIES.includes(country)) return 'mena'
  return programme === 'mastercard_fraud' && REGULATED_COUNTRIES.includes(country) ? 'regulated' : 'other'
}

const SINCE_EVER: Month = '0000-01'
const VAMP = { programme: 'vamp', tier: 'excessive', source: 'X3' } as const
/** The source names no ratio of its own for MENA. */
const MENA = { region: 'mena', count: 101, amount_usd: 7_500_000 } as const
const DISPUTES = {
  programme: 'mastercard_disputes',
  source: 'X4',
  from: SINCE_EVER,
  region: 'other',
} as const
const FRAUD = {
  programme: 'mastercard_fraud',
  tier: 'efm',
  source: 'X5',
  from: SINCE_EVER,
  count: 1,
  ratio_bp: 50,
  amount_usd: 5_000_000,
  payments: 1000,
} as const

/** Ascending within a programme. Visa's "at least 1500" is worded as "more than 1500" by one acquirer. */
export const NETWORK_LIMITS: readonly NetworkLimit[] = [
  { ...VAMP, from: SINCE_EVER, region: 'other', count: 1500, ratio_bp: 220 },
  { ...VAMP, from: '2026-04', region: 'other', count: 1500, ratio_bp: 150 },
  { ...VAMP, from: SINCE_EVER, ...MENA, ratio_bp: 220 },
  { ...VAMP, from: '2026-04', ...MENA, ratio_bp: 150 },
  { ...DISPUTES, tier: 'ecm', count: 100, ratio_bp: 150 },
  { ...DISPUTES, tier: 'hecm', count: 300, ratio_bp: 300 },
  { ...FRAUD, region: 'other', three_d_secure_bp: 1000 },
  { ...FRAUD, region: 'regulated', three_d_secure_bp: 5000 },
]

/** The limits in force in a month, one per tier, ascending. A region without limits of its own has those of the others. */
export function networkLimits(
  programme: NetworkProgramme,
  month: Month,
  region: NetworkRegion = 'other',
): NetworkLimit[] {
  const begun = NETWORK_LIMITS.filter((limit) => limit.programme === programme && limit.from <= month)
  const own = begun.filter((limit) => limit.region === region)
  const inForce = own.length > 0 ? own : begun.filter((limit) => limit.region === 'other')
  return [...new Map(inForce.map((limit) => [limit.tier, limit])).values()]
}
