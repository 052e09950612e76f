import { TextField } from '@stripe/ui-extension-sdk/ui'
import { useState, type ReactNode } from 'react'
import { faultAt } from '../api/problem'
import type { Account } from '../api/types'
import { Dialog } from '../components/Dialog'
import { useAction, type KeyHeader } from '../hooks/useAction'
import { keyErrors, type KeyDraft, type KeyErrors } from './key-draft'

const invalid = (error: string | undefined) => (error ? { error, invalid: true } : {})

const EMPTY: KeyDraft = { name: '', secret_key: '', publishable_key: '', webhook_secret: '' }

type KeyFormProps = {
  title: string
  action: string
  mode: Account['mode']
  /** What is stored already; without it the form asks for a key. */
  stored?: Pick<KeyDraft, 'name' | 'publishable_key'>
  send: (draft: KeyDraft, headers: KeyHeader) => Promise<void>
  onClose: () => void
  /** Stands above the fields. */
  intro?: ReactNode
  /** Stands below them. */
  children?: ReactNode
}

/** A key of Stripe and what goes with it. What is secret is typed once and shown never again. */
export function KeyForm({ title, action, mode, stored, send, onClose, intro, children }: KeyFormProps) {
  const [start] = useState<KeyDraft>({ ...EMPTY, ...(stored ?? { name: 'Stripe key' }) })
  const [draft, setDraft] = useState(start)
  const [errors, setErrors] = useState<KeyErrors>({})
  const { run, pending, problem } = useAction()
  const submit = () => {
    const found = keyErrors(draft, mode, stored === undefined)
    setErrors(found)
    if (Object.keys(found).length === 0) void run(draft, (headers) => send(draft, headers))
  }
  const field = (name: keyof KeyDraft) => ({
    defaultValue: start[name],
    onChange: (event: { target: { value: string } }) => {
      setDraft((now) => ({ ...now, [name]: event.target.value }))
      setErrors(({ [name]: _mended, ...others }) => others)
    },
    ...invalid(errors[name] ?? faultAt(problem, name)),
  })
  return (
    <Dialog
      title={title}
      action={{ label: action, pending, onPress: submit }}
      dirty={JSON.stringify(draft) !== JSON.stringify(start)}
      problem={problem}
      onClose={onClose}
    >
      {intro}
      {stored ? null : (
        <TextField
          label="Restricted or secret key"
          description="It is encrypted and never shown again."
          type="password"
          autoComplete="off"
          {...field('secret_key')}
        />
      )}
      <TextField
        label="Name"
        description="By which your team knows the key."
        maxLength={80}
        {...field('name')}
      />
      <TextField label="Publishable key (optional)" autoComplete="off" {...field('publishable_key')} />
      <TextField
        label={stored ? 'New webhook signing secret (optional)' : 'Webhook signing secret (optional)'}
        description="Only if you made the webhook endpoint at Stripe by hand. It is never shown again."
        type="password"
        autoComplete="off"
        {...field('webhook_secret')}
      />
      {children}
    </Dialog>
  )
}
