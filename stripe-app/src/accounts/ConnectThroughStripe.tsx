import { Box, Select, TextField } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { faultAt } from '../api/problem'
import type { Account } from '../api/types'
import { Dialog } from '../components/Dialog'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction } from '../hooks/useAction'
import { PlatformSelect } from './PlatformSelect'
import { useAccountActions } from './useAccountActions'
import { countryChoices } from './words'

const invalid = (error: string | undefined) => (error ? { error, invalid: true } : {})

type ConnectThroughStripeProps = {
  /** Accounts with a key of their own; there is at least one. */
  platforms: Account[]
  /** The one that is meant unless another is chosen. */
  preferred: string
  onClose: () => void
  onConnected: (account: Account) => void
}

/** Makes a new account through Connect; its owner goes on by the onboarding link. */
export function ConnectThroughStripe({
  platforms,
  preferred,
  onClose,
  onConnected,
}: ConnectThroughStripeProps) {
  const { connect } = useAccountActions()
  const locale = useLocale()
  const [platform, setPlatform] = useState(preferred)
  const home = platforms.find(({ id }) => id === platform)?.country
  const [country, setCountry] = useState(home ?? 'US')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const { run, pending, problem } = useAction()
  const submit = () => {
    const body = {
      via: 'connect' as const,
      country,
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    }
    void run({ body, platform }, async (headers) => onConnected(await connect(body, platform, headers)))
  }
  return (
    <Dialog
      title="Create through Connect"
      action={{ label: 'Create account', pending, onPress: submit }}
      dirty={name !== '' || email !== ''}
      problem={problem}
      onClose={onClose}
    >
      <Box>
        Stripe makes the account now. You then get a link by which its owner gives Stripe the details.
      </Box>
      <PlatformSelect platforms={platforms} platform={platform} choose={setPlatform} />
      <Select
        label="Country"
        description="Where the business is. Stripe lets nobody change it later."
        value={country}
        onChange={(event) => setCountry(event.target.value)}
        {...invalid(faultAt(problem, 'country'))}
      >
        {countryChoices(locale).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <TextField
        label="Business name (optional)"
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        {...invalid(faultAt(problem, 'name'))}
      />
      <TextField
        label="Owner’s email (optional)"
        type="email"
        maxLength={254}
        onChange={(event) => setEmail(event.target.value)}
        {...invalid(faultAt(problem, 'email'))}
      />
    </Dialog>
  )
}
