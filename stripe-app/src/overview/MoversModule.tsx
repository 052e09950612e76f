import { Box, Inline, Link, List, ListItem, PageModule } from '@stripe/ui-extension-sdk/ui'
import type { Movers } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { MaybeLink } from '../components/MaybeLink'
import { useEvidence } from '../evidence/EvidenceProvider'
import { dayText } from '../format/dates'
import { NOTHING } from '../format/figures'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import type { Question } from '../question/useQuestion'
import { useMovers } from './useOverview'

const KINDS = [
  { kind: 'new', label: 'New', all: 'All new MRR', sign: 1 },
  { kind: 'expansion', label: 'Expansion', all: 'All expansion', sign: 1 },
  { kind: 'churn', label: 'Churn', all: 'All churn', sign: -1 },
] as const

type GroupProps = { movers: Movers; of: (typeof KINDS)[number]; linked: boolean }

function Group({ movers, of: { kind, label, all, sign }, linked }: GroupProps) {
  const locale = useLocale()
  const { open } = useEvidence()
  const { data, evidence } = movers[kind]
  return (
    <Box css={{ stack: 'y', gapY: 'xsmall' }}>
      <Box css={{ stack: 'x', distribute: 'space-between', gapX: 'small' }}>
        <Inline css={{ fontWeight: 'semibold' }}>{label}</Inline>
        {data.length === 0 ? null : (
          <Link type="secondary" onPress={() => open(evidence)}>
            {all}
          </Link>
        )}
      </Box>
      {data.length === 0 ? (
        <Inline css={{ color: 'secondary' }}>None in this range.</Inline>
      ) : (
        <List>
          {data.map(({ account, customer, customer_name, value, day }) => (
            <ListItem
              key={`${account} ${customer}`}
              title={
                <MaybeLink
                  to={
                    linked && customer !== null
                      ? { name: 'customerDetails', params: { customerId: customer } }
                      : null
                  }
                >
                  {customer_name ?? customer ?? NOTHING}
                </MaybeLink>
              }
              secondaryTitle={dayText(day, locale)}
              value={
                <Inline css={{ whiteSpace: 'nowrap' }}>
                  {money(sign * value, movers.currency, locale, { signed: true })}
                </Inline>
              }
            />
          ))}
        </List>
      )}
    </Box>
  )
}

/** Whose subscriptions moved MRR most. `linked`: whether the Dashboard that is open shows the account's pages. */
export function MoversModule({ question, linked }: { question: Question; linked: boolean }) {
  const movers = useMovers(question)
  return (
    <PageModule title="Top movers" subtitle="Customers who changed MRR most in the range">
      <Loaded
        from={movers}
        what="The top movers"
        empty={<Box css={{ color: 'secondary' }}>Nobody came, grew or left in this range.</Box>}
      >
        {(value) => (
          <Box css={{ stack: 'y', gapY: 'medium' }}>
            {KINDS.map((one) => (
              <Group key={one.kind} movers={value} of={one} linked={linked} />
            ))}
            <CoverageLine of={value} />
          </Box>
        )}
      </Loaded>
    </PageModule>
  )
}
