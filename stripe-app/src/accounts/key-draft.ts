import type { Account } from '../api/types'

/** What is typed into a form about a key. */
export type KeyDraft = { name: string; secret_key: string; publishable_key: string; webhook_secret: string }

export type KeyErrors = Partial<Record<keyof KeyDraft, string>>

/** A sandbox has test keys. */
const kindOf = (mode: Account['mode']) => (mode === 'live' ? 'live' : 'test')

/** What must be put right before a draft can be sent. `asksKey` is false where the key itself is stored already. */
export function keyErrors(draft: KeyDraft, mode: Account['mode'], asksKey: boolean): KeyErrors {
  const kind = kindOf(mode)
  const { name, secret_key, publishable_key, webhook_secret } = draft
  const errors: KeyErrors = {}
  if (name.trim() === '') errors.name = 'Enter a name.'
  if (asksKey && !new RegExp(`^(sk|rk)_${kind}_\\w{8,240}$`).test(secret_key.trim()))
    errors.secret_key = `Enter a key that begins with rk_${kind}_ or sk_${kind}_: you are in ${mode} mode.`
  if (publishable_key.trim() !== '' && !new RegExp(`^pk_${kind}_\\w{8,240}$`).test(publishable_key.trim()))
    errors.publishable_key = `Enter a key that begins with pk_${kind}_, or leave it empty.`
  if (webhook_secret.trim() !== '' && !/^whsec_\S{8,240}$/.test(webhook_secret.trim()))
    errors.webhook_secret = 'Enter a secret that begins with whsec_, or leave it empty.'
  return errors
}

/** What a draft says, without what was left empty. */
export function enteredIn({ name, secret_key, publishable_key, webhook_secret }: KeyDraft) {
  return {
    name: name.trim(),
    secret_key: secret_key.trim(),
    ...(publishable_key.trim() === '' ? {} : { publishable_key: publishable_key.trim() }),
    ...(webhook_secret.trim() === '' ? {} : { webhook_secret: webhook_secret.trim() }),
  }
}
