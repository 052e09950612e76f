import { ifNoneMatch, toReading } from '../api/reading'
import type { Invitation, Member, Permission, Role, Workspace } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { usePages } from '../hooks/usePages'
import { useResource, type Loadable } from '../hooks/useResource'

export function useMembers() {
  const api = useApi()
  return usePages<Member>({
    key: 'members',
    read: async (query, etag) =>
      toReading(await api.GET('/v1/members', { params: { query }, headers: ifNoneMatch(etag) })),
  })
}

export function useInvitations() {
  const api = useApi()
  return usePages<Invitation>({
    key: 'invitations',
    read: async (query, etag) =>
      toReading(await api.GET('/v1/invitations', { params: { query }, headers: ifNoneMatch(etag) })),
  })
}

/** What the parts of the team are about. */
export type TeamFacts = { roles: Role[]; permissions: Permission[]; workspace: Workspace }

/** Roles, what they are made of, and the rules of the workspace. */
export function useTeamFacts(): Loadable<TeamFacts> & { refresh: () => void } {
  const api = useApi()
  return useResource<TeamFacts>({
    key: 'team facts',
    read: async () => {
      const [roles, permissions, workspace] = await Promise.all([
        api.GET('/v1/roles'),
        api.GET('/v1/permissions'),
        api.GET('/v1/workspace'),
      ])
      if (!roles.data || !permissions.data || !workspace.data) throw new Error('An answer was empty.')
      const data = {
        roles: roles.data.data,
        permissions: permissions.data.data,
        workspace: workspace.data,
      }
      return { data, etag: null }
    },
  })
}

/** Whom a Stripe user may turn out to be: the active members who sign in with a password, the newest hundred. */
export function usePeople() {
  const api = useApi()
  return useResource({
    key: 'people',
    read: async () =>
      toReading(
        await api.GET('/v1/members', { params: { query: { kind: 'member', active: true, limit: 100 } } }),
      ),
  })
}
