import { Select } from '@stripe/ui-extension-sdk/ui'
import type { Account } from '../api/types'
import { labelOf } from '../desk/choice'

type PlatformSelectProps = { platforms: Account[]; platform: string; choose: (id: string) => void }

/** By whose key another account is reached; asked where there are several. */
export function PlatformSelect({ platforms, platform, choose }: PlatformSelectProps) {
  if (platforms.length < 2) return null
  return (
    <Select
      label="Platform"
      description="The account whose key will reach the new one."
      value={platform}
      onChange={(event) => choose(event.target.value)}
    >
      {platforms.map((one) => (
        <option key={one.id} value={one.id}>
          {labelOf(one, platforms)}
        </option>
      ))}
    </Select>
  )
}
