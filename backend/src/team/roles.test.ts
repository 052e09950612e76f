import fc from 'fast-check'
import { OWNER_ONLY, PERMISSIONS, type Permission } from './permissions'
import {
  ACTION_KINDS,
  covers as coversAction,
  decide,
  excess,
  givesRights,
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

describe('who decides about an amount', () => {
  const kind = fc.constantFrom(...ACTION_KINDS)
  const above = fc.option(fc.record({ amount: fc.nat(5), currency: fc.constantFrom('usd', 'eur') }))
  const rules = fc.record({
    role_grant: fc.boolean(),
    refund_above: above,
    transfer_above: above,
    credit_note_above: above,
  })
  const NO_RULES = { role_grant: false, refund_above: null, transfer_above: null, credit_note_above: null }
  const WRITES = {
    refund: 'refunds:write',
    transfer: 'transfers:write',
    credit_note: 'credit_notes:write',
  } as const
  /** One unit of one currency is one of the other. */
  const same = (amount: number) => () => amount

  test('nobody without the permission or with no limit moves anything, nor asks for it', () => {
    fc.assert(
      fc.property(rights, kind, fc.nat(8), rules, (own, what, amount, four) => {
        const may = own.permissions.has(WRITES[what]) && own.limits[what].type !== 'none'
        expect(decide(own, what, same(amount), four) === 'refused').toBe(!may)
      }),
    )
  })

  test('alone goes what the limit covers and no rule exceeds; the next unit needs a second person', () => {
    fc.assert(
      fc.property(rights, kind, fc.nat(8), rules, (own, what, amount, four) => {
        const decision = decide(own, what, same(amount), four)
        if (decision === 'refused') return
        const [limit, rule] = [own.limits[what], four[`${what}_above`]]
        const ends = [limit.type === 'up_to' ? limit.amount : Infinity, rule?.amount ?? Infinity]
        expect(decision).toBe(amount <= Math.min(...ends) ? 'allowed' : 'needs_approval')
      }),
    )
  })

  test('more money is never easier, nor are more rules', () => {
    const order = ['allowed', 'needs_approval', 'refused']
    fc.assert(
      fc.property(rights, kind, fc.nat(8), fc.nat(8), rules, (own, what, amount, more, four) => {
        const rank = (sum: number, by = four) => order.indexOf(decide(own, what, same(sum), by))
        expect(rank(amount + more)).toBeGreaterThanOrEqual(rank(amount))
        expect(rank(amount)).toBeGreaterThanOrEqual(rank(amount, NO_RULES))
      }),
    )
  })

  test('each end is compared in its own currency; without a rate it counts as more', () => {
    const own: Rights = {
      permissions: new Set<Permission>(['refunds:write']),
      limits: { ...OPERATOR.limits, refund: { type: 'up_to', amount: 100, currency: 'eur' } },
    }
    const rule = { ...NO_RULES, refund_above: { amount: 5, currency: 'usd' } }
    const worth = (sums: Record<string, number>) => (currency: string) => sums[currency] ?? null
    expect(decide(own, 'refund', worth({ eur: 100, usd: 5 }), rule)).toBe('allowed')
    expect(decide(own, 'refund', worth({ eur: 101, usd: 5 }), rule)).toBe('needs_approval')
    expect(decide(own, 'refund', worth({ eur: 100, usd: 6 }), rule)).toBe('needs_approval')
    expect(decide(own, 'refund', worth({ eur: 1 }), rule)).toBe('needs_approval')
    expect(decide(own, 'refund', worth({ usd: 1 }), rule)).toBe('needs_approval')
    // a limit without an end needs no rate
    expect(decide(OPERATOR, 'refund', worth({}), NO_RULES)).toBe('allowed')
  })

  test('an approver’s own limit covers it, whatever the rule', () => {
    fc.assert(
      fc.property(rights, kind, fc.nat(8), rules, (own, what, amount, four) => {
        const alone = coversAction(own, what, same(amount))
        expect(alone).toBe(decide(own, what, same(amount), NO_RULES) === 'allowed')
        if (decide(own, what, same(amount), four) === 'allowed') expect(alone).toBe(true)
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

  test('of owners and admins alone come more rights', () => {
    expect(roleNames.filter((name) => givesRights(held(name)))).toEqual(['owner', 'admin'])
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
