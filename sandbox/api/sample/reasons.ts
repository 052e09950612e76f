import type { Random } from '../engine/random'

const REASONS: readonly (readonly [readonly [string, string | null], number])[] = [
  [['too_expensive', 'Hard to justify at this price for the few people who use it.'], 18],
  [['too_expensive', null], 12],
  [['missing_features', 'We need scheduled exports to our warehouse.'], 10],
  [['missing_features', null], 8],
  [['switched_service', 'Moving to the tool our parent company uses.'], 10],
  [['unused', null], 16],
  [['unused', 'The project it was for has ended.'], 6],
  [['customer_service', null], 4],
  [['too_complex', 'Nobody got past the setup.'], 6],
  [['low_quality', null], 3],
  [['other', 'Closing the business.'], 7],
]

/** What a customer answers when asked why it leaves; a third say nothing. */
export function chooseReason(random: Random): { feedback: string | null; comment: string | null } {
  if (random.chance(0.33)) return { feedback: null, comment: null }
  const [feedback, comment] = random.weighted(REASONS, ['other', null])
  return { feedback, comment }
}
