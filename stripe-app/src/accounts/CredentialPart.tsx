import {
  Badge,
  Banner,
  Box,
  Button,
  Inline,
  PropertyList,
  PropertyListItem,
} from '@stripe/ui-extension-sdk/ui'
import type { Credential } from '../api/types'
import { Refused } from '../components/Refused'
import { agoText, secondsText } from '../format/dates'
import { sentence } from '../format/words'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction } from '../hooks/useAction'
import { useNow } from '../hooks/useNow'
import { toast } from '../hooks/useToast'
import { useAccountActions } from './useAccountActions'

/** What asks for more than a button. */
export type Asking = { form: 'edit' | 'delete'; credential: Credential }

type CredentialPartProps = {
  credential: Credential
  mayWrite: boolean
  ask: (asking: Asking) => void
  onChanged: () => void
}

function State({ active, readable }: Credential) {
  return (
    <>
      <Badge type={active ? 'positive' : 'neutral'}>{active ? 'Active' : 'Not active'}</Badge>
      {readable ? null : <Badge type="negative">Cannot be read</Badge>}
    </>
  )
}

/** What the key lacks, and what lies still because of it. */
function Lacking({ active, permissions }: Credential) {
  const missing = permissions.filter(({ granted }) => !granted)
  if (missing.length === 0) return null
  const count = missing.length === 1 ? '1 permission' : `${missing.length} permissions`
  const named = missing.map(({ permission, needed_for }) => `${permission} (${needed_for})`).join(', ')
  return (
    <Banner
      type="caution"
      title={`The key lacks ${count}`}
      description={`What needs them ${active ? 'lies' : 'would lie'} still: ${named}. Grant them to the key at Stripe, then choose Check permissions.`}
    />
  )
}

function Properties({ credential }: { credential: Credential }) {
  const locale = useLocale()
  const now = useNow()
  const { secret_key_hint, publishable_key, permissions, probed, created, last_used } = credential
  const { webhook_url, webhook_secrets } = credential
  const granted = permissions.filter((one) => one.granted).length
  const ago = (seconds: number) => sentence(agoText(seconds, now, locale))
  return (
    <PropertyList>
      <PropertyListItem label="Key" value={secret_key_hint} />
      <PropertyListItem label="Publishable key" value={publishable_key ?? 'Not given'} />
      <PropertyListItem
        label="Permissions"
        value={`${granted} of ${permissions.length} granted, checked ${agoText(probed, now, locale)}`}
      />
      <PropertyListItem label="Webhook address" value={webhook_url} />
      <PropertyListItem label="Webhook signing secrets" value={String(webhook_secrets)} />
      <PropertyListItem label="Last used" value={last_used === null ? 'Not yet' : ago(last_used)} />
      <PropertyListItem label="Added" value={secondsText(created, locale)} />
    </PropertyList>
  )
}

type ButtonsProps = Omit<CredentialPartProps, 'onChanged'> & {
  pending: boolean
  activate: () => void
  probe: () => void
}

function Buttons({ credential, mayWrite, ask, pending, activate, probe }: ButtonsProps) {
  const { active, readable } = credential
  return (
    <Box css={{ stack: 'x', gapX: 'small', gapY: 'small', wrap: 'wrap', alignY: 'center' }}>
      {active ? null : (
        <Button size="small" disabled={!mayWrite || !readable || pending} onPress={activate}>
          Activate
        </Button>
      )}
      <Button size="small" disabled={!mayWrite || !readable} pending={pending} onPress={probe}>
        Check permissions
      </Button>
      <Button
        size="small"
        disabled={!mayWrite || !readable}
        onPress={() => ask({ form: 'edit', credential })}
      >
        Edit
      </Button>
      <Button size="small" disabled={!mayWrite || active} onPress={() => ask({ form: 'delete', credential })}>
        Delete
      </Button>
      {active ? (
        <Inline css={{ font: 'caption', color: 'secondary' }}>
          Activate another key to delete this one.
        </Inline>
      ) : null}
    </Box>
  )
}

/** One key of the account: what it may do, and what can be done with it. */
export function CredentialPart({ credential, mayWrite, ask, onChanged }: CredentialPartProps) {
  const { changeCredential, probe } = useAccountActions()
  const { run, pending, problem } = useAction()
  const act = (what: string, done: string, work: () => Promise<unknown>) =>
    void run(what, async () => {
      await work()
      toast(done)
      onChanged()
    })
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Box css={{ stack: 'x', gapX: 'small', alignY: 'center', wrap: 'wrap' }}>
        <Inline css={{ font: 'subheading' }}>{credential.name}</Inline>
        <State {...credential} />
      </Box>
      <Refused problem={problem} />
      <Lacking {...credential} />
      <Properties credential={credential} />
      <Buttons
        credential={credential}
        mayWrite={mayWrite}
        ask={ask}
        pending={pending}
        activate={() =>
          act('activate', 'Key is active', () => changeCredential(credential.id, { active: true }))
        }
        probe={() => act('probe', 'Permissions checked', () => probe(credential.id))}
      />
    </Box>
  )
}
