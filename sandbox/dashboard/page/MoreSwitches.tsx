import { useId } from 'react'
import type { Choices } from './choices'
import { usePreview } from './preview-context'
import { Switch } from './Switch'
import type { Choose } from './use-choices'

export type SwitchesProps = { choices: Choices; choose: Choose; switchAccount: (id: string) => void }

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'pt-BR', 'nl-NL', 'ja-JP', 'ar-EG']
const TIME_ZONES = [
  'UTC',
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Pacific/Auckland',
]
const LATENCIES = [0, 500, 2000, 8000, 30_000]
const SIZES = [
  { id: 'large', name: 'Large' },
  { id: 'small', name: 'Small' },
]

/** The options, and what is chosen though it is not among them. */
const withChosen = (known: string[], chosen: string) =>
  (known.includes(chosen) ? known : [chosen, ...known]).map((id) => ({ id, name: id }))

function Check({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (on: boolean) => void
}) {
  const id = useId()
  return (
    <div className="ui-choice ui-choice-checkbox">
      <input id={id} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}

function Permissions({ choices, choose }: { choices: Choices; choose: Choose }) {
  const { session } = usePreview()
  const { without } = choices
  const set = (permission: string, held: boolean) => {
    const next = held ? without.filter((one) => one !== permission) : [...without, permission]
    choose({ without: next.join(',') })
  }
  return (
    <fieldset className="ui-field-group">
      <legend>Authorised permissions</legend>
      <div className="switches-permissions">
        {session.app.permissions.map((permission) => (
          <Check
            key={permission}
            label={permission}
            checked={!without.includes(permission)}
            onChange={(held) => set(permission, held)}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** The switches that are seldom thrown: language, time zone, network, window and permissions. */
export function MoreSwitches({ choices, choose }: SwitchesProps) {
  const { locale, timeZone, network, windowSize } = choices
  return (
    <div className="switches-more">
      <Switch
        label="Locale"
        value={locale}
        options={withChosen(LOCALES, locale)}
        onChoose={(id) => choose({ locale: id })}
      />
      <Switch
        label="User’s time zone"
        value={timeZone}
        options={withChosen(TIME_ZONES, timeZone)}
        onChoose={(id) => choose({ time_zone: id })}
      />
      <Switch
        label="Backend’s delay"
        value={String(network.latencyMs)}
        options={withChosen(LATENCIES.map(String), String(network.latencyMs)).map(({ id }) => ({
          id,
          name: id === '0' ? 'None' : `${Number(id) / 1000} s`,
        }))}
        onChoose={(id) => choose({ latency: id })}
      />
      <Switch label="Window" value={windowSize} options={SIZES} onChoose={(id) => choose({ window: id })} />
      <Check
        label="Offline"
        checked={network.offline}
        onChange={(offline) => choose({ offline: offline ? '1' : '0' })}
      />
      <Permissions choices={choices} choose={choose} />
    </div>
  )
}
