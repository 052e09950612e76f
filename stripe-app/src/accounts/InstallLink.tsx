import { Box } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Account, InstallationState } from '../api/types'
import { CopyText } from '../components/CopyText'
import { Dialog } from '../components/Dialog'
import { ShownOnce } from '../components/ShownOnce'
import { momentText } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction } from '../hooks/useAction'
import { PlatformSelect } from './PlatformSelect'
import { useAccountActions } from './useAccountActions'

const TITLE = 'Invite to install'

function Made({ made, onClose }: { made: InstallationState; onClose: () => void }) {
  const locale = useLocale()
  const { return_url, state, expires } = made
  const parameters = new URLSearchParams({ redirect_uri: return_url, state })
  return (
    <Dialog title={TITLE} onClose={onClose}>
      <ShownOnce
        label="Append to the app’s install link"
        text={`?${parameters.toString()}`}
        copy="Copy parameters"
        hint={`Whoever installs the app by that link until ${momentText(expires, locale)} connects their account to this workspace.`}
      />
      <CopyText
        label="List in the app’s allowed_redirect_uris"
        text={return_url}
        copy="Copy return address"
      />
    </Dialog>
  )
}

type InstallLinkProps = { platforms: Account[]; preferred: string; onClose: () => void }

/** What the app's install link carries, so that who installs the app comes to this workspace. */
export function InstallLink({ platforms, preferred, onClose }: InstallLinkProps) {
  const { installation } = useAccountActions()
  const [platform, setPlatform] = useState(preferred)
  const [made, setMade] = useState<InstallationState | null>(null)
  const { run, pending, problem } = useAction()
  const make = () => void run(platform, async () => setMade(await installation(platform)))
  if (made) return <Made made={made} onClose={onClose} />
  return (
    <Dialog
      title={TITLE}
      action={{ label: 'Create parameters', pending, onPress: make }}
      problem={problem}
      onClose={onClose}
    >
      <Box>
        Send a business your app’s install link. With what is created here appended, its account is connected
        to this workspace as soon as the app is installed.
      </Box>
      <PlatformSelect platforms={platforms} platform={platform} choose={setPlatform} />
    </Dialog>
  )
}
