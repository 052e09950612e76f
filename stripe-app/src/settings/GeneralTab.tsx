import { Banner, Box, Inline, Select, TextField } from '@stripe/ui-extension-sdk/ui'
import type { ApiProblem } from '../api/problem'
import type { Me, Settings } from '../api/types'
import { Loaded } from '../components/Loaded'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
import { AccountPart } from './AccountPart'
import { currencyChoices, timeZoneChoices } from './choices'
import { POLICIES, PRESETS, RECOGNITIONS } from './definitions'
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
      <Definitions settings={settings} disabled={disabled} />
    </Box>
  )
}

/** What the figures mean: a change of these computes history again. */
function Definitions({ settings, disabled }: { settings: Settings; disabled: boolean }) {
  const { discount_policy, churn_recognition, past_due_grace_days, metadata_keys, preset } = settings
  return (
    <>
      <Box css={{ stack: 'y', gapY: 'xsmall' }}>
        <Inline css={{ font: 'heading' }}>Definitions</Inline>
        <Inline css={{ color: 'secondary' }}>
          {`${preset === null ? 'These are your own definitions.' : PRESETS[preset]} A change computes all of history again; former figures stay readable as they were known.`}
        </Inline>
      </Box>
      <Select
        name="discount_policy"
        label="Coupons that lower MRR"
        defaultValue={discount_policy}
        disabled={disabled}
        required
      >
        {Object.entries(POLICIES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Select
        name="churn_recognition"
        label="A scheduled cancellation counts"
        defaultValue={churn_recognition}
        disabled={disabled}
        required
      >
        {Object.entries(RECOGNITIONS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <TextField
        name="past_due_grace_days"
        label="Days until a past due subscription counts 0"
        description="Leave it empty to count it until Stripe ends it."
        type="number"
        defaultValue={past_due_grace_days === null ? '' : String(past_due_grace_days)}
        disabled={disabled}
      />
      <TextField
        name="metadata_keys"
        label="Keys of metadata to cut figures by"
        description="Up to five keys of your customers' metadata, separated by commas."
        defaultValue={metadata_keys.join(', ')}
        disabled={disabled}
      />
    </>
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
