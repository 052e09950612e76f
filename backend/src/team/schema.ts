import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { CurrencySchema, listOf, nullable, object, oneOf, PageQuery, Timestamp } from '../http'
import { PERMISSIONS } from './permissions'

const RoleId = Type.String({
  minLength: 1,
  maxLength: 64,
  description: 'A built-in role (owner, admin, …) or the id of a custom one',
})
export const MemberName = Type.String({ minLength: 1, maxLength: 128, pattern: '\\S' })

const Limit = Type.Union(
  [
    object({ type: Type.Literal('none') }),
    object({
      type: Type.Literal('up_to'),
      amount: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'Minor units' }),
      currency: CurrencySchema,
    }),
    object({ type: Type.Literal('unlimited') }),
  ],
  { description: 'The largest amount of one action that needs nobody else; none: not at all' },
)
const Limits = object({ refund: Limit, transfer: Limit, credit_note: Limit })

export const Permission = object(
  {
    id: oneOf(PERMISSIONS),
    object: Type.Literal('permission'),
    resource: Type.String(),
    action: Type.String(),
    label: Type.String({ description: 'What it allows, in words' }),
    owner_only: Type.Boolean({ description: 'Among the built-in roles, only owners hold it' }),
    gives_rights: Type.Boolean({
      description: 'By it more rights can be had: giving it waits for a second person where role_grant is on',
    }),
  },
  { $id: 'Permission' },
)
export type Permission = Static<typeof Permission>
export const PermissionList = listOf(Permission)

export const Role = object(
  {
    id: RoleId,
    object: Type.Literal('role'),
    name: Type.String(),
    built_in: Type.Boolean({ description: 'Built-in roles do not change' }),
    permissions: Type.Array(oneOf(PERMISSIONS)),
    limits: Limits,
    created: nullable(Timestamp('When a custom role was made')),
  },
  { $id: 'Role' },
)
export type Role = Static<typeof Role>
export const RoleList = listOf(Role)

const roleFields = {
  name: Type.String({ minLength: 1, maxLength: 64, pattern: '\\S' }),
  permissions: Type.Array(oneOf(PERMISSIONS), { uniqueItems: true, maxItems: PERMISSIONS.length }),
  limits: Type.Partial(Limits, {
    additionalProperties: false,
    description: 'What is left out stays as it is; in a new role it is none',
  }),
}
export const RoleCreate = object(
  {
    name: roleFields.name,
    permissions: roleFields.permissions,
    limits: Type.Optional(roleFields.limits),
  },
  {
    examples: [
      {
        name: 'Refunds EU',
        permissions: ['customers:read', 'refunds:write', 'settings:read'],
        limits: { refund: { type: 'up_to', amount: 10_000, currency: 'eur' } },
      },
    ],
  },
)
export type RoleCreate = Static<typeof RoleCreate>
export const RoleChange = object(
  {
    name: Type.Optional(roleFields.name),
    permissions: Type.Optional(roleFields.permissions),
    limits: Type.Optional(roleFields.limits),
  },
  { examples: [{ limits: { refund: { type: 'none' } } }] },
)
export type RoleChange = Static<typeof RoleChange>

export const Member = object(
  {
    id: Type.String(),
    object: Type.Literal('member'),
    kind: oneOf(['member', 'stripe_user'], {
      description: 'Signs in with a password, or comes through the Stripe Dashboard',
    }),
    name: Type.String(),
    email: nullable(Type.String({ description: 'Shown with the permission team:read' })),
    stripe_user: nullable(Type.String({ description: 'Id of the Stripe Dashboard user' })),
    mapped: Type.Boolean({ description: 'False while the roles in the Stripe Dashboard decide' }),
    tied_to: nullable(
      Type.String({ description: 'The member that this Stripe user is: one person, one role' }),
    ),
    role: nullable(
      Type.String({
        description:
          'A built-in role or the id of a custom one; null: no access, or that of the member in tied_to',
      }),
    ),
    role_name: nullable(Type.String()),
    active: Type.Boolean(),
    last_seen: nullable(Timestamp('When they last came in or renewed their session')),
    second_factor: nullable(
      Type.Boolean({ description: 'Whether signing in asks for a code; null: they sign in to Stripe' }),
    ),
    password_reset_requested: nullable(Timestamp('When the member asked for a new password, not set yet')),
    created: Timestamp('When the member was added'),
  },
  { $id: 'Member' },
)
export type Member = Static<typeof Member>
export const MemberList = listOf(Member)
export const MemberQuery = object({
  ...PageQuery,
  active: Type.Optional(Type.Boolean({ description: 'Only active, or only deactivated ones' })),
  kind: Type.Optional(oneOf(['member', 'stripe_user'])),
  ids: Type.Optional(
    Type.Array(Type.String({ maxLength: 255 }), {
      maxItems: 100,
      description: 'Only these: who an id stands for. Those that are none of yours are left out',
    }),
  ),
})
export type MemberQuery = Static<typeof MemberQuery>
export const MemberChange = object(
  { role: Type.Optional(RoleId), name: Type.Optional(MemberName) },
  { examples: [{ role: 'support_agent' }] },
)
export type MemberChange = Static<typeof MemberChange>

/** What an approval of kind role_grant is about: a role, or the member whose role counts. */
export const Grant = object({
  member: Type.String(),
  role: Type.Optional(RoleId),
  tied_to: Type.Optional(Type.String()),
})
export type Grant = Static<typeof Grant>

export const MemberMap = object(
  {
    role: Type.Optional(RoleId),
    member_id: Type.Optional(
      Type.String({ minLength: 1, maxLength: 255, description: 'The member who this Stripe user is' }),
    ),
  },
  { description: 'A role of their own, or the member who they are', examples: [{ role: 'support_agent' }] },
)
export type MemberMap = Static<typeof MemberMap>

export const Invitation = object(
  {
    id: Type.String(),
    object: Type.Literal('invitation'),
    email: nullable(Type.String({ description: 'Shown with the permission team:read' })),
    name: nullable(Type.String()),
    role: Type.String(),
    role_name: nullable(Type.String()),
    status: oneOf(['pending', 'accepted', 'revoked', 'expired']),
    invited_by: nullable(Type.String({ description: 'Id of the member; null: the command line' })),
    member: nullable(Type.String({ description: 'Who it became' })),
    url: nullable(
      Type.String({ description: 'The link to send, in the answer to its creation alone; good once' }),
    ),
    created: Timestamp('When it was made'),
    expires: Timestamp('Until when the link can be followed'),
  },
  { $id: 'Invitation' },
)
export type Invitation = Static<typeof Invitation>
export const InvitationList = listOf(Invitation)
export const InvitationQuery = object(PageQuery)
export const InvitationCreate = object(
  {
    email: Type.String({ format: 'email', maxLength: 254 }),
    role: RoleId,
    name: Type.Optional(MemberName),
  },
  { examples: [{ email: 'new@example.com', role: 'support_agent', name: 'Robin' }] },
)
export type InvitationCreate = Static<typeof InvitationCreate>

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
      role: Type.String(),
      role_name: Type.String(),
    }),
    bound: Type.Boolean({
      description:
        'Acts for some accounts of the workspace only, so that what concerns all of them is not theirs to change',
    }),
    signs_in_here: Type.Boolean({
      description: 'Has a password here, and so sessions and a second factor of their own',
    }),
    permissions: Type.Array(oneOf(PERMISSIONS)),
    limits: Limits,
  },
  { $id: 'Me' },
)
export type Me = Static<typeof Me>
