import type { BoxProps, DividerProps, InlineProps, SpinnerProps } from '@stripe/ui-extension-sdk/ui'
import { styleOf } from './css'

export function Box({ children, css }: BoxProps) {
  return (
    <div className="ui-box" style={styleOf(css)}>
      {children}
    </div>
  )
}

export function Inline({ children, css }: InlineProps) {
  return <span style={styleOf(css)}>{children}</span>
}

export function Divider(_props: DividerProps) {
  return <hr className="ui-divider" />
}

export function Spinner({ delay = 0, size = 'medium' }: SpinnerProps) {
  return (
    <span
      className={`ui-spinner ui-spinner-${size}`}
      style={delay > 0 ? { animationDelay: `${delay}ms` } : {}}
      role="progressbar"
      aria-label="Loading"
    />
  )
}
