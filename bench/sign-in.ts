/** What is asked about an address that somebody has beside one that nobody has: time must not tell them apart. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ThrottleModel } from '../backend/src/identity/model'
import { benchDesk, type BenchDesk } from './desk'

const TRIALS = 200
/** Guesses of one address before its throttle would hold them back. */
const ROUND = 4

const median = (all: number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0

async function compare(desk: BenchDesk, name: string, url: string, body: object): Promise<void> {
  const admin = JSON.parse(readFileSync(path.join(desk.config.dataDir, 'admin.json'), 'utf8')) as {
    email: string
  }
  const addresses = { known: admin.email, unknown: 'nobody@revenue-desk.example' }
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let trial = 0; trial < TRIALS; trial += 1) {
    if (trial % ROUND === 0) await ThrottleModel.deleteMany({})
    // turn about, so that whatever else the machine does falls on both
    for (const who of ['known', 'unknown'] as const) {
      const began = performance.now()
      // within the process, from ever other addresses: the limit of requests is not what is measured
      const { statusCode } = await desk.app.inject({
        method: 'POST',
        url,
        payload: { email: addresses[who], ...body },
        remoteAddress: `10.0.${trial}.1`,
      })
      times[who].push(performance.now() - began)
      if (statusCode !== 401 && statusCode !== 202) throw new Error(`The answer was ${statusCode}`)
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)]
  const ms = (value: number) => `${value.toFixed(1)} ms`
  console.log(
    `${name.padEnd(26)} known address ${ms(known)}, unknown ${ms(unknown)}, gap ${ms(Math.abs(known - unknown))}, ratio ${(known / unknown).toFixed(3)}`,
  )
}

export async function signIn(): Promise<void> {
  const desk = await benchDesk('small')
  try {
    await compare(desk, 'refused sign-in', '/v1/auth/sessions', { password: 'not the password' })
    await compare(desk, 'wish for a new password', '/v1/auth/password_resets', {})
  } finally {
    await desk.close()
  }
}
