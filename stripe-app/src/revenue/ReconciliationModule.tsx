import { Box, Button, DataTable, Inline, Link, PageModule, Select } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Reconciliation } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { useEvidence } from '../evidence/EvidenceProvider'
import { count } from '../format/figures'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import { DifferenceDialog } from './DifferenceDialog'
import { RULES } from './rules'
import { PRODUCTS, useReconciliation, type Product, type Rule } from './useReconciliation'

type Shown = { rule: Rule | null }

const isProduct = (value: string): value is Product => Object.hasOwn(PRODUCTS, value)

function Amounts({ of, product }: { of: Reconciliation; product: string }) {
  const locale = useLocale()
  const { open } = useEvidence()
  const { ours, theirs, difference, currency } = of
  const amounts = [
    { label: 'MRR here', text: money(ours, currency, locale), evidence: of.evidence },
    { label: `MRR at ${product}`, text: money(theirs, currency, locale), evidence: null },
    { label: 'Difference', text: money(difference, currency, locale, { signed: true }), evidence: null },
  ]
  return (
    <Box css={{ display: 'grid', minTileWidth: 144, gap: 'medium' }}>
      {amounts.map(({ label, text, evidence }) => (
        <Box key={label} css={{ stack: 'y', gapY: 'xxsmall' }}>
          <Inline css={{ color: 'secondary', font: 'caption' }}>{label}</Inline>
          <Inline css={{ font: 'subtitle', whiteSpace: 'nowrap' }}>
            {evidence === null ? (
              text
            ) : (
              <Link type="secondary" onPress={() => open(evidence)}>
                {text}
              </Link>
            )}
          </Inline>
        </Box>
      ))}
    </Box>
  )
}

function Rules({ of, product, show }: { of: Reconciliation; product: string; show: (rule: Rule) => void }) {
  const locale = useLocale()
  return (
    <DataTable
      columns={[
        { key: 'rule', label: 'Rule' },
        { key: 'ours', label: 'Here' },
        { key: 'theirs', label: product },
        { key: 'difference', label: 'Changes' },
        { key: 'subscriptions', label: 'Subscriptions' },
      ]}
      items={of.rules.map(({ rule, ours, theirs, difference, subscriptions }) => ({
        id: rule,
        rule: RULES[rule],
        ours,
        theirs: theirs ?? 'Not published; as here',
        difference: money(difference, of.currency, locale, { signed: true }),
        subscriptions: count(subscriptions, locale),
      }))}
      onRowClick={({ id }) => {
        const touched = of.rules.find(({ rule }) => rule === id)
        if (touched && touched.subscriptions > 0) show(touched.rule)
      }}
    />
  )
}

/** Why another product shows another MRR: rule by rule, down to the subscription. */
export function ReconciliationModule() {
  const [preset, setPreset] = useState<Product>('match_stripe_classic')
  const [shown, setShown] = useState<Shown | null>(null)
  const reconciliation = useReconciliation(preset)
  const product = PRODUCTS[preset]
  return (
    <>
      <PageModule
        title="MRR compared with Stripe, ChartMogul and ProfitWell"
        subtitle="All of the MRR as it is now, by the definitions that each publishes; choose a rule to see the subscriptions it touches"
      >
        <Box css={{ stack: 'y', gapY: 'medium' }}>
          <Box css={{ width: 160 }}>
            <Select
              label="Compare with"
              hiddenElements={['label']}
              value={preset}
              onChange={({ target: { value } }) => {
                if (isProduct(value)) setPreset(value)
              }}
            >
              {Object.entries(PRODUCTS).map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </Select>
          </Box>
          <Loaded from={reconciliation} what="The comparison">
            {(value) => (
              <Box css={{ stack: 'y', gapY: 'medium' }}>
                <Amounts of={value} product={product} />
                <Rules of={value} product={product} show={(rule) => setShown({ rule })} />
                {value.rows === 0 ? null : (
                  <Box css={{ stack: 'x' }}>
                    <Button onPress={() => setShown({ rule: null })}>Subscriptions that differ</Button>
                  </Box>
                )}
                <CoverageLine of={value} />
              </Box>
            )}
          </Loaded>
        </Box>
      </PageModule>
      {shown ? <DifferenceDialog preset={preset} rule={shown.rule} onClose={() => setShown(null)} /> : null}
    </>
  )
}
