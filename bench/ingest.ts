/** Webhooks acknowledged (verified, stored, journaled) beside the same server with the signature check and no store. */
import { createHmac, randomBytes } from 'node:crypto'
import fastify from 'fastify'
import { verifySignature } from '../backend/src/stripe/signature'
import { benchDesk, type BenchDesk } from './desk'
import { load, megabytes, print, type Call } from './measure'

const EVENTS = 10_000
const CONCURRENCY = 32
/** About the size of a subscription event. */
const PADDING = randomBytes(1_900).toString('hex')

function signedEvents({ webhookSecret, webhookPath }: BenchDesk): Call[] {
  const t = Math.floor(Date.now() / 1000)
  return Array.from({ length: EVENTS }, (_, index) => {
    const object = { id: `cus_${index}`, object: 'bench', created: t, description: PADDING }
    const event = {
      id: `evt_${randomBytes(9).toString('hex')}`,
      object: 'event',
      type: 'bench.event',
      created: t,
      livemode: false,
      data: { object },
    }
    const body = JSON.stringify(event)
    const signature = createHmac('sha256', webhookSecret).update(`${t}.${body}`).digest('hex')
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'stripe-signature': `t=${t},v1=${signature}`,
    }
    return { method: 'POST', path: webhookPath, headers, body }
  })
}

async function withoutStore({
  webhookSecret,
  webhookPath,
}: BenchDesk): Promise<{ port: number; close(): Promise<void> }> {
  const app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post(webhookPath, (request) => {
    verifySignature(
      request.body as Buffer,
      String(request.headers['stripe-signature']),
      [webhookSecret],
      new Date(),
    )
    return Promise.resolve({ received: true })
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => app.close() }
}

export async function ingest(): Promise<void> {
  const desk = await benchDesk('small')
  try {
    await load(desk.port, signedEvents(desk).slice(0, 1_000), CONCURRENCY)
    const limit = await withoutStore(desk)
    await load(limit.port, signedEvents(desk).slice(0, 1_000), CONCURRENCY)
    const bare = await load(limit.port, signedEvents(desk), CONCURRENCY)
    await limit.close()
    const stored = await load(desk.port, signedEvents(desk), CONCURRENCY)
    print('signature check, no store', bare)
    print('acknowledged: stored and journaled', stored)
    console.log(
      `ratio ${((100 * stored.perSecond) / bare.perSecond).toFixed(0)} %; memory of this process, load included, ${megabytes()}`,
    )
  } finally {
    await desk.close()
  }
}
