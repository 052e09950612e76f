import createClient, { createQuerySerializer, type Client } from 'openapi-fetch'
import { ApiProblem, fromResponse, networkProblem, toProblem } from './problem'
import type { paths } from './schema'
import { createSession, signedHeaders, TIMEOUT_MS, type AppSession, type Caller } from './session'

export type Api = Client<paths>

async function send(request: Request, backendUrl: string): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  } catch {
    throw networkProblem(backendUrl)
  }
}

async function needsSignature(response: Response): Promise<boolean> {
  return response.status === 403 && (await fromResponse(response.clone())).code === 'signature_needed'
}

/**
 * Sends with the token; one refusal renews it once, a second one is told. Where the backend asks for Stripe's signature
 * over a request, it is sent again with one: so the backend alone says which requests are that costly.
 */
async function sendSignedIn(request: Request, session: AppSession, caller: Caller): Promise<Response> {
  const attempt = (token: string, headers: Record<string, string> = {}) => {
    const one = request.clone()
    for (const [name, value] of Object.entries({ Authorization: `Bearer ${token}`, ...headers }))
      one.headers.set(name, value)
    return send(one, caller.backendUrl)
  }
  let token = await session.token()
  let response = await attempt(token)
  if (response.status === 401) {
    token = await session.token(token)
    response = await attempt(token)
  }
  if (await needsSignature(response))
    response = await attempt(token, await signedHeaders(request.clone(), caller))
  return response
}

const serializeQuery = createQuerySerializer()

/**
 * The typed client of the backend: every refusal becomes an `ApiProblem`, an unchanged answer passes as 304.
 * @param account what each request is about: an account's id or `all`; null is the one that the caller came through
 */
function createApi(session: AppSession, caller: Caller, account: string | null): Api {
  const api = createClient<paths>({
    baseUrl: caller.backendUrl,
    // a request that names an account itself is about that one
    querySerializer: (query) => serializeQuery(account === null ? query : { account, ...query }),
    fetch: (request) => sendSignedIn(request, session, caller),
  })
  api.use({
    async onResponse({ response }) {
      if (!response.ok && response.status !== 304) throw await fromResponse(response)
    },
    onError: ({ error }) => (error instanceof ApiProblem ? error : toProblem(error)),
  })
  return api
}

/** The clients of one caller, one for each account; all of them share one sign-in. */
export function createApis(caller: Caller): (account: string | null) => Api {
  const session = createSession(caller)
  const apis = new Map<string | null, Api>()
  return (account) => {
    const api = apis.get(account) ?? createApi(session, caller, account)
    apis.set(account, api)
    return api
  }
}
