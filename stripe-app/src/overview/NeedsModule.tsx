import { Box, Divider, Inline, List, ListItem, PageModule } from '@stripe/ui-extension-sdk/ui'
import { Fragment } from 'react'
import type { NeedsAttention } from '../api/types'
import { Loaded } from '../components/Loaded'
import { MaybeLink } from '../components/MaybeLink'
import { useLocale } from '../hooks/LocaleProvider'
import { needsOf, type Need } from './needs'
import { useNeeds } from './useNeeds'

function Cases({ cases, linked }: { cases: Need['cases']; linked: boolean }) {
  return (
    <List>
      {cases.map(({ key, title, amount, detail, place }) => (
        <ListItem
          key={key}
          title={<MaybeLink to={linked ? place : null}>{title}</MaybeLink>}
          secondaryTitle={detail}
          value={<Inline css={{ whiteSpace: 'nowrap' }}>{amount}</Inline>}
        />
      ))}
    </List>
  )
}

function Needs({ needs, linked }: { needs: NeedsAttention; linked: boolean }) {
  const all = needsOf(needs, useLocale())
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      {all.map(({ key, title, detail, place, cases }, index) => (
        <Fragment key={key}>
          {index === 0 ? null : <Divider />}
          <Box css={{ stack: 'y', gapY: 'xsmall' }}>
            <Inline css={{ fontWeight: 'semibold' }}>
              <MaybeLink to={linked ? place : null}>{title}</MaybeLink>
            </Inline>
            <Inline css={{ color: 'secondary' }}>{detail}</Inline>
            {cases.length === 0 ? null : <Cases cases={cases} linked={linked} />}
          </Box>
        </Fragment>
      ))}
    </Box>
  )
}

/** What somebody should do today. `linked`: whether the Dashboard that is open shows the account's pages. */
export function NeedsModule({ linked }: { linked: boolean }) {
  const needs = useNeeds()
  return (
    <PageModule title="Needs you" subtitle="Now, whatever the range">
      <Loaded
        from={needs}
        what="What needs you"
        empty={<Box css={{ color: 'secondary' }}>Nothing needs you now.</Box>}
      >
        {(value) => <Needs needs={value} linked={linked} />}
      </Loaded>
    </PageModule>
  )
}
