/** What Stripe would sign for a view: extras first, then user and account. */
import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface Claims {
  role?: string
  nonce?: string
  accountId: string
}

export const appSecret = (folder: string): string =>
  (JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8')) as { STRIPE_APP_SECRET: string })
    .STRIPE_APP_SECRET

export function viewBody({
  role = 'admin',
  nonce = randomBytes(12).toString('hex'),
  accountId,
}: Claims): string {
  const stripe_roles = [{ id: role, name: role, type: 'builtIn' }]
  return JSON.stringify({ nonce, mode: 'test', stripe_roles, user_id: 'usr_e2e', account_id: accountId })
}

export function signature(body: string, secret: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** @returns status and answer of the views' sign-in */
export async function signInView(
  port: number,
  body: string,
  header: string,
): Promise<{ status: number; body: { access_token?: string; code?: string } }> {
  const headers = { 'content-type': 'application/json', 'stripe-signature': header, origin: 'null' }
  const answer = await fetch(`http://localhost:${port}/v1/auth/stripe-app`, { method: 'POST', headers, body })
  return { status: answer.status, body: (await answer.json()) as { access_token?: string; code?: string } }
}
