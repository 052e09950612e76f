import type { RouteDescriptor } from '@stripe/ui-extension-sdk/ui'
import type { MouseEvent } from 'react'
import { usePreview } from '../preview-context'
import { placeOfRoute } from '../routes'

type Anchor = { href: string; onClick?: (event: MouseEvent) => void }

/** What an anchor needs to follow a plain address or a route descriptor; null when there is nothing to follow. */
export function useAnchor(): (href: string | RouteDescriptor | undefined) => Anchor | null {
  const { session, identity, navigate, address } = usePreview()
  return (href) => {
    if (href === undefined) return null
    if (typeof href === 'string') return { href }
    const place = placeOfRoute(href, session.app.id)
    return {
      href: address(place, identity.account.id),
      onClick: (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        navigate(place)
      },
    }
  }
}
