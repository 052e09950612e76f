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
