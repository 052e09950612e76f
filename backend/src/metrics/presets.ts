/** Our choices and those of established products, by which their figures are met (M16). */
import type { MrrRules } from './mrr'

export const PRESETS = {
  /** M8, M13, M15. */
  default: { discountPolicy: 'recurring', churnRecognition: 'at_end', pastDueGraceDays: null },
  match_stripe_classic: {
    discountPolicy: 'forever_only',
    churnRecognition: 'at_request',
    pastDueGraceDays: null,
  },
  match_chartmogul: { discountPolicy: 'all', churnRecognition: 'at_end', pastDueGraceDays: null },
  match_profitwell: { discountPolicy: 'all', churnRecognition: 'at_end', pastDueGraceDays: 15 },
} as const satisfies Record<string, MrrRules>
export type PresetName = keyof typeof PRESETS
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[]

/** The preset whose choices these are; null: choices of one's own. */
export function presetOf(rules: MrrRules): PresetName | null {
  const found = PRESET_NAMES.find((name) => {
    const { discountPolicy, churnRecognition, pastDueGraceDays } = PRESETS[name]
    return (
      rules.discountPolicy === discountPolicy &&
      rules.churnRecognition === churnRecognition &&
      rules.pastDueGraceDays === pastDueGraceDays
    )
  })
  return found ?? null
}

/** What an MRR is made by beyond what our settings follow. */
export interface ProductRules extends MrrRules {
  /** M14: which pauses of collection make it 0; ours those that give the revenue up. */
  pausedCollection: 'given_up' | 'any' | 'none'
  /** M6, M7. */
  metered: 'left_out' | 'run_rate'
  /** C5: the day whose rate converts it: the day itself, the first of the billing period, that of the purchase. */
  ratesOf: 'day' | 'period' | 'purchase'
}

const OURS = { pausedCollection: 'given_up', metered: 'left_out', ratesOf: 'day' } as const

/** Our rules for an account that has set these. */
export const ourRules = ({ discountPolicy, churnRecognition, pastDueGraceDays }: MrrRules): ProductRules => ({
  discountPolicy,
  churnRecognition,
  pastDueGraceDays,
  ...OURS,
})

/** The rules of each product as far as it publishes them; where it does not, ours (M16). */
export const PRODUCT_RULES: Record<PresetName, ProductRules> = {
  default: { ...PRESETS.default, ...OURS },
  match_stripe_classic: { ...PRESETS.match_stripe_classic, ...OURS },
  match_chartmogul: {
    ...PRESETS.match_chartmogul,
    ...OURS,
    pausedCollection: 'none',
    ratesOf: 'period',
  },
  match_profitwell: {
    ...PRESETS.match_profitwell,
    pausedCollection: 'any',
    metered: 'run_rate',
    ratesOf: 'purchase',
  },
}
