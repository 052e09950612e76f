import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateSync } from 'otplib'
import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'
import { newPerson } from '../../test/person'

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
