import { useSearchParam } from '@stripe/ui-extension-sdk/navigation'
import { readRange, type RangeName } from '../format/periods'

/** The chosen range. It lives in the address, so reload, back and links keep it. */
export function useRange(): [RangeName, (range: RangeName) => void] {
  const [value, setValue] = useSearchParam('range')
  return [readRange(value), setValue]
}
