import { Box, Button, PropertyList, PropertyListItem } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me, Security } from '../api/types'
import { Confirm } from '../components/Confirm'
import { Section } from '../components/Section'
import { useApi } from '../hooks/ApiProvider'
import { may } from '../hooks/useMe'

/** Why the viewer cannot change the rule; null where they can. */
function reasonAgainst(me: Me, required: boolean, hasFactor: boolean): string | null {
  if (!may(me, 'security:write')) return 'Only owners change this rule.'
  if (required || hasFactor) return null
  return me.signs_in_here
    ? 'Whoever requires it has one: set up your own first.'
    : 'Whoever requires it has one here: an owner who signs in with a password can.'
}

type RequirementProps = { me: Me; rule: Security; hasFactor: boolean; onChanged: () => void }

/** Whether members who sign in with a password must have a second factor; owners decide. */
export function Requirement({ me, rule, hasFactor, onChanged }: RequirementProps) {
  const api = useApi()
  const [asking, setAsking] = useState(false)
  const required = rule.require_second_factor
  const reason = reasonAgainst(me, required, hasFactor)
  const change = () => api.PATCH('/v1/security', { body: { require_second_factor: !required } })
  const question = required
    ? {
        title: 'Require it no longer',
        lines: ['Members without a second factor sign in with the password alone again.'],
        label: 'Require it no longer',
        done: 'No longer required',
        work: change,
      }
    : {
        title: 'Require a second factor',
        lines: [
          'Members who sign in with a password and have no second factor can do nothing else until they set one up.',
          'Those who come through the Stripe Dashboard and API keys are not concerned.',
        ],
        label: 'Require it',
        done: 'Second factor required',
        type: 'primary' as const,
        work: change,
      }
  return (
    <Section
      title="What the workspace requires"
      action={
        <Button disabled={reason !== null} onPress={() => setAsking(true)}>
          {required ? 'Require it no longer' : 'Require a second factor'}
        </Button>
      }
    >
      <PropertyList>
        <PropertyListItem
          label="Second factor"
          value={required ? 'Required of all who sign in with a password' : 'Up to each member'}
        />
      </PropertyList>
      {reason === null ? null : <Box css={{ color: 'secondary' }}>{reason}</Box>}
      {asking ? <Confirm question={question} onClose={() => setAsking(false)} onDone={onChanged} /> : null}
    </Section>
  )
}
