import type { BadgeProps, BannerProps, IconProps, ImgProps, TooltipProps } from '@stripe/ui-extension-sdk/ui'
import { Tooltip as RadixTooltip } from 'radix-ui'
import { styleOf } from './css'
import { callRemote } from './events'
import { Glyph } from './Glyph'

export function Badge({ children, type = 'neutral' }: BadgeProps) {
  return <span className={`ui-badge ui-badge-${type}`}>{children}</span>
}

export function Banner({ actions, description, onDismiss, title, type = 'default' }: BannerProps) {
  const glyph = type === 'default' ? 'info' : 'warning'
  return (
    <div className={`ui-banner ui-banner-${type}`} role={type === 'critical' ? 'alert' : 'status'}>
      <Glyph name={glyph} />
      <div className="ui-banner-body">
        {title ? <div className="ui-banner-title">{title}</div> : null}
        {description ? <div>{description}</div> : null}
        {actions ? <div className="ui-banner-actions">{actions}</div> : null}
      </div>
      {onDismiss ? (
        <button
          type="button"
          className="ui-icon-button"
          aria-label="Dismiss"
          onClick={() => callRemote(onDismiss)}
        >
          <Glyph name="cancel" />
        </button>
      ) : null}
    </div>
  )
}

const ICON_SIZE = { xsmall: 12, small: 14, medium: 16, large: 20, xlarge: 32 }

export function Icon({ name, css, size = 'small' }: IconProps) {
  return (
    <span className="ui-icon" style={styleOf(css)}>
      <Glyph name={name} size={ICON_SIZE[size]} />
    </span>
  )
}

export function Img({ alt = '', crossOrigin, height, sizes, src, srcSet, width }: ImgProps) {
  return <img {...{ alt, crossOrigin, height, sizes, src, srcSet, width }} />
}

const SIDES = {
  top: 'top',
  bottom: 'bottom',
  left: 'left',
  right: 'right',
  start: 'left',
  end: 'right',
} as const
const ALIGNS: Record<string, 'start' | 'end'> = {
  left: 'start',
  start: 'start',
  top: 'start',
  right: 'end',
  end: 'end',
  bottom: 'end',
}

function sideOf(placement: string): (typeof SIDES)[keyof typeof SIDES] {
  const [first] = placement.split(' ')
  const side = Object.entries(SIDES).find(([name]) => name === first)
  return side?.[1] ?? 'top'
}

export function Tooltip(props: TooltipProps) {
  const { children, trigger, delay = 300, placement = 'top', type = 'description' } = props
  const align = ALIGNS[placement.split(' ')[1] ?? ''] ?? 'center'
  return (
    <RadixTooltip.Provider delayDuration={delay}>
      <RadixTooltip.Root>
        <RadixTooltip.Trigger asChild>
          <span className="ui-tooltip-trigger" tabIndex={0}>
            {trigger}
          </span>
        </RadixTooltip.Trigger>
        <RadixTooltip.Portal>
          <RadixTooltip.Content
            className={`ui-tooltip ui-tooltip-${type}`}
            sideOffset={6}
            side={sideOf(placement)}
            align={align}
          >
            {children}
            <RadixTooltip.Arrow className="ui-tooltip-arrow" />
          </RadixTooltip.Content>
        </RadixTooltip.Portal>
      </RadixTooltip.Root>
    </RadixTooltip.Provider>
  )
}
