import type { ButtonGroupProps, ButtonProps, LinkProps } from '@stripe/ui-extension-sdk/ui'
import { Popover } from 'radix-ui'
import type { MouseEvent } from 'react'
import { styleOf } from './css'
import { pressed } from './events'
import { useAnchor } from './hrefs'
import { Glyph } from './Glyph'
import { TriggerSlot, useTrigger } from './trigger'

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
  const { onClick: open, ...trigger } = useTrigger()
  const className = `ui-button ui-button-${type} ui-button-${size}${pending ? ' is-pending' : ''}`
  const press = pressed(onPress)
  if (anchor && !disabled && !pending) {
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
      {...trigger}
      type="button"
      className={className}
      style={styleOf(css)}
      disabled={disabled || pending}
      aria-busy={pending}
      onClick={(event) => {
        press(event)
        open?.(event)
      }}
    >
      {pending ? <span className="ui-spinner ui-spinner-small" aria-hidden="true" /> : null}
      <span className="ui-button-label">{children}</span>
    </button>
  )
}

/** Buttons in a line. What has no room goes into the next line, or behind the view's own menu trigger. */
export function ButtonGroup({
  children,
  collapse = 'auto',
  direction = 'row',
  menuTrigger,
}: ButtonGroupProps) {
  const className = `ui-button-group ui-direction-${direction} ui-collapse-${collapse}`
  if (!menuTrigger) return <div className={className}>{children}</div>
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <TriggerSlot>{menuTrigger}</TriggerSlot>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="ui-menu" align="end" sideOffset={4} aria-label="Actions">
          <div className={className}>{children}</div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export function Link(props: LinkProps) {
  const { children, css, disabled, external, href, onPress, rel, tabIndex, target, type = 'primary' } = props
  const anchor = useAnchor()(href)
  const { onClick: open, ...trigger } = useTrigger()
  const className = `ui-link ui-link-${type}`
  const press = pressed(onPress)
  if (!anchor || disabled) {
    return (
      <button
        {...trigger}
        type="button"
        className={className}
        style={styleOf(css)}
        disabled={disabled}
        tabIndex={tabIndex}
        onClick={(event) => {
          press(event)
          open?.(event)
        }}
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
