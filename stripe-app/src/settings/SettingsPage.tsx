import { Banner, Box, Select, SettingsView, Spinner } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { toProblem, type ApiProblem } from '../api/problem'
import type { Me, Settings } from '../api/types'
import { Failed } from '../components/Failed'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { may, useMe } from '../hooks/useMe'
import { AccountPart } from './AccountPart'
import { currencyChoices, timeZoneChoices } from './choices'
import { SyncPart } from './SyncPart'
import { useSettings } from './useSettings'

function Fields({ settings, disabled }: { settings: Settings; disabled: boolean }) {
  const locale = useLocale()
  const { time_zone, reporting_currency } = settings
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      {disabled ? <Banner title="Only administrators can change these settings." /> : null}
      <Select
        name="time_zone"
        label="Time zone"
        description="Days and months of every figure begin and end in this time zone."
        defaultValue={time_zone}
        disabled={disabled}
        required
      >
        {timeZoneChoices(time_zone).map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </Select>
      <Select
        name="reporting_currency"
        label="Reporting currency"
        description="Amounts in other currencies are converted at the rate of their day."
        defaultValue={reporting_currency.toLowerCase()}
        disabled={disabled}
        required
      >
        {currencyChoices(reporting_currency, locale).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Box>
  )
}

type FormProps = { me: Me; settings: Settings; userName: string | null }

function Form({ me, settings, userName }: FormProps) {
  const api = useApi()
  const [status, setStatus] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const mayChange = may(me, 'settings:write')
  const save = async (values: { [field: string]: string }) => {
    const { time_zone, reporting_currency } = values
    if (!time_zone || !reporting_currency) return
    setStatus('Saving')
    setProblem(null)
    try {
      await api.PATCH('/v1/settings', { body: { time_zone, reporting_currency } })
      setStatus('Saved. Figures are being computed again.')
    } catch (cause) {
      setStatus('')
      setProblem(toProblem(cause))
    }
  }
  return (
    <SettingsView
      {...(mayChange ? { onSave: (values: { [field: string]: string }) => void save(values) } : {})}
      statusMessage={status}
    >
      <Box css={{ stack: 'y', gapY: 'xlarge' }}>
        {problem ? (
          <Banner
            type="critical"
            title="Nothing was saved"
            description={`${problem.title}. ${problem.detail}`}
          />
        ) : null}
        <Fields settings={settings} disabled={!mayChange} />
        <AccountPart me={me} userName={userName} />
        <SyncPart mayRun={may(me, 'sync:run')} />
      </Box>
    </SettingsView>
  )
}

/** The app's settings: how figures are computed, which account it is, and how current its data is. */
export function SettingsPage({ userName }: { userName: string | null }) {
  const me = useMe()
  const settings = useSettings()
  if (me.state === 'failed' || settings.state === 'failed') {
    const failed = [me, settings].flatMap((one) => (one.state === 'failed' ? [one] : []))
    const [first] = failed
    return (
      <SettingsView>
        {first ? (
          <Failed
            what="Your settings"
            problem={first.problem}
            retry={() => failed.forEach(({ retry }) => retry())}
          />
        ) : null}
      </SettingsView>
    )
  }
  if (me.state === 'loading' || settings.state === 'loading') {
    return (
      <SettingsView>
        <Box css={{ stack: 'x', alignX: 'center', padding: 'xlarge' }}>
          <Spinner />
        </Box>
      </SettingsView>
    )
  }
  return <Form me={me.value} settings={settings.value} userName={userName} />
}
