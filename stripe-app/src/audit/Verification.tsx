import { Badge, Banner, Box, Button, Inline } from '@stripe/ui-extension-sdk/ui'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { agoText } from '../format/dates'
import { count } from '../format/figures'
import { useLocale } from '../hooks/LocaleProvider'
import { useNow } from '../hooks/useNow'
import { useVerification, type Checked } from './useAudit'

function State({ checked }: { checked: Checked }) {
  const locale = useLocale()
  const now = useNow()
  const { to, holds, fault, vouched, unsealed, next_from, at } = checked
  const upTo = to === 0 ? 'Nothing is sealed yet' : `Entries up to ${count(to, locale)} hold`
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Box css={{ stack: 'x', gapX: 'small', alignY: 'center' }}>
        <Badge type={holds ? 'positive' : 'negative'}>{holds ? 'Holds' : 'Broken'}</Badge>
        <Inline>{`${upTo} · checked ${agoText(Math.floor(at / 1000), now, locale)}`}</Inline>
      </Box>
      {fault ? (
        <Banner
          type="critical"
          title={`Entry ${count(fault.seq, locale)} does not hold`}
          description={`${fault.detail}. A signature vouches for the trail up to entry ${count(vouched ?? 0, locale)}. Keep a copy of the database, and run desk audit verify on the machine.`}
        />
      ) : null}
      {unsealed > 0 ? (
        <Box css={{ color: 'secondary' }}>{`${count(unsealed, locale)} entries wait for their seal.`}</Box>
      ) : null}
      {next_from === null ? null : (
        <Box css={{ color: 'secondary' }}>
          {`The trail goes on at entry ${count(next_from, locale)}; desk audit verify checks all of it.`}
        </Box>
      )}
    </Box>
  )
}

/** Whether anybody changed what was sealed. */
export function Verification() {
  const checked = useVerification()
  return (
    <Section title="Verification" action={<Button onPress={checked.refresh}>Check again</Button>}>
      <Loaded from={checked} what="The verification">
        {(value) => <State checked={value} />}
      </Loaded>
    </Section>
  )
}
