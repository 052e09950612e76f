import type { PreviewConfig } from './config'
import type { Account } from './protocol'

type StripeAccount = {
  id: string
  country?: string
  default_currency?: string
  business_profile?: { name?: string | null } | null
  settings?: { dashboard?: { display_name?: string | null } | null } | null
}

async function read(config: PreviewConfig, path: string): Promise<unknown> {
  const response = await fetch(config.stripeApiBase + path, {
    headers: { authorization: `Bearer ${config.stripeSecretKey}` },
    signal: AbortSignal.timeout(5000),
  })
  if (!response.ok) throw new Error(`The Stripe stand-in answered ${response.status} to GET ${path}.`)
  return response.json()
}

function fromStripeAccount(account: StripeAccount): Account {
  return {
    id: account.id,
    name: account.settings?.dashboard?.display_name ?? account.business_profile?.name ?? account.id,
    country: account.country ?? 'US',
    currency: account.default_currency ?? 'usd',
  }
}

/** The key's own account first, then the accounts connected to it where the stand-in has any. */
export async function listAccounts(config: PreviewConfig): Promise<Account[]> {
  const own = (await read(config, '/v1/account')) as StripeAccount
  const connected = await read(config, '/v1/accounts?limit=20').then(
    (list) => (list as { data: StripeAccount[] }).data,
    () => [],
  )
  const others = connected.filter(({ id }) => id !== own.id)
  return [own, ...others].map(fromStripeAccount)
}
