import createClient, { type Client } from 'openapi-fetch'
import { ApiProblem, fromResponse, networkProblem, toProblem } from './problem'
import type { paths } from './schema'
import { createSession, TIMEOUT_MS, type AppSession, type Caller } from './session'

export type Api = Client<paths>

async function send(request: Request, backendUrl: string): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  } catch {
    throw networkProblem(backendUrl)
  }
}

/** Sends with the token; one refusal renews it once, a second one is told. */
async function sendSignedIn(request: Request, session: AppSession, backendUrl: string): Promise<Response> {
  const again = request.clone()
  const token = await session.token()
  request.headers.set('Authorization', `Bearer ${token}`)
  const response = await send(request, backendUrl)
  if (response.status !== 401) return response
  again.headers.set('Authorization', `Bearer ${await session.token(token)}`)
  return send(again, backendUrl)
}

/** The typed client of the backend: every refusal becomes an `ApiProblem`, an unchanged answer passes as 304. */
export function createApi(caller: Caller): Api {
  const session = createSession(caller)
  const { backendUrl } = caller
  const api = createClient<paths>({
    baseUrl: backendUrl,
    fetch: (request) => sendSignedIn(request, session, backendUrl),
  })
  api.use({
    async onResponse({ response }) {
      if (!response.ok && response.status !== 304) throw await fromResponse(response)
    },
    onError: ({ error }) => (error instanceof ApiProblem ? error : toProblem(error)),
  })
  return api
}
