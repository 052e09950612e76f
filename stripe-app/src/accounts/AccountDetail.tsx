import {
  Badge,
  Banner,
  Box,
  Button,
  Inline,
  PropertyList,
  PropertyListItem,
} from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Account, Me } from '../api/types'
import { Section } from '../components/Section'
import { secondsText } from '../format/dates'
import { AboutAccount } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
import { useNow } from '../hooks/useNow'
import { stateOf, STATES, TONES } from './account-state'
import { Credentials } from './Credentials'
import { DisconnectAccount } from './DisconnectAccount'
import { NeedsPermission } from './NeedsPermission'
import { Requirements } from './Requirements'
import { MODES, VIA } from './words'

type Known = { account: Account; platform: Account | undefined }

function Properties({ account, platform }: Known) {
  const locale = useLocale()
  const { state, reason } = stateOf(account, useNow(), locale)
  const through = account.platform === null ? '' : `, by the key of ${platform?.name ?? account.platform}`
  return (
    <PropertyList>
      <PropertyListItem label="Account" value={account.id} />
      <PropertyListItem label="Mode" value={MODES[account.mode]} />
      <PropertyListItem
        label="State"
        value={
          <Box css={{ stack: 'x', gapX: 'small', wrap: 'wrap' }}>
            <Badge type={TONES[state]}>{STATES[state]}</Badge>
            <Inline>{reason}</Inline>
          </Box>
        }
      />
      <PropertyListItem label="Connected by" value={`${VIA[account.via]}${through}`} />
      <PropertyListItem label="Connected" value={secondsText(account.connected, locale)} />
    </PropertyList>
  )
}

function Keys({
  account,
  platform,
  me,
  open,
  onChanged,
}: Known & Omit<AccountDetailProps, 'onBack' | 'onGone'>) {
  if (!may(me, 'credentials:read'))
    return <NeedsPermission me={me} permission="credentials:read" what="Seeing the keys" />
  if (account.platform === null) return <Credentials account={account} me={me} onChanged={onChanged} />
  return (
    <Section title="Keys">
      <Box>{`It is reached by the key of ${platform?.name ?? account.platform}.`}</Box>
      {platform ? (
        <Box>
          <Button onPress={() => open(platform.id)}>{`Open ${platform.name}`}</Button>
        </Box>
      ) : null}
    </Section>
  )
}

type AccountDetailProps = {
  account: Account
  platform: Account | undefined
  me: Me
  open: (id: string) => void
  onBack: () => void
  onChanged: () => void
  onGone: () => void
}

/** One account: how it is reached, what it needs, and the end of the connection. */
export function AccountDetail({ onBack, onGone, ...shown }: AccountDetailProps) {
  const { account, me } = shown
  const [leaving, setLeaving] = useState(false)
  return (
    <AboutAccount account={account.id}>
      <Box css={{ stack: 'y', gapY: 'large' }}>
        <Box>
          <Button size="small" onPress={onBack}>
            Back to all accounts
          </Button>
        </Box>
        <Box css={{ stack: 'y', gapY: 'small' }}>
          <Inline css={{ font: 'title' }}>{account.name}</Inline>
          {account.problem ? (
            <Banner type="critical" title={account.problem.title} description={account.problem.remedy} />
          ) : null}
          <Properties {...shown} />
        </Box>
        <Requirements account={account} mayLink={may(me, 'accounts:write')} />
        <Keys {...shown} />
        <Section title="Disconnect">
          <Box>
            <Button
              type="destructive"
              disabled={!may(me, 'accounts:disconnect')}
              onPress={() => setLeaving(true)}
            >
              Disconnect account
            </Button>
          </Box>
          <NeedsPermission me={me} permission="accounts:disconnect" what="Disconnecting" />
        </Section>
        {leaving ? (
          <DisconnectAccount
            account={account}
            isOwn={account.id === me.account.id}
            onClose={() => setLeaving(false)}
            onDisconnected={onGone}
          />
        ) : null}
      </Box>
    </AboutAccount>
  )
}
