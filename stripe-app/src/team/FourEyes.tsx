import { Box, Button, PropertyList, PropertyListItem, Switch } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me, Workspace } from '../api/types'
import { AmountChoice, type AmountDraft } from '../components/AmountChoice'
import { Dialog } from '../components/Dialog'
import { Section } from '../components/Section'
import { money } from '../format/money'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction } from '../hooks/useAction'
import { may } from '../hooks/useMe'
import { toast } from '../hooks/useToast'

type Rules = Workspace['four_eyes']
type Rule = Rules['refund_above']

const AMOUNTS = {
  refund_above: 'Refunds',
  transfer_above: 'Transfers',
  credit_note_above: 'Credit notes',
} as const
type Key = keyof typeof AMOUNTS
const isKey = (key: string): key is Key => key in AMOUNTS
const KEYS = Object.keys(AMOUNTS).filter(isKey)

const OPTIONS = [
  { value: 'none', label: 'As far as the role allows' },
  { value: 'above', label: 'A second person above' },
]

const toAmount = (rule: Rule, currency: string): AmountDraft =>
  rule ? { type: 'above', ...rule } : { type: 'none', amount: null, currency }

const toRule = ({ type, amount, currency }: AmountDraft): Rule =>
  type === 'above' && amount !== null ? { amount, currency } : null

function RulesDialog({ me, rules, onClose, onSaved }: FourEyesProps & { onClose: () => void }) {
  const api = useApi()
  const { run, pending, problem } = useAction()
  const currency = me.account.default_currency
  const [grant, setGrant] = useState(rules.role_grant)
  const [amounts, setAmounts] = useState(() => ({
    refund_above: toAmount(rules.refund_above, currency),
    transfer_above: toAmount(rules.transfer_above, currency),
    credit_note_above: toAmount(rules.credit_note_above, currency),
  }))
  const [checked, setChecked] = useState(false)
  const isMissing = (key: Key) => amounts[key].type === 'above' && amounts[key].amount === null
  const save = () => {
    setChecked(true)
    if (KEYS.some(isMissing)) return
    const four_eyes: Rules = {
      role_grant: grant,
      refund_above: toRule(amounts.refund_above),
      transfer_above: toRule(amounts.transfer_above),
      credit_note_above: toRule(amounts.credit_note_above),
    }
    void run(four_eyes, async () => {
      await api.PATCH('/v1/workspace', { body: { four_eyes } })
      toast('Rules changed')
      onSaved()
      onClose()
    })
  }
  return (
    <Dialog
      title="What needs a second person"
      onClose={onClose}
      problem={problem}
      action={{ label: 'Save rules', pending, onPress: save }}
    >
      <Switch
        label="Giving rights"
        description="A role by which somebody can come to hold more, or give it."
        checked={grant}
        onChange={(event) => setGrant(event.target.checked)}
      />
      {KEYS.map((key) => (
        <AmountChoice
          key={key}
          label={AMOUNTS[key]}
          options={OPTIONS}
          amountOption="above"
          value={amounts[key]}
          onChange={(next) => setAmounts((now) => ({ ...now, [key]: next }))}
          disabled={false}
          error={checked && isMissing(key) ? 'Enter an amount.' : undefined}
        />
      ))}
    </Dialog>
  )
}

type FourEyesProps = { me: Me; rules: Rules; onSaved: () => void }

/** What nobody does alone in this workspace; owners decide. */
export function FourEyes({ me, rules, onSaved }: FourEyesProps) {
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const mayChange = may(me, 'security:write') && may(me, 'settings:write')
  const text = (rule: Rule) =>
    rule ? `Above ${money(rule.amount, rule.currency, locale)}` : 'Only beyond what the role allows'
  return (
    <Section
      title="What needs a second person"
      action={
        <Button disabled={!mayChange} onPress={() => setOpen(true)}>
          Change rules
        </Button>
      }
    >
      <PropertyList>
        <PropertyListItem label="Giving rights" value={rules.role_grant ? 'Always' : 'Never'} />
        {KEYS.map((key) => (
          <PropertyListItem key={key} label={AMOUNTS[key]} value={text(rules[key])} />
        ))}
      </PropertyList>
      {mayChange ? null : <Box css={{ color: 'secondary' }}>Only owners change these rules.</Box>}
      {open ? <RulesDialog me={me} rules={rules} onSaved={onSaved} onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}
