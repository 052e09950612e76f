import fc from 'fast-check'
import { OWNER_ONLY, PERMISSIONS, type Permission } from './permissions'
import {
  ACTION_KINDS,
  excess,
  isWithin,
  OPERATOR,
  roleNames,
  roleOfStripeRoles,
  ROLES,
  type Limit,
  type Rights,
} from './roles'

const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.constant<Limit>({ type: 'none' }),
  fc.constant<Limit>({ type: 'unlimited' }),
  fc.record({
    type: fc.constant('up_to' as const),
    amount: fc.nat(5),
    currency: fc.constantFrom('usd', 'eur'),
  }),
)
const rights: fc.Arbitrary<Rights> = fc.record({
  permissions: fc.subarray(PERMISSIONS).map((some) => new Set(some)),
  limits: fc.record({ refund: limit, transfer: limit, credit_note: limit }),
})
/** Whether one action of this size needs nobody else; what `isWithin` is about, said another way. */
const covers = (one: Limit, amount: number, currency: string): boolean =>
  one.type === 'unlimited' || (one.type === 'up_to' && one.currency === currency && amount <= one.amount)
const AMOUNTS = [0, 1, 2, 3, 4, 5, 6]

describe('a limit is within another', () => {
  test('only if it covers nothing that the other does not', () => {
    fc.assert(
      fc.property(limit, limit, (one, other) => {
        if (!isWithin(one, other)) return
        for (const currency of ['usd', 'eur', 'jpy'])
          for (const amount of AMOUNTS)
            if (covers(one, amount, currency)) expect(covers(other, amount, currency)).toBe(true)
      }),
    )
  })

  test('when it is the same one, none, or the other has no end', () => {
    fc.assert(
      fc.property(limit, (one) => {
        expect([
          isWithin(one, one),
          isWithin({ type: 'none' }, one),
          isWithin(one, { type: 'unlimited' }),
        ]).toEqual([true, true, true])
      }),
    )
  })

  test.each<[Limit, Limit, boolean]>([
    [{ type: 'up_to', amount: 5, currency: 'usd' }, { type: 'up_to', amount: 5, currency: 'usd' }, true],
    [{ type: 'up_to', amount: 6, currency: 'usd' }, { type: 'up_to', amount: 5, currency: 'usd' }, false],
    [{ type: 'up_to', amount: 1, currency: 'jpy' }, { type: 'up_to', amount: 5, currency: 'usd' }, false],
    [{ type: 'up_to', amount: 0, currency: 'usd' }, { type: 'none' }, false],
    [{ type: 'unlimited' }, { type: 'up_to', amount: 5, currency: 'usd' }, false],
  ])('%j in %j: %s', (one, other, within) => expect(isWithin(one, other)).toBe(within))
})

describe('excess', () => {
  test('is empty for one’s own rights, and of the operator’s nothing exceeds', () => {
    fc.assert(
      fc.property(rights, (own) => {
        expect(excess(own, own)).toEqual([])
        expect(excess(own, OPERATOR)).toEqual([])
      }),
    )
  })

  test('names each permission and each limit that goes beyond, and nothing else', () => {
    fc.assert(
      fc.property(rights, rights, (wanted, own) => {
        const beyond = excess(wanted, own)
        for (const permission of PERMISSIONS)
          expect(beyond.includes(permission)).toBe(
            wanted.permissions.has(permission) && !own.permissions.has(permission),
          )
        for (const kind of ACTION_KINDS)
          expect(beyond.includes(`the ${kind} limit`)).toBe(!isWithin(wanted.limits[kind], own.limits[kind]))
      }),
    )
  })

  test('passes through nobody: what fits into what fits, fits', () => {
    fc.assert(
      fc.property(rights, rights, rights, (one, two, three) => {
        if (excess(one, two).length === 0 && excess(two, three).length === 0)
          expect(excess(one, three)).toEqual([])
      }),
    )
  })
})

describe('the built-in roles', () => {
  const held = (name: keyof typeof ROLES): Rights => ({
    permissions: new Set<Permission>(ROLES[name].permissions),
    limits: ROLES[name].limits,
  })

  test('admins lack only what is the owner’s alone', () => {
    expect(excess(held('owner'), held('admin')).sort()).toEqual([...OWNER_ONLY].sort())
  })

  test('each fits into an admin’s, but the owner’s', () => {
    for (const name of roleNames)
      if (name !== 'owner') expect([name, excess(held(name), held('admin'))]).toEqual([name, []])
  })

  test('only owners, admins and refund agents move money', () => {
    const moving = roleNames.filter((name) =>
      ACTION_KINDS.some((kind) => ROLES[name].limits[kind].type !== 'none'),
    )
    expect(moving).toEqual(['owner', 'admin', 'refund_agent'])
    expect(ROLES.refund_agent.limits).toMatchObject({
      transfer: { type: 'none' },
      credit_note: { type: 'none' },
    })
  })
})

test.each([
  [['super_admin'], 'admin'],
  [['admin'], 'admin'],
  [['analyst'], 'finance_analyst'],
  [['support_specialist'], 'support_agent'],
  [['refund_analyst'], 'refund_agent'],
  [['support_specialist', 'refund_analyst'], 'refund_agent'],
  [['view_only', 'analyst'], 'finance_analyst'],
  [['view_only'], 'read_only'],
  [['developer'], null],
  [['owner'], null],
  [[], null],
])('Stripe’s %j is our %s', (ids, role) => expect(roleOfStripeRoles(ids)).toBe(role))
