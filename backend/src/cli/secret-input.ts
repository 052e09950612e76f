import { readFileSync } from 'node:fs'
import { Value } from 'typebox/value'
import { SecretKey, WebhookSigningSecret } from '../credentials/schema'
import { SetupError } from '../errors'

const FORMS = { secret_key: SecretKey, webhook_secret: WebhookSigningSecret }

/**
 * A secret from a file, or from standard input where the file is `-`: as an argument it would stay in the shell's
 * history and in the list of processes.
 * @throws SetupError when there is none, or it has another form
 */
export function secretFrom(file: string, kind: keyof typeof FORMS): string {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8').trim()
  } catch {
    throw new SetupError(`${file} cannot be read: give a file that holds the secret, or - for standard input`)
  }
  if (Value.Check(FORMS[kind], text)) return text
  throw new SetupError(
    kind === 'secret_key'
      ? `${file} holds no Stripe key: it starts with sk_test_, sk_live_, rk_test_ or rk_live_`
      : `${file} holds no signing secret: it starts with whsec_`,
  )
}
