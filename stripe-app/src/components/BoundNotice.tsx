import { Banner } from '@stripe/ui-extension-sdk/ui'
import type { Me } from '../api/types'

/** Tells who acts for one of several accounts why what concerns all of them is locked, and who opens it. */
export function BoundNotice({ me }: { me: Me }) {
  if (!me.bound) return null
  return (
    <Banner
      title={`You act for ${me.account.name} only`}
      description="What concerns all accounts of the workspace is locked: members, roles, API keys and security. Ask an admin to map you: under Team, in your row."
    />
  )
}
