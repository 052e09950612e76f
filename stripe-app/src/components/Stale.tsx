import { Banner } from '@stripe/ui-extension-sdk/ui'
import type { ApiProblem } from '../api/problem'

/** Says that what is shown may be old, because reading it again failed; it is tried again by itself. */
export function Stale({ what, problem }: { what: string; problem: ApiProblem }) {
  return (
    <Banner
      type="caution"
      title={`${what} may be out of date`}
      description={`${problem.title}. The last answer is shown, and reading is tried again every few seconds.`}
    />
  )
}
