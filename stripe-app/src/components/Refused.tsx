import { Banner } from '@stripe/ui-extension-sdk/ui'
import { faultAt, type ApiProblem } from '../api/problem'

/** Why nothing happened, unless the fields of the form say all of it. */
export function Refused({ problem, fields = [] }: { problem: ApiProblem | null; fields?: string[] }) {
  if (!problem || fields.some((field) => faultAt(problem, field))) return null
  return <Banner type="critical" title={problem.title} description={problem.detail} />
}
