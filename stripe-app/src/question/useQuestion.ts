import { useSearchParam } from '@stripe/ui-extension-sdk/navigation'
import type { Period } from '../format/periods'

/** What the tabs ask about beside the account: a range, what it is compared with, and a part of the MRR. */
export type Question = Period & { compare: Comparison; slice: string | null }

export const COMPARISONS = {
  previous_period: 'the period before',
  previous_year: 'a year before',
} as const
export type Comparison = keyof typeof COMPARISONS

const isComparison = (value: unknown): value is Comparison =>
  typeof value === 'string' && Object.hasOwn(COMPARISONS, value)

/** What the range is compared with. It lives in the address, like the range. */
export function useComparison(): [Comparison, (comparison: Comparison) => void] {
  const [value, setValue] = useSearchParam('compare')
  return [isComparison(value) ? value : 'previous_period', setValue]
}

/** The part of the MRR that is asked about, `dimension:value`; null is the whole. It lives in the address. */
export function useSlice(): [string | null, (slice: string | null) => void] {
  const [value, setValue] = useSearchParam('slice')
  const named = typeof value === 'string' && value.includes(':') ? value : null
  return [named, (slice) => setValue(slice ?? undefined)]
}

/** A period alone, as views without a choice ask it. */
export const plain = (period: Period): Question => ({ ...period, compare: 'previous_period', slice: null })

/** As the API takes it. */
export const queryOf = ({ from, to, compare, slice }: Question) => ({
  from,
  to,
  compare,
  ...(slice === null ? {} : { slice: [slice] }),
})

/** The same for what is compared with nothing. */
export const seriesQueryOf = ({ from, to, slice }: Question) => ({
  from,
  to,
  ...(slice === null ? {} : { slice: [slice] }),
})

export const keyOf = ({ from, to, compare, slice }: Question): string =>
  [from, to, compare, slice ?? ''].join(' ')
