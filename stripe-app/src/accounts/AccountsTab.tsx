import { Banner, Box, Button } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Account, Me } from '../api/types'
import { Loaded } from '../components/Loaded'
import { may } from '../hooks/useMe'
import { toast } from '../hooks/useToast'
import { AccountDetail } from './AccountDetail'
import { AccountTable } from './AccountTable'
import { ConnectByKey } from './ConnectByKey'
import { ConnectThroughStripe } from './ConnectThroughStripe'
import { InstallLink } from './InstallLink'
import { NeedsPermission } from './NeedsPermission'
import { useAccounts } from './useAccounts'

type Form = 'key' | 'connect' | 'install'

type ListProps = {
  me: Me
  accounts: Account[]
  open: (id: string) => void
  onConnected: (one: Account) => void
}

function List({ me, accounts, open, onConnected }: ListProps) {
  const [form, setForm] = useState<Form | null>(null)
  const disabled = !may(me, 'accounts:write')
  const platforms = accounts.filter(({ via }) => via === 'key')
  const preferred = platforms.find(({ id }) => id === me.account.id) ?? platforms[0]
  const close = () => setForm(null)
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Box>{`The accounts of ${me.workspace.name} in ${me.account.mode} mode.`}</Box>
      <Box css={{ stack: 'x', gapX: 'small', gapY: 'small', wrap: 'wrap' }}>
        <Button type="primary" disabled={disabled} onPress={() => setForm('key')}>
          Connect by key
        </Button>
        {preferred ? (
          <>
            <Button disabled={disabled} onPress={() => setForm('connect')}>
              Create through Connect
            </Button>
            <Button disabled={disabled} onPress={() => setForm('install')}>
              Invite to install
            </Button>
          </>
        ) : null}
      </Box>
      <NeedsPermission me={me} permission="accounts:write" what="Connecting accounts" />
      <AccountTable accounts={accounts} open={open} />
      {form === 'key' ? (
        <ConnectByKey mode={me.account.mode} onClose={close} onConnected={onConnected} />
      ) : null}
      {form === 'connect' && preferred ? (
        <ConnectThroughStripe
          platforms={platforms}
          preferred={preferred.id}
          onClose={close}
          onConnected={onConnected}
        />
      ) : null}
      {form === 'install' && preferred ? (
        <InstallLink platforms={platforms} preferred={preferred.id} onClose={close} />
      ) : null}
    </Box>
  )
}

/** Says that an account was connected that is not in the list: it is about to be, or the member may not see it. */
function Unseen({ name }: { name: string }) {
  return (
    <Banner
      title={`${name} is connected`}
      description="It is listed for everybody who may see it; an admin of Revenue Desk gives access."
    />
  )
}

/** The Stripe accounts of the workspace: how each is reached, what it lacks, and ways to connect another. */
export function AccountsTab({ me }: { me: Me }) {
  const accounts = useAccounts()
  const [opened, setOpened] = useState<Account | string | null>(null)
  const connected = (account: Account) => {
    toast('Account connected')
    accounts.refresh()
    setOpened(account)
  }
  const back = () => setOpened(null)
  return (
    <Loaded from={accounts} what="Your accounts">
      {({ data }) => {
        const id = typeof opened === 'string' ? opened : opened?.id
        const account = data.find((one) => one.id === id)
        if (account)
          return (
            <AccountDetail
              key={account.id}
              account={account}
              platform={data.find((one) => one.id === account.platform)}
              me={me}
              open={setOpened}
              onBack={back}
              onChanged={accounts.refresh}
              onGone={() => {
                back()
                accounts.refresh()
              }}
            />
          )
        return (
          <Box css={{ stack: 'y', gapY: 'medium' }}>
            {opened !== null && typeof opened !== 'string' ? <Unseen name={opened.name} /> : null}
            <List key={id ?? ''} me={me} accounts={data} open={setOpened} onConnected={connected} />
          </Box>
        )
      }}
    </Loaded>
  )
}
