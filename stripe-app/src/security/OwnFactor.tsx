import { Button, PropertyList, PropertyListItem } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { SecondFactor } from '../api/types'
import { Section } from '../components/Section'
import { momentText } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import { SetUpDialog } from './SetUpDialog'

type OwnFactorProps = { factor: SecondFactor; onChanged: () => void }

/** Whether one's own password needs a code beside it, and setting that up. */
export function OwnFactor({ factor, onChanged }: OwnFactorProps) {
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const { active, required, confirmed, recovery_codes_left } = factor
  return (
    <Section
      title="Your second factor"
      action={active ? null : <Button onPress={() => setOpen(true)}>Set up</Button>}
    >
      <PropertyList>
        <PropertyListItem label="Second factor" value={active ? 'On' : 'Off'} />
        {confirmed === null ? null : (
          <PropertyListItem label="Set up" value={momentText(confirmed, locale)} />
        )}
        {active ? <PropertyListItem label="Recovery codes left" value={String(recovery_codes_left)} /> : null}
        <PropertyListItem label="Required here" value={required ? 'Yes' : 'No'} />
      </PropertyList>
      {open ? <SetUpDialog onClose={() => setOpen(false)} onDone={onChanged} /> : null}
    </Section>
  )
}
