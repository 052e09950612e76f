/** Where a request stopped: at Stripe's signature, on the way, or in the backend. */
export type Phase = 'signing' | 'network' | 'backend'

/** What was wrong with one field of a request; the pointer names it. */
export type FieldFault = { pointer: string; message: string }

type ProblemFields = {
  phase: Phase
  code: string
  title: string
  detail: string
  status: number | null
  fields?: FieldFault[]
}

/** A failure as a merchant can act on it. `code` is stable; `title` and `detail` are read. */
export class ApiProblem extends Error {
  readonly phase: Phase
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly status: number | null
  readonly fields: FieldFault[]

  constructor({ phase, code, title, detail, status, fields = [] }: ProblemFields) {
    super(`${code}: ${detail}`)
    this.name = 'ApiProblem'
    this.phase = phase
    this.code = code
    this.title = title
    this.detail = detail
    this.status = status
    this.fields = fields
  }
}

const text = (value: unknown, otherwise: string) =>
  typeof value === 'string' && value !== '' ? value : otherwise

/** As a sentence, so that another can follow. */
const ended = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)

function isFieldFault(value: unknown): value is FieldFault {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'message' in value
}

/** Reads problem+json; an answer of any other form still says its status. */
export async function fromResponse(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  const problem: Partial<Record<'code' | 'title' | 'detail' | 'remedy' | 'errors', unknown>> =
    typeof body === 'object' && body !== null ? body : {}
  const title = text(problem.title, 'The backend refused the request')
  return new ApiProblem({
    phase: 'backend',
    code: text(problem.code, `http_${response.status}`),
    title,
    detail: [
      ended(text(problem.detail, `The backend answered with status ${response.status}`)),
      text(problem.remedy, ''),
    ]
      .filter(Boolean)
      .join(' '),
    fields: Array.isArray(problem.errors) ? problem.errors.filter(isFieldFault) : [],
    status: response.status,
  })
}

/** What was wrong with a field of the body; undefined where nothing was. */
export function faultAt(problem: ApiProblem | null, field: string): string | undefined {
  return problem?.fields.find(({ pointer }) => pointer.split('/')[2] === field)?.message
}

export function signingProblem(cause: unknown): ApiProblem {
  return new ApiProblem({
    phase: 'signing',
    code: 'signature_refused',
    title: 'Stripe did not confirm who you are',
    detail: cause instanceof Error ? cause.message : 'Stripe gave no signature.',
    status: null,
  })
}

export function networkProblem(backendUrl: string): ApiProblem {
  return new ApiProblem({
    phase: 'network',
    code: 'backend_unreachable',
    title: 'The Revenue Desk backend does not answer',
    detail: `Nothing answered at ${backendUrl}. Check that the backend runs and that this address is right.`,
    status: null,
  })
}

/** Any thrown value as a problem, so that no failure is swallowed. */
export function toProblem(cause: unknown): ApiProblem {
  if (cause instanceof ApiProblem) return cause
  return new ApiProblem({
    phase: 'backend',
    code: 'answer_unreadable',
    title: 'The answer could not be read',
    detail: cause instanceof Error ? cause.message : String(cause),
    status: null,
  })
}
