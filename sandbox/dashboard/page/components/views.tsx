import type {
  ContextViewProps,
  FullPageViewProps,
  SettingsViewProps,
  SignInViewProps,
} from '@stripe/ui-extension-sdk/ui'
import { useRef, useState, type FormEvent } from 'react'
import { usePreview } from '../preview-context'
import { Button, Link } from './actions'
import { callRemote } from './events'
import { FocusView } from './FocusView'

/** The app's own mark, where the view brings one. */
function Brand({ color, icon }: { color: string | undefined; icon: string | undefined }) {
  if (!icon) return null
  return (
    <span className="ui-brand" style={color ? { background: color } : {}}>
      <img src={icon} alt="" width={20} height={20} />
    </span>
  )
}

export function ContextView(props: ContextViewProps) {
  const { children, title, actions, banner, description, externalLink, footerContent } = props
  const { primaryAction, secondaryAction, brandColor, brandIcon } = props
  return (
    <section className="ui-context-view" aria-label={title}>
      {banner}
      <header className="ui-context-header">
        <Brand color={brandColor} icon={brandIcon} />
        <div className="ui-context-heading">
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

type SignInAction = NonNullable<SignInViewProps['primaryAction']>

function SignInButton({ action, type }: { action: SignInAction; type: 'primary' | 'secondary' }) {
  const { label, href, target, onPress } = action
  const known = (['_self', '_blank', '_top', '_parent'] as const).find((name) => name === target)
  return (
    <Button type={type} href={href} onPress={onPress} target={known}>
      {label}
    </Button>
  )
}

export function SignInView(props: SignInViewProps) {
  const { brandColor, brandIcon, description, footerContent, primaryAction, secondaryAction } = props
  const { descriptionActionContents, descriptionActionLabel, descriptionActionTitle } = props
  const [reading, setReading] = useState(false)
  return (
    <section className="ui-sign-in" aria-label="Sign in">
      {brandIcon ? (
        <Brand color={brandColor} icon={brandIcon} />
      ) : (
        <img src="/preview/icon.png" alt="" width={48} height={48} />
      )}
      {description ? <p>{description}</p> : null}
      {descriptionActionLabel ? <Link onPress={() => setReading(true)}>{descriptionActionLabel}</Link> : null}
      <FocusView
        title={descriptionActionTitle ?? descriptionActionLabel ?? ''}
        shown={reading}
        setShown={setReading}
      >
        {descriptionActionContents}
      </FocusView>
      {primaryAction ? <SignInButton action={primaryAction} type="primary" /> : null}
      {secondaryAction ? <SignInButton action={secondaryAction} type="secondary" /> : null}
      {footerContent}
    </section>
  )
}
