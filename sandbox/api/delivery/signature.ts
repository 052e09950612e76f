import { createHmac } from 'node:crypto'

/** The `Stripe-Signature` header of a body. Its time is the machine's, whatever the account's clock says. */
export function signatureHeader(body: string, secret: string, seconds: number): string {
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${signature}`
}
