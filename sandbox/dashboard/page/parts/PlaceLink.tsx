import type { MouseEvent, ReactNode } from 'react'
import type { Place } from '../addresses'
import { usePreview } from '../preview-context'

type Props = { to: Place; className?: string; current?: boolean | undefined; children: ReactNode }

/** A link to a place of the preview, which a new tab can open too. */
export function PlaceLink({ to, className = 'ui-link', current = false, children }: Props) {
  const { identity, navigate, address } = usePreview()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    navigate(to)
  }
  return (
    <a
      className={className}
      href={address(to, identity.account.id)}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  )
}
