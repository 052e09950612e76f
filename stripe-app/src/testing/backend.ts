/** A backend in memory: answers by method and path, remembers what it was asked, knows tags. */

export type Asked = { method: string; path: string; query: URLSearchParams; headers: Headers; body: string }

/** A refusal as problem+json. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly problem: Record<string, unknown>,
  ) {}
}

export const refuse = (status: number, code: string, detail: string, more: Record<string, unknown> = {}) =>
  new Refusal(status, { type: 'about:blank', title: 'Refused', status, code, detail, ...more })

/** Another text is another tag; good enough for the few answers of a test. */
function tagOf(text: string): string {
  let hash = 7
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647
  return `"${hash}"`
}

function answer(asked: Asked, value: unknown): Response {
  if (value instanceof Refusal) return Response.json(value.problem, { status: value.status })
  if (asked.method === 'DELETE') return new Response(null, { status: 204 })
  const text = JSON.stringify(value)
  const etag = tagOf(text)
  if (asked.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { etag } })
  const status = asked.method === 'POST' && !asked.path.endsWith('/end') ? 201 : 200
  return new Response(text, { status, headers: { etag, 'content-type': 'application/json' } })
}

/** Makes a fetch over `answers`; a value may be a function of the request. `down` refuses the connection. */
export function fakeBackend(answers: Record<string, unknown>) {
  const asked: Asked[] = []
  const state = { down: false, tokens: 0 }
  const handle = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const one: Asked = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await request.text(),
    }
    asked.push(one)
    if (state.down) throw new TypeError('Failed to fetch')
    const key = `${one.method} ${one.path}`
    if (key === 'POST /v1/auth/stripe-app' && !(key in answers)) {
      state.tokens += 1
      return Response.json({ access_token: `token-${state.tokens}`, expires_in: 600 }, { status: 201 })
    }
    const value = key in answers ? answers[key] : refuse(404, 'route_not_found', `Nothing at ${key}.`)
    const given: unknown = typeof value === 'function' ? value(one) : value
    // A promise lets a test hold an answer back.
    return answer(one, await given)
  }
  return { asked, state, fetch: handle }
}
