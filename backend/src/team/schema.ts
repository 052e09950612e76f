import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { CurrencySchema, listOf, nullable, object, oneOf, PageQuery, Timestamp } from '../http'
import { PERMISSIONS, roleNames } from './permissions'

export const Member = object(
  {
    id: Type.String(),
    object: Type.Literal('member'),
    kind: oneOf(['member', 'stripe_user']),
    name: Type.String(),
    email: nullable(Type.String()),
    role: oneOf(roleNames),
    active: Type.Boolean(),
    created: Timestamp('When the member was added'),
  },
  { $id: 'Member' },
)
export type Member = Static<typeof Member>
export const MemberList = listOf(Member)
export const MemberQuery = object({ ...PageQuery })

export const RoleList = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean(),
    data: Type.Array(
      object({
        id: oneOf(roleNames),
        object: Type.Literal('role'),
        permissions: Type.Array(oneOf(PERMISSIONS)),
      }),
    ),
  },
  { $id: 'RoleList' },
)

export const Me = object(
  {
    object: Type.Literal('me'),
    workspace: object({ id: Type.String(), name: Type.String() }),
    account: object({
      id: Type.String(),
      name: Type.String(),
      mode: oneOf(MODES),
      time_zone: Type.String(),
      reporting_currency: CurrencySchema,
      default_currency: CurrencySchema,
    }),
    member: object({
      id: Type.String(),
      name: Type.String(),
      email: nullable(Type.String()),
      role: oneOf(roleNames),
    }),
    permissions: Type.Array(oneOf(PERMISSIONS)),
  },
  { $id: 'Me' },
)
export type Me = Static<typeof Me>
