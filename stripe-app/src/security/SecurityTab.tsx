import { Box } from '@stripe/ui-extension-sdk/ui'
import type { Me } from '../api/types'
import { BoundNotice } from '../components/BoundNotice'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { OwnFactor } from './OwnFactor'
import { OwnPassword } from './OwnPassword'
import { Requirement } from './Requirement'
import { Sessions } from './Sessions'
import { useSecurityFacts } from './useSecurity'

/** How one signs in oneself, and what the workspace asks of all who do so with a password. */
export function SecurityTab({ me }: { me: Me }) {
  const facts = useSecurityFacts(me)
  return (
    <Loaded from={facts} what="Security">
      {({ factor, rule }) => (
        <Box css={{ stack: 'y', gapY: 'xlarge' }}>
          <BoundNotice me={me} />
          {factor ? (
            <>
              <OwnFactor factor={factor} onChanged={facts.refresh} />
              <Sessions />
              <OwnPassword me={me} hasFactor={factor.active} />
            </>
          ) : (
            <Section title="Your sign-in">
              <Box>
                You sign in through Stripe, which keeps your sessions and your second factor; if you have a
                password here as well, an admin can tie you to that member under Team.
              </Box>
            </Section>
          )}
          {rule ? (
            <Requirement me={me} rule={rule} hasFactor={factor?.active ?? false} onChanged={facts.refresh} />
          ) : null}
        </Box>
      )}
    </Loaded>
  )
}
