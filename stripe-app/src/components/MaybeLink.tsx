import { Inline, Link, type RouteDescriptor } from '@stripe/ui-extension-sdk/ui'
import type { ReactNode } from 'react'

/** A page of the Stripe Dashboard. */
export type Place = RouteDescriptor

/** A link to a page of the Dashboard, or the text alone where there is none: it shows one account's pages. */
export function MaybeLink({ to, children }: { to: Place | null; children: ReactNode }) {
  return to === null ? <Inline>{children}</Inline> : <Link href={to}>{children}</Link>
}
