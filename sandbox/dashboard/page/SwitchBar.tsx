import { Popover } from 'radix-ui'
import type { Choices } from './choices'
import { Glyph } from './components/Glyph'
import { usePreview } from './preview-context'
import { MoreSwitches, type SwitchesProps } from './MoreSwitches'
import { Switch } from './Switch'

const MODES = [
  { id: 'test', name: 'Test' },
  { id: 'live', name: 'Live' },
]

function MainSwitches({ choices, choose, switchAccount }: SwitchesProps) {
  const { session, identity } = usePreview()
  return (
    <div className="top-switches" role="group" aria-label="Preview as">
      <Switch
        label="User"
        value={choices.person.id}
        options={session.people}
        onChoose={(id) => choose({ user: id })}
      />
      <Switch
        label="Role"
        value={choices.role.id}
        options={session.roles}
        onChoose={(id) => choose({ role: id })}
      />
      <Switch
        label="Account"
        value={identity.account.id}
        options={session.accounts}
        onChoose={switchAccount}
      />
      <Switch label="Mode" value={choices.mode} options={MODES} onChoose={(id) => choose({ mode: id })} />
    </div>
  )
}

/** What is not as usual, so that nobody wonders at what the views say. */
function unusual({ network, without, windowSize }: Choices): string[] {
  return [
    network.offline ? 'Offline' : '',
    network.latencyMs > 0 ? `Slow: ${network.latencyMs / 1000} s` : '',
    without.length > 0 ? `${without.length} permission${without.length === 1 ? '' : 's'} off` : '',
    windowSize === 'small' ? 'Small window' : '',
  ].filter(Boolean)
}

/** The top bar: as whom, with which role, for which account and in which mode the views run, and what is behind a button. */
export function SwitchBar({ narrow, ...props }: SwitchesProps & { narrow: boolean }) {
  const { choices } = props
  return (
    <>
      <span className="top-notes" role="status">
        {unusual(choices).map((note) => (
          <span key={note} className="top-note">
            {note}
          </span>
        ))}
      </span>
      {narrow ? null : <MainSwitches {...props} />}
      <Popover.Root>
        <Popover.Trigger className="ui-button ui-button-secondary ui-button-small">
          <Glyph name="settings" size={14} />
          {narrow ? 'Switches' : 'More'}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="ui-menu switches"
            align="end"
            sideOffset={6}
            collisionPadding={8}
            aria-label="Switches of the preview"
          >
            {narrow ? <MainSwitches {...props} /> : null}
            <MoreSwitches {...props} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </>
  )
}
