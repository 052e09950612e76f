import { Box, Radio } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Account } from '../api/types'
import { Dialog } from '../components/Dialog'
import { useAction } from '../hooks/useAction'
import { toast } from '../hooks/useToast'
import { useAccountActions } from './useAccountActions'

const OUTCOMES = {
  keep: { label: 'Keep the data', description: 'It is out of reach, and there again when you reconnect.' },
  erase: { label: 'Erase the data', description: 'It is deleted now. This cannot be undone.' },
} as const

type DisconnectAccountProps = {
  account: Account
  /** Whether it is the account that the view is opened in. */
  isOwn: boolean
  onClose: () => void
  onDisconnected: () => void
}

/** Asks once before the connection ends, naming the account and what happens. */
export function DisconnectAccount({ account, isOwn, onClose, onDisconnected }: DisconnectAccountProps) {
  const { disconnect } = useAccountActions()
  const [data, setData] = useState<keyof typeof OUTCOMES>('keep')
  const { run, pending, problem } = useAction()
  const submit = () =>
    void run(data, async (headers) => {
      await disconnect(account.id, data, headers)
      toast('Account disconnected')
      onDisconnected()
    })
  return (
    <Dialog
      title={`Disconnect ${account.name}`}
      action={{
        label: data === 'erase' ? 'Disconnect and erase' : 'Disconnect',
        type: 'destructive',
        pending,
        onPress: submit,
      }}
      problem={problem}
      onClose={onClose}
    >
      <Box>
        {`The keys of ${account.name} (${account.id}) are forgotten and its webhooks at Stripe taken back. Nothing changes at Stripe otherwise.`}
      </Box>
      {isOwn ? (
        <Box>You are in this account: Revenue Desk shows nothing here until it is connected again.</Box>
      ) : null}
      <Box css={{ stack: 'y', gapY: 'small' }}>
        {(['keep', 'erase'] as const).map((outcome) => (
          <Radio
            key={outcome}
            name="data"
            checked={data === outcome}
            onChange={() => setData(outcome)}
            {...OUTCOMES[outcome]}
          />
        ))}
      </Box>
    </Dialog>
  )
}
