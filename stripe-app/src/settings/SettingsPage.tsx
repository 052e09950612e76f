import { SettingsView } from '@stripe/ui-extension-sdk/ui'
import { Tab, Tabs } from '@stripe/ui-extension-sdk/ui/next'
import { useState, type JSX } from 'react'
import type { Me } from '../api/types'
import { Loaded } from '../components/Loaded'
import { may, useMe } from '../hooks/useMe'
import { AccountsTab } from '../accounts/AccountsTab'
import { ApiKeysTab } from '../api-keys/ApiKeysTab'
import { AuditTab } from '../audit/AuditTab'
import { SecurityTab } from '../security/SecurityTab'
import { TeamTab } from '../team/TeamTab'
import { GeneralTab } from './GeneralTab'
import { useSaveSettings } from './useSaveSettings'

type SettingsTab = {
  id: string
  label: string
  /** Null: it is about whoever reads it. */
  permission: string | null
  Content: (props: { me: Me }) => JSX.Element
}

/** The tabs beside the general one. One that a member may not read is absent. */
const TABS: SettingsTab[] = [
  { id: 'accounts', label: 'Accounts', permission: 'accounts:read', Content: AccountsTab },
  { id: 'team', label: 'Team', permission: 'team:read', Content: TeamTab },
  { id: 'api-keys', label: 'API keys', permission: 'keys:read', Content: ApiKeysTab },
  { id: 'security', label: 'Security', permission: null, Content: SecurityTab },
  { id: 'audit', label: 'Audit', permission: 'audit:read', Content: AuditTab },
]

/** The app's settings. Only the general ones are fields that the frame's button saves; each other tab acts by itself. */
export function SettingsPage({ userName }: { userName: string | null }) {
  const me = useMe()
  const [tab, setTab] = useState('general')
  const { save, status, problem } = useSaveSettings()
  const maySave = tab === 'general' && me.state === 'ready' && may(me.value, 'settings:write')
  return (
    <SettingsView
      {...(maySave ? { onSave: (values: { [field: string]: string }) => void save(values) } : {})}
      statusMessage={maySave ? status : ''}
    >
      <Loaded from={me} what="Your account">
        {(value) => (
          <Tabs selectedKey={tab} onSelectionChange={setTab}>
            <Tab id="general" label="General">
              <GeneralTab me={value} userName={userName} problem={problem} />
            </Tab>
            {TABS.filter(({ permission }) => permission === null || may(value, permission)).map(
              ({ id, label, Content }) => (
                <Tab key={id} id={id} label={label}>
                  {tab === id ? <Content me={value} /> : null}
                </Tab>
              ),
            )}
          </Tabs>
        )}
      </Loaded>
    </SettingsView>
  )
}
