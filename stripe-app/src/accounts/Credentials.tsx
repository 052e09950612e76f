import { Box, Button, Checkbox, Divider } from '@stripe/ui-extension-sdk/ui'
import { Fragment, useState } from 'react'
import type { Account, Credential, Me } from '../api/types'
import { Confirm } from '../components/Confirm'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { may } from '../hooks/useMe'
import { toast } from '../hooks/useToast'
import { CredentialPart, type Asking } from './CredentialPart'
import { enteredIn } from './key-draft'
import { KeyForm } from './KeyForm'
import { NeedsPermission } from './NeedsPermission'
import { useAccountActions } from './useAccountActions'
import { useCredentials } from './useCredentials'

type FormProps = { onClose: () => void; onChanged: () => void }

function AddKey({ account, onClose, onChanged }: FormProps & { account: Account }) {
  const { addCredential } = useAccountActions()
  const [active, setActive] = useState(true)
  return (
    <KeyForm
      title={`Add a key of ${account.name}`}
      action="Add key"
      mode={account.mode}
      onClose={onClose}
      send={async (draft, headers) => {
        await addCredential({ ...enteredIn(draft), active }, headers)
        toast('Key added')
        onChanged()
        onClose()
      }}
    >
      <Checkbox
        label="Use it at once"
        description="It takes over without a failed call; the key before stays stored."
        checked={active}
        onChange={() => setActive(!active)}
      />
    </KeyForm>
  )
}

function EditKey({ credential, onClose, onChanged }: FormProps & { credential: Credential }) {
  const { changeCredential } = useAccountActions()
  return (
    <KeyForm
      title={`Edit ${credential.name}`}
      action="Save"
      mode={credential.mode}
      stored={{ name: credential.name, publishable_key: credential.publishable_key ?? '' }}
      onClose={onClose}
      send={async (draft) => {
        const { secret_key: _stored, ...entered } = enteredIn(draft)
        await changeCredential(credential.id, { publishable_key: null, ...entered })
        toast('Key saved')
        onChanged()
        onClose()
      }}
    />
  )
}

function DeleteKey({ credential, onClose, onChanged }: FormProps & { credential: Credential }) {
  const { deleteCredential } = useAccountActions()
  const { id, name, secret_key_hint } = credential
  return (
    <Confirm
      question={{
        title: `Delete ${name}`,
        lines: [
          `The key ${secret_key_hint} is forgotten here, and webhooks that are signed by its secrets are refused.`,
          'At Stripe it stays as it is: revoke it there if nobody else uses it.',
        ],
        label: 'Delete key',
        done: 'Key deleted',
        work: () => deleteCredential(id),
      }}
      onClose={onClose}
      onDone={onChanged}
    />
  )
}

type CredentialsProps = { account: Account; me: Me; onChanged: () => void }

/** The keys by which the account is reached at Stripe. */
export function Credentials({ account, me, onChanged }: CredentialsProps) {
  const credentials = useCredentials()
  const [adding, setAdding] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  const mayWrite = may(me, 'credentials:write')
  const changed = () => {
    credentials.refresh()
    onChanged()
  }
  const close = () => setAsking(null)
  return (
    <Section
      title="Keys"
      action={
        <Button disabled={!mayWrite} onPress={() => setAdding(true)}>
          Add key
        </Button>
      }
    >
      <Loaded from={credentials} what="The keys of the account">
        {({ data }) => (
          <Box css={{ stack: 'y', gapY: 'medium' }}>
            {data.length === 0 ? <Box css={{ color: 'secondary' }}>No key is stored.</Box> : null}
            {data
              .toSorted((a, b) => Number(b.active) - Number(a.active))
              .map((credential, index) => (
                <Fragment key={credential.id}>
                  {index > 0 ? <Divider /> : null}
                  <CredentialPart
                    credential={credential}
                    mayWrite={mayWrite}
                    ask={setAsking}
                    onChanged={changed}
                  />
                </Fragment>
              ))}
          </Box>
        )}
      </Loaded>
      <NeedsPermission me={me} permission="credentials:write" what="Changing keys" />
      {adding ? <AddKey account={account} onClose={() => setAdding(false)} onChanged={changed} /> : null}
      {asking?.form === 'edit' ? (
        <EditKey credential={asking.credential} onClose={close} onChanged={changed} />
      ) : null}
      {asking?.form === 'delete' ? (
        <DeleteKey credential={asking.credential} onClose={close} onChanged={changed} />
      ) : null}
    </Section>
  )
}
