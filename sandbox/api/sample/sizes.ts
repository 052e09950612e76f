/** How much history there is. */
export interface SampleSize {
  customers: number
  months: number
}

export const SIZES = {
  empty: { customers: 0, months: 1 },
  small: { customers: 100, months: 12 },
  demo: { customers: 2_000, months: 24 },
  large: { customers: 20_000, months: 24 },
} as const satisfies Record<string, SampleSize>

export type SizeName = keyof typeof SIZES

/** Whether a word names a size. */
export function isSizeName(word: string): word is SizeName {
  return Object.hasOwn(SIZES, word)
}
