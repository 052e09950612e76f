import qs from 'qs'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isObject, parseJson, type Json, type JsonObject } from '../../json'
import { noFaults } from '../../http/faults'
import { objectById } from '../../render/by-id'
import type { Account } from '../../store/account'
import type { Desk } from '../pages'
import { homePage } from './home'
import { ACTIONS, KINDS } from './kinds'
import { listPage, objectPage } from './objects'
import { sendWidePage } from './layout'

export const CONTROL_PAGE = '/_sandbox/'

interface Query {
  account?: string
  said?: string
  after?: string
  id?: string
}

/** The control page: what the accounts hold, and what can be made to happen to them. */
export function serveControlPage(app: FastifyInstance, desk: Desk): void {
  const { engine, act, advance, faults, deliverer } = desk
  const accountOf = ({ account }: Query): Account =>
    engine.accounts().find(({ id, live }) => id === account && !live) ?? engine.main
  const back = (reply: FastifyReply, to: string, account: Account, said: string) =>
    reply.redirect(`${to}?${qs.stringify({ account: account.id, said })}`, 303)
  const formOf = (body: unknown): Record<string, string> => {
    const values: Record<string, string> = {}
    for (const [key, value] of Object.entries(qs.parse(typeof body === 'string' ? body : '')))
      if (typeof value === 'string') values[key] = value
    return values
  }
  const command = async (account: Account, path: string, form: Record<string, string>) =>
    told(await act(account, { method: 'POST', path, form: qs.stringify(form) }))

  app.get('/_sandbox', (_request, reply) => reply.redirect(CONTROL_PAGE, 302))

  app.get<{ Querystring: Query }>(CONTROL_PAGE, (request, reply) => {
    const account = accountOf(request.query)
    return sendWidePage(reply, account, 'Stripe, locally', homePage(desk, account), request.query.said)
  })

  app.get<{ Querystring: Query; Params: { kind: string } }>(
    '/_sandbox/objects/:kind',
    async (request, reply) => {
      const account = accountOf(request.query)
      const kind = KINDS[request.params.kind]
      if (!kind) return sendWidePage(reply, account, 'There are no such objects', '', undefined, 404)
      const [path = '', fixed = ''] = kind.path.split('?')
      const { after } = request.query
      const form = [fixed, qs.stringify({ limit: 25, ...(after ? { starting_after: after } : {}) })].join('&')
      const { body } = await act(account, { method: 'GET', path, form })
      return sendWidePage(
        reply,
        account,
        kind.title,
        listPage(kind, request.params.kind, account, parseJson(body)),
      )
    },
  )

  app.get<{ Querystring: Query }>('/_sandbox/object', (request, reply) => {
    const account = accountOf(request.query)
    const id = (request.query.id ?? '').trim()
    const object = find(account, id)
    if (!object)
      return sendWidePage(reply, account, 'There is no such object', '', `No object has the id ${id}.`, 404)
    return sendWidePage(reply, account, id, objectPage(account, id, object), request.query.said)
  })

  app.post('/_sandbox/do', async (request, reply) => {
    const { id = '', action = '', account: named } = formOf(request.body)
    const account = accountOf({ ...(named === undefined ? {} : { account: named }) })
    const chosen = ACTIONS[id.slice(0, id.indexOf('_'))]?.[Number(action)]
    if (!chosen) return sendWidePage(reply, account, 'There is no such action', '', undefined, 404)
    const place = (text: string) => text.replaceAll(':id', id)
    const said = id.startsWith('evt_')
      ? `Sent to ${deliverer.resend(id) ?? 0} endpoints.`
      : told(
          await act(account, {
            method: chosen.method,
            path: place(chosen.path),
            form: place(chosen.form ?? ''),
          }),
        )
    return reply.redirect(
      `/_sandbox/object?${qs.stringify({ id, account: account.id, said: `${chosen.label}: ${said}` })}`,
      303,
    )
  })

  app.post<{ Params: { what: string } }>('/_sandbox/home/:what', async (request, reply) => {
    const { account: named = '', ...form } = formOf(request.body)
    const account = accountOf({ account: named })
    switch (request.params.what) {
      case 'advance': {
        const seconds = Number(form['seconds'])
        if (!Number.isInteger(seconds) || seconds < 0)
          return back(reply, CONTROL_PAGE, account, 'Choose a time.')
        advance(seconds)
        return back(reply, CONTROL_PAGE, account, 'The clocks have moved.')
      }
      case 'faults': {
        Object.assign(faults, noFaults(), faultsOf(form))
        return back(reply, CONTROL_PAGE, account, 'The faults are set.')
      }
      case 'scenario':
        return back(
          reply,
          CONTROL_PAGE,
          account,
          await command(account, `/_sandbox/scenarios/${form['name'] ?? ''}`, {}),
        )
      case 'trickle':
      case 'accounts':
        return back(
          reply,
          CONTROL_PAGE,
          account,
          await command(account, `/_sandbox/${request.params.what}`, form),
        )
      default:
        return sendWidePage(reply, account, 'There is no such form', '', undefined, 404)
    }
  })
}

/** An object as the API renders it; accounts and events are not among what ids lead to there. */
function find(account: Account, id: string): JsonObject | undefined {
  const event = account.store.events.get(id)
  if (event) return { ...event, data: parseJson(event.data) }
  return objectById(account, id)
}

/** What a request came to, in words. */
function told({ status, body }: { status: number; body: string }): string {
  if (status < 300) return 'done.'
  const answer: Json = parseJson(body)
  const error = isObject(answer) && isObject(answer['error']) ? answer['error']['message'] : undefined
  return typeof error === 'string' ? error : `it answered ${status}.`
}

function faultsOf(form: Record<string, string>) {
  const count = (key: string) => Math.max(0, Math.round(Number(form[key] ?? 0)) || 0)
  const status = count('fail_status')
  return {
    latencyMs: count('latency_ms'),
    requestsPerSecond: count('requests_per_second'),
    dropDeliveries: count('drop_deliveries'),
    duplicateDeliveries: count('duplicate_deliveries'),
    delayDeliveriesMs: count('delay_deliveries_ms'),
    shuffleDeliveries: form['shuffle_deliveries'] === 'on',
    fail:
      status === 0
        ? []
        : [
            {
              match: form['fail_match'] ?? '',
              status,
              code: null,
              times: count('fail_times') || 1,
              when: 'before' as const,
            },
          ],
  }
}
