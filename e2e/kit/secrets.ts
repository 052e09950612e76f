/** Makes secrets of every kind in a running desk, and looks for them where none may be. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { mongo } from 'mongoose'
import type { Desk } from './desk'

/** Where secrets belong: the owner's password, the keys of the desk, and the stand-in, which is not ours. */
const SAFES = ['admin.json', 'keys.json', 'sandbox']

type Secrets = Record<string, string>

/** @returns each kind of secret that the desk was given or gave out */
export async function makeSecrets({ api, folder, ports }: Desk): Promise<Secrets> {
  const post = async <T>(pathname: string, body: object = {}) => {
    const answer = await api<T>(pathname, { method: 'POST', body: JSON.stringify(body) })
    if (answer.status >= 300) throw new Error(`${pathname} answers ${answer.status}`)
    return answer.body
  }
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Secrets
  const { password = '', email = '' } = read('admin.json')
  const keys = read('keys.json')
  const session = await post<Secrets>('/auth/sessions', { email, password })
  const { secret } = await post<{ secret: string }>('/auth/second_factor')
  const apiKey = await post<{ key: string }>('/api_keys', {
    name: 'Known to all',
    mode: 'test',
    scopes: ['settings:read'],
  })
  const invitation = await post<{ url: string }>('/invitations', {
    email: 'kim@example.com',
    role: 'sales',
  })
  const { body: members } = await api<{ data: { id: string; email: string | null }[] }>('/members')
  const owner = members.data.find((member) => member.email === email)
  const { url: resetUrl } = await post<{ url: string }>(`/members/${owner?.id ?? ''}/password_reset`)
  const restricted = (await (
    await fetch(`http://localhost:${ports.standIn}/_sandbox/restricted_keys`, {
      method: 'POST',
      body: new URLSearchParams({ 'permissions[0]': 'customer_read' }),
    })
  ).json()) as { secret: string }
  const webhook_secret = `whsec_${'canary'.repeat(4)}${Date.now()}`
  await post('/credentials', {
    name: 'Second',
    secret_key: restricted.secret,
    webhook_secret,
    active: false,
  })
  const token = (url: string) => new URL(url).searchParams.get('token') ?? url.split('/').pop() ?? ''
  return {
    password,
    'access token': session['access_token'] ?? '',
    'refresh token': session['refresh_token'] ?? '',
    'device token': session['device_token'] ?? '',
    'seed of a second factor': secret,
    'API key': apiKey.key,
    'token of an invitation': token(invitation.url),
    'token of a reset': token(resetUrl),
    'Stripe key': restricted.secret,
    'webhook secret': webhook_secret,
    'Stripe key of the environment': keys['STRIPE_SECRET_KEY'] ?? '',
    'app secret': keys['STRIPE_APP_SECRET'] ?? '',
    pepper: keys['API_KEY_PEPPER'] ?? '',
    'master key': (keys['ENCRYPTION_KEYS'] ?? '').split(':')[1] ?? '',
    'token key': (keys['JWT_KEYS'] ?? '').split(':')[1] ?? '',
  }
}

/** Brings all that the database holds in memory to its files. */
export async function flush(folder: string): Promise<void> {
  const { port } = JSON.parse(readFileSync(path.join(folder, 'mongodb/mongod.json'), 'utf8')) as {
    port: number
  }
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`
  // the driver loads `os` by a dynamic import, which jest's CommonJS has not
  const client = await mongo.MongoClient.connect(uri, { runtimeAdapters: { os } })
  await client.db('admin').command({ fsync: 1 })
  await client.close()
}

/** @returns in which files which of the texts stand in clear, as `logs/backend.log: password` */
export function standing(folder: string, texts: Secrets): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => !SAFES.includes(file.split(path.sep)[0] ?? ''))
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .flatMap((file) => {
      const content = readFileSync(path.join(folder, file))
      return Object.entries(texts)
        .filter(([, text]) => content.includes(text))
        .map(([kind]) => `${file}: ${kind}`)
    })
}
