import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateSync } from 'otplib'
import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'
import { newPerson } from '../../test/person'
import { signAppRequest } from '../../test/signing'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-cli-'))
let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ env: { DATA_DIR: dataDir } })
})
afterAll(async () => {
  await desk.close()
  rmSync(dataDir, { recursive: true })
})

test('whoever lost password, phone and recovery codes comes back by the command line', async () => {
  // the process of the command lives in the present
  desk.clock.set(new Date())
  const { email, enter, trySignIn } = await newPerson(desk)
  const me = await enter()
  const { secret } = (await me.post('/v1/auth/second_factor')).json<{ secret: string }>()
  const totp = generateSync({ secret, epoch: desk.clock.seconds() })
  await me.post('/v1/auth/second_factor/confirm', { totp })
  expect((await trySignIn()).json()).toMatchObject({ code: 'second_factor_needed' })

  const made = await runDesk(desk, 'users', 'reset-password', '--email', email, '--json')
  expect([made.status, made.text]).toEqual([0, expect.stringContaining('http://localhost:4242/reset?token=')])
  const [{ url }] = JSON.parse(made.text) as [{ url: string }]
  const password = 'eleven purple kettles'
  const reset = await desk.app.inject({
    method: 'POST',
    url: '/reset',
    payload: new URLSearchParams({
      token: new URL(url).searchParams.get('token') ?? '',
      password,
    }).toString(),
    headers: {
      origin: 'http://localhost:4242',
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
  expect(reset.statusCode).toBe(200)
  expect((await trySignIn({ password })).json()).toMatchObject({ code: 'second_factor_needed' })

  expect(await runDesk(desk, 'users', 'remove-second-factor', '--email', email)).toMatchObject({ status: 0 })
  expect((await trySignIn({ password })).statusCode).toBe(201)
}, 60_000)

test('somebody is invited by a link that works; a Stripe user is mapped and left to Stripe again', async () => {
  const run = async (...words: string[]) => {
    const { status, text } = await runDesk(desk, 'users', ...words, '--json')
    return { status, told: status === 0 ? (JSON.parse(text) as Record<string, unknown>[]) : text }
  }
  desk.clock.set(new Date())
  const invited = await run('invite', '--email', 'new@example.com', '--role', 'admin', '--name', 'New')
  expect(invited).toMatchObject({ status: 0, told: [{ email: 'new@example.com', role: 'admin' }] })
  const [{ url }] = invited.told as [{ url: string }]
  const page = await desk.app.inject(url.replace('http://localhost:4242', ''))
  expect([page.statusCode, page.payload]).toEqual([200, expect.stringContaining('new@example.com')])
  expect(await run('invite', '--email', 'x@example.com', '--role', 'emperor')).toMatchObject({ status: 1 })

  const signed = signAppRequest(
    {
      ...{ nonce: 'nonce-1-command-line', mode: 'test', stripe_roles: [{ id: 'view_only' }] },
      ...{ user_id: 'usr_cli', account_id: desk.account.accountId },
    },
    desk.clock.seconds(),
  )
  const entered = await desk.app.inject({ method: 'POST', url: '/v1/auth/stripe-app', ...signed })
  expect(entered.statusCode).toBe(201)
  const members = (await run('list')).told as { id: string; kind: string }[]
  const { id } = members.find(({ kind }) => kind === 'stripe_user') ?? { id: '' }
  expect(await run('map', id, '--role', 'admin')).toMatchObject({ status: 0, told: [{ id, role: 'admin' }] })
  expect(await run('unmap', id)).toMatchObject({ status: 0, told: [{ id, role: null }] })
}, 120_000)
