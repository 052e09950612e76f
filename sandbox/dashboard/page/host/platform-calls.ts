import type { RouteDescriptor } from '@stripe/ui-extension-sdk/ui'
import { throughNetwork } from '../../network'
import type { Session, SignatureRequest } from '../../protocol'
import type { Place } from '../addresses'
import type { Identity } from '../preview-context'
import { placeOfRoute } from '../routes'
import { showToast } from '../toasts'
import { currentNetwork } from './current-network'
import { fetchAsApp, type StripeRequest } from './stripe-fetch'

type Tools = {
  session: Session
  identity: Identity
  navigate(place: Place): void
  refresh(): void
}

async function requestSignature(request: SignatureRequest): Promise<string> {
  const response = await fetch('/host/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  const answer = (await response.json()) as { signature?: string; error?: string }
  if (!response.ok || !answer.signature)
    throw new Error(answer.error ?? `Signing failed (${response.status}).`)
  return answer.signature
}

async function challenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return btoa(String.fromCharCode(...new Uint8Array(digest))).replace(
    /[+/=]/g,
    (sign) => ({ '+': '-', '/': '_' })[sign] ?? '',
  )
}

/** Whether an address falls under a policy entry: one that ends in "/" covers everything below it. */
export function isUnder(source: string, entries: string[]): boolean {
  return entries.some((entry) => (entry.endsWith('/') ? source.startsWith(entry) : source === entry))
}

/** What the SDK can ask the Dashboard for, answered for one identity. */
export function createPlatformCalls({ session, identity, navigate, refresh }: Tools) {
  const { app } = session
  const askStripe = (url: string, request?: StripeRequest) =>
    throughNetwork(currentNetwork, () => fetchAsApp(session, identity, url, request))
  return {
    // Otherwise the SDK would sign and call Stripe's own address itself.
    supportsFetchAppEmbeddedKey: () => false,
    fetchAppEmbeddedKey: () => '',
    fetchStripeSignature: (extra: Record<string, unknown> = {}) =>
      throughNetwork(currentNetwork, () =>
        requestSignature({
          extra,
          user: identity.person.id,
          role: identity.role.id,
          account: identity.account.id,
        }),
      ),
    stripeApiFetch: askStripe,
    getDashboardUserEmail: () => askStripe('/v1/user/email'),
    showToast,
    navigateToDashboardRoute: (route: RouteDescriptor) => navigate(placeOfRoute(route, app.id)),
    getUserAuthorizedPermissions: () => identity.permissions,
    isPermissionAuthorized: (permission: string) => identity.permissions.includes(permission),
    isSourceInAuthorizedCSP: (source: string) => isUnder(source, [...app.connectSrc, ...app.imageSrc]),
    clipboardWriteText: (text: string) => navigator.clipboard.writeText(text),
    createOAuthState: async (state: string) => ({ state, challenge: await challenge(state) }),
    refreshDashboardData: refresh,
  }
}

export type PlatformCalls = ReturnType<typeof createPlatformCalls>
