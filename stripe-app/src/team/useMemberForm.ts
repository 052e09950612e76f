import { useState } from 'react'
import type { Me, Member } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { useAction, type KeyHeader } from '../hooks/useAction'
import { toast } from '../hooks/useToast'
import { roleChoices, type Choice } from './RoleSelect'
import { givesRights, isBeyond } from './rights'
import { usePeople, type TeamFacts } from './useTeam'

/** The choice that lets the roles in the Stripe Dashboard decide. */
const BY_STRIPE = 'stripe'

function currentOf({ kind, mapped, tied_to, role }: Member): string {
  if (kind === 'stripe_user' && !mapped) return BY_STRIPE
  return tied_to ?? role ?? ''
}

/** The most that the roles in the Stripe Dashboard give. */
const HIGHEST_STRIPE_ROLE = 'admin'

function stripeChoice({ roles }: TeamFacts, me: Me): Choice {
  const highest = roles.find(({ id }) => id === HIGHEST_STRIPE_ROLE)
  const beyond = highest ? isBeyond(highest, me) : false
  const label = 'What their Stripe role gives'
  return beyond
    ? { value: BY_STRIPE, label: `${label} – may be beyond your role`, disabled: true }
    : { value: BY_STRIPE, label }
}

/** Who a member is to the desk, and changing it. */
export function useMemberForm(
  { id, ...member }: Member,
  { me, facts, onDone }: { me: Me; facts: TeamFacts; onDone: () => void },
) {
  const api = useApi()
  const action = useAction()
  const found = usePeople()
  const current = currentOf({ id, ...member })
  const [access, setAccess] = useState(current)
  const [name, setName] = useState(member.name)
  const isStripeUser = member.kind === 'stripe_user'
  const people = isStripeUser && 'value' in found ? found.value.data : []
  const own = roleChoices(
    facts.roles.filter((role) => !isStripeUser || role.id !== 'owner'),
    me,
  )
  const roleOf = (choice: string) =>
    facts.roles.find((role) => role.id === (people.find((person) => person.id === choice)?.role ?? choice))
  const asPerson = people.map(({ id: value, name: called, role }): Choice => {
    const theirs = facts.roles.find((one) => one.id === role)
    return theirs && isBeyond(theirs, me)
      ? { value, label: `The same person as ${called} – beyond your role`, disabled: true }
      : { value, label: `The same person as ${called}` }
  })
  const choices = isStripeUser ? [stripeChoice(facts, me), ...own, ...asPerson] : own

  const moved = access !== current
  const renamed = name.trim() !== '' && name.trim() !== member.name
  const params = { path: { id } }

  const patch = (body: { name?: string; role?: string }) => api.PATCH('/v1/members/{id}', { params, body })
  const rename = renamed ? { name: name.trim() } : {}
  const decide = (headers: KeyHeader) => {
    if (access === BY_STRIPE) return api.POST('/v1/members/{id}/unmap', { params, headers })
    const body = people.some((person) => person.id === access) ? { member_id: access } : { role: access }
    return api.POST('/v1/members/{id}/map', { params, body, headers })
  }
  const send = async (headers: KeyHeader) => {
    if (!isStripeUser) return patch({ ...rename, ...(moved ? { role: access } : {}) })
    const named = renamed ? await patch(rename) : null
    return moved ? decide(headers) : named
  }
  const save = () =>
    void action.run([access, name], async (headers) => {
      const answer = await send(headers)
      if (answer?.data?.object === 'approval') toast('Waits for approval', 'pending')
      else toast('Member changed')
      onDone()
    })

  const given = roleOf(access)
  const held = roleOf(member.tied_to ?? member.role ?? '')
  return {
    action,
    access,
    setAccess,
    save,
    choices,
    setName,
    changed: moved || renamed,
    /** The member holds something that one does not hold oneself. */
    beyond: held !== undefined && isBeyond(held, me),
    needsSecond:
      moved &&
      facts.workspace.four_eyes.role_grant &&
      given !== undefined &&
      givesRights(given, facts.permissions),
  }
}
