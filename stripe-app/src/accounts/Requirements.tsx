import { Badge, Box, Button, Link, List, ListItem } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Account, OnboardingLink } from '../api/types'
import { CopyText } from '../components/CopyText'
import { Refused } from '../components/Refused'
import { Section } from '../components/Section'
import { momentText } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction } from '../hooks/useAction'
import { useAccountActions } from './useAccountActions'
import { abilityText, requirementsOf, requirementText } from './words'

function Made({ link: { url, expires } }: { link: OnboardingLink }) {
  const locale = useLocale()
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Link href={url} target="_blank" external>
        Open Stripe’s onboarding
      </Link>
      <CopyText label="Or send the link to the owner" text={url} copy="Copy link" />
      <Box css={{ color: 'secondary' }}>{`It opens until ${momentText(expires, locale)}.`}</Box>
    </Box>
  )
}

function LinkPart({ account }: { account: Account }) {
  const { onboardingLink } = useAccountActions()
  const [link, setLink] = useState<OnboardingLink | null>(null)
  const { run, pending, problem } = useAction()
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Refused problem={problem} />
      {link ? <Made link={link} /> : null}
      <Box>
        <Button
          pending={pending}
          onPress={() => void run('', async () => setLink(await onboardingLink(account.id)))}
        >
          {link ? 'Create another link' : 'Create onboarding link'}
        </Button>
      </Box>
    </Box>
  )
}

/** What Stripe still asks of an account that was made through Connect, and the way there. */
export function Requirements({ account, mayLink }: { account: Account; mayLink: boolean }) {
  const { onboarding } = account
  if (!onboarding) return null
  const due = requirementsOf(account)
  return (
    <Section title="Stripe’s requirements">
      <Box>{abilityText(onboarding)}</Box>
      {due.length === 0 ? (
        <Box css={{ color: 'secondary' }}>Stripe asks for nothing now.</Box>
      ) : (
        <List>
          {due.map(({ name, overdue }) => (
            <ListItem
              key={name}
              id={name}
              title={requirementText(name)}
              value={overdue ? <Badge type="negative">Overdue</Badge> : <Badge type="warning">Due</Badge>}
            />
          ))}
        </List>
      )}
      {mayLink ? <LinkPart account={account} /> : null}
    </Section>
  )
}
