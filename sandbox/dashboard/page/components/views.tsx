import type {
  ContextViewProps,
  FullPageViewProps,
  SettingsViewProps,
  SignInViewProps,
} from '@stripe/ui-extension-sdk/ui'
import { useRef, type FormEvent } from 'react'
import { usePreview } from '../preview-context'
import { Button } from './actions'
import { callRemote } from './events'

export function ContextView(props: ContextViewProps) {
  const { children, title, actions, banner, description, externalLink, footerContent } = props
  const { primaryAction, secondaryAction } = props
  return (
    <section className="ui-context-view" aria-label={title}>
      {banner}
      <header className="ui-context-header">
        <div>
          <h2 className="ui-context-title">{title}</h2>
          {description ? <p className="ui-context-description">{description}</p> : null}
        </div>
        {actions ? <div className="ui-context-actions">{actions}</div> : null}
      </header>
      <div className="ui-context-body">{children}</div>
      {externalLink ? (
        <a className="ui-link" href={externalLink.href} target="_blank" rel="noreferrer">
          {externalLink.label}
        </a>
      ) : null}
      {footerContent || primaryAction || secondaryAction ? (
        <footer className="ui-context-footer">
          {footerContent}
          <div className="ui-button-group">
            {secondaryAction}
            {primaryAction}
          </div>
        </footer>
      ) : null}
    </section>
  )
}

/** The full page's frame; title and icon come from the manifest. */
export function FullPageView({ children, pageAction }: FullPageViewProps) {
  const { session } = usePreview()
  return (
    <section className="ui-full-page" aria-label={session.app.name}>
      <header className="ui-full-page-header">
        <img src="/preview/icon.png" alt="" width={32} height={32} />
        <h1>{session.app.name}</h1>
        {pageAction ? (
          <Button type="primary" onPress={() => callRemote(pageAction.onPress)}>
            {pageAction.label}
          </Button>
        ) : null}
      </header>
      {children}
    </section>
  )
}

/** Collects the values of all named fields in it and hands them over once, on save. */
export function SettingsView({ children, onSave, statusMessage }: SettingsViewProps) {
  const form = useRef<HTMLFormElement>(null)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!form.current) return
    const values: Record<string, string> = {}
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === 'string') values[name] = value
    }
    callRemote(onSave, values)
  }
  return (
    <form className="ui-settings" ref={form} onSubmit={save}>
      {children}
      <footer className="ui-settings-footer">
        <span role="status">{statusMessage}</span>
        {onSave ? (
          <button type="submit" className="ui-button ui-button-primary ui-button-medium">
            Save
          </button>
        ) : null}
      </footer>
    </form>
  )
}

export function SignInView(props: SignInViewProps) {
  const { description, footerContent, primaryAction, secondaryAction } = props
  return (
    <section className="ui-sign-in">
      <img src="/preview/icon.png" alt="" width={48} height={48} />
      {description ? <p>{description}</p> : null}
      {primaryAction ? (
        <Button type="primary" href={primaryAction.href} onPress={primaryAction.onPress}>
          {primaryAction.label}
        </Button>
      ) : null}
      {secondaryAction ? (
        <Button href={secondaryAction.href} onPress={secondaryAction.onPress}>
          {secondaryAction.label}
        </Button>
      ) : null}
      {footerContent}
    </section>
  )
}
