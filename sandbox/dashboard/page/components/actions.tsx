import type { ButtonGroupProps, ButtonProps, LinkProps } from '@stripe/ui-extension-sdk/ui'
import type { MouseEvent } from 'react'
import { styleOf } from './css'
import { pressed } from './events'
import { useAnchor } from './hrefs'
import { Glyph } from './Glyph'

export function Button(props: ButtonProps) {
  const {
    children,
    css,
    disabled,
    href,
    onPress,
    pending,
    size = 'medium',
    target,
    type = 'secondary',
  } = props
  const anchor = useAnchor()(href)
  const className = `ui-button ui-button-${type} ui-button-${size}${pending ? ' is-pending' : ''}`
  const press = pressed(onPress)
  if (anchor && !disabled) {
    const follow = (event: MouseEvent) => {
      press(event)
      anchor.onClick?.(event)
    }
    return (
      <a
        className={className}
        style={styleOf(css)}
        href={anchor.href}
        target={target}
        onClick={follow}
        rel="noreferrer"
      >
        {children}
      </a>
    )
  }
  return (
    <button
      type="button"
      className={className}
      style={styleOf(css)}
      disabled={disabled || pending}
      aria-busy={pending}
      onClick={press}
    >
      {pending ? <span className="ui-spinner ui-spinner-small" aria-hidden="true" /> : null}
      <span className="ui-button-label">{children}</span>
    </button>
  )
}

export function ButtonGroup({ children, direction = 'row' }: ButtonGroupProps) {
  return <div className={`ui-button-group ui-direction-${direction}`}>{children}</div>
}

export function Link(props: LinkProps) {
  const { children, css, disabled, external, href, onPress, rel, tabIndex, target, type = 'primary' } = props
  const anchor = useAnchor()(href)
  const className = `ui-link ui-link-${type}`
  const press = pressed(onPress)
  if (!anchor || disabled) {
    return (
      <button
        type="button"
        className={className}
        style={styleOf(css)}
        disabled={disabled}
        tabIndex={tabIndex}
        onClick={press}
      >
        {children}
      </button>
    )
  }
  const outside = external || target === '_blank'
  const follow = (event: MouseEvent) => {
    press(event)
    anchor.onClick?.(event)
  }
  return (
    <a
      className={className}
      style={styleOf(css)}
      href={anchor.href}
      target={outside ? '_blank' : target}
      rel={rel ?? 'noreferrer'}
      tabIndex={tabIndex}
      onClick={follow}
    >
      {children}
      {outside ? <Glyph name="external" size={12} /> : null}
    </a>
  )
}
