import { Box } from '@stripe/ui-extension-sdk/ui'
import type { Me } from '../api/types'
import { CopyText } from '../components/CopyText'
import { Section } from '../components/Section'

/** What no view does, since whoever does it has to know the password or hold the machine: where it is done. */
export function OwnPassword({ me, hasFactor }: { me: Me; hasFactor: boolean }) {
  const email = me.member.email ?? 'YOUR_ADDRESS'
  const what = hasFactor
    ? 'A new password, new recovery codes and removing the second factor take'
    : 'A new password takes'
  return (
    <Section title="Your password">
      <Box>
        {`You sign in as ${email}. ${what} a sign-in with your password, by the API, or a command on the machine of the desk.`}
      </Box>
      <CopyText
        label="Makes a link for a new password"
        text={`npm run desk -- users reset-password --email ${email}`}
        copy="Copy command"
      />
      {hasFactor ? (
        <CopyText
          label="Removes the second factor: set up anew, it has new recovery codes"
          text={`npm run desk -- users remove-second-factor --email ${email}`}
          copy="Copy command"
        />
      ) : null}
    </Section>
  )
}
