import { Banner, Box, Select } from '@stripe/ui-extension-sdk/ui'
import { ALL, labelOf, type Choice } from './choice'

type AccountSelectProps = { choice: Choice; choose: (account: string) => void }

/** The way from one account to another, or to all of them; absent where there is one alone. */
export function AccountSelect({ choice: { me, account, accounts }, choose }: AccountSelectProps) {
  if (accounts.length === 0) return null
  return (
    <Box css={{ width: 240 }}>
      <Select
        label="Account"
        hiddenElements={['label']}
        value={account ?? me.account.id}
        onChange={(event) => choose(event.target.value)}
      >
        <option value={ALL}>All accounts</option>
        {accounts.map((one) => (
          <option key={one.id} value={one.id}>
            {labelOf(one, accounts)}
          </option>
        ))}
      </Select>
    </Box>
  )
}

/** Says that the address asks for what cannot be shown, and what is shown instead. */
export function MissingAccount({ choice: { me, missing }, choose }: AccountSelectProps) {
  if (missing === null) return null
  const { id, name } = me.account
  return (
    <Banner
      type="caution"
      title={missing === ALL ? `You see ${name} only` : `The account ${missing} cannot be shown`}
      description={
        missing === ALL
          ? 'The link is for all accounts. Ask an admin of Revenue Desk to give you access to the others.'
          : `It is not connected in this mode, or you may not see it. You see ${name} instead.`
      }
      onDismiss={() => choose(id)}
    />
  )
}
