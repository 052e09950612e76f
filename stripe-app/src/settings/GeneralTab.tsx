import { Banner, Box, Select } from '@stripe/ui-extension-sdk/ui'
import type { ApiProblem } from '../api/problem'
import type { Me, Settings } from '../api/types'
import { Loaded } from '../components/Loaded'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
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

type GeneralTabProps = { me: Me; userName: string | null; problem: ApiProblem | null }

/** How figures are computed, which account it is, and how current its data is. The page saves the fields. */
export function GeneralTab({ me, userName, problem }: GeneralTabProps) {
  const settings = useSettings()
  return (
    <Box css={{ stack: 'y', gapY: 'xlarge' }}>
      {problem ? (
        <Banner
          type="critical"
          title="Nothing was saved"
          description={`${problem.title}. ${problem.detail}`}
        />
      ) : null}
      <Loaded from={settings} what="Your settings">
        {(value) => <Fields settings={value} disabled={!may(me, 'settings:write')} />}
      </Loaded>
      <AccountPart me={me} userName={userName} />
      <SyncPart mayRun={may(me, 'sync:run')} />
    </Box>
  )
}
