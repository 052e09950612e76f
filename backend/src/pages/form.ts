/** What pages with a form share: they work without scripts, and tell the token in their address to no other site. */
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { AppError, CATALOGUE } from '../errors'
import { html, page } from './layout'

const HTML = 'text/html; charset=utf-8'
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  // the form's own request must say where it comes from; other sites learn nothing
  'referrer-policy': 'same-origin',
}

/** What the caller can put right, in words; null for a failure of ours. */
function faultOf(error: FastifyError): string | null {
  if (error instanceof AppError) return `${error.detail}. ${CATALOGUE[error.code].remedy}`
  return error.validation
    ? 'Something is missing or does not fit. A password has 12 to 128 characters.'
    : null
}

function tokenOf({ body }: FastifyRequest): string | null {
  const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : null
  return typeof token === 'string' ? token : null
}

/**
 * Lets the routes of a plugin answer pages and take their forms, sent from our own origin alone.
 * @param again the form once more, with what was wrong; it throws where the token is not good
 */
export function acceptForms(
  app: FastifyInstance,
  origin: string,
  again: (token: string, fault: string) => Promise<string>,
): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body: string, done) => done(null, Object.fromEntries(new URLSearchParams(body))),
  )
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS).type(HTML)
    if (request.method === 'POST' && request.headers.origin !== origin)
      throw new AppError('permission_missing', `This form is sent from ${origin} alone`)
  })
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const fault = faultOf(error)
    if (fault === null) throw error
    const token = tokenOf(request)
    // the type was forgotten with the answer that failed
    reply.status(error instanceof AppError ? error.status : 400).type(HTML)
    return token === null ? faultPage(fault) : again(token, fault).catch(() => faultPage(fault))
  })
}

const faultPage = (fault: string): string => page('This did not work', html`<p>${fault}</p>`)
