import { Box, TextField } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { faultAt } from '../api/problem'
import { CopyText } from '../components/CopyText'
import { Dialog } from '../components/Dialog'
import { ShownOnce } from '../components/ShownOnce'
import { useApi } from '../hooks/ApiProvider'
import { useAction } from '../hooks/useAction'
import { toast } from '../hooks/useToast'

type Step =
  { name: 'ask' } | { name: 'confirm'; secret: string; address: string } | { name: 'done'; codes: string[] }

type SetUpDialogProps = { onClose: () => void; onDone: () => void }

/** Sets an authenticator app up: its key, a code that confirms it, and the recovery codes, shown once. */
export function SetUpDialog({ onClose, onDone }: SetUpDialogProps) {
  const api = useApi()
  const { run, pending, problem } = useAction()
  const [step, setStep] = useState<Step>({ name: 'ask' })
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const totp = code.replaceAll(/\s/g, '')
  const missing = checked && !/^\d{6}$/.test(totp) ? 'Enter the six digits that the app shows.' : undefined
  const error = missing ?? faultAt(problem, 'totp')
  const begin = () =>
    void run('begin', async (headers) => {
      const { data } = await api.POST('/v1/auth/second_factor', { headers })
      if (data) setStep({ name: 'confirm', secret: data.secret, address: data.otpauth_uri })
    })
  const confirm = () => {
    setChecked(true)
    if (!/^\d{6}$/.test(totp)) return
    const body = { totp }
    void run(body, async (headers) => {
      const { data } = await api.POST('/v1/auth/second_factor/confirm', { body, headers })
      toast('Second factor is on')
      onDone()
      setStep({ name: 'done', codes: data?.codes ?? [] })
    })
  }
  if (step.name === 'done')
    return (
      <Dialog title="Recovery codes" onClose={onClose}>
        <ShownOnce
          label="Recovery codes"
          text={step.codes.join('\n')}
          copy="Copy codes"
          hint="Each signs you in once in place of a code, if you lose the app. Keep them where the app is not."
        />
      </Dialog>
    )
  if (step.name === 'ask')
    return (
      <Dialog
        title="Set up second factor"
        onClose={onClose}
        problem={problem}
        action={{ label: 'Continue', pending, onPress: begin }}
      >
        <Box>You need an authenticator app, such as the one that keeps your passwords.</Box>
        <Box>
          From then on, signing in with your password asks for a code of the app. All your sessions end.
        </Box>
      </Dialog>
    )
  return (
    <Dialog
      title="Set up second factor"
      onClose={onClose}
      problem={problem}
      fields={['totp']}
      action={{ label: 'Turn on', pending, onPress: confirm }}
    >
      <Box>Add an account to your app with this key, or open the address on the device with the app.</Box>
      <CopyText label="Key" text={step.secret} copy="Copy key" />
      <CopyText label="Address" text={step.address} copy="Copy address" />
      <TextField
        label="Code"
        description="The six digits that the app shows now."
        maxLength={7}
        autoComplete="off"
        onChange={(event) => setCode(event.target.value)}
        {...(error ? { error, invalid: true } : {})}
      />
    </Dialog>
  )
}
