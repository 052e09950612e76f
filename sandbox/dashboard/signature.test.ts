import Stripe from 'stripe'
import { ROLES } from './people'
import { SignatureRefused, checkRoles, signatureHeader, signedPayload } from './signature'

const SECRET = 'absec_test'
const admin = ROLES.find(({ id }) => id === 'admin')
const analyst = ROLES.filter(({ id }) => id === 'analyst')

describe('a signature', () => {
  it('covers the extras first, then user and account', () => {
    expect(signedPayload({ nonce: 'n', mode: 'test' }, 'usr_1', 'acct_1')).toBe(
      '{"nonce":"n","mode":"test","user_id":"usr_1","account_id":"acct_1"}',
    )
  })

  it('is one that the official package verifies', () => {
    const payload = signedPayload({ nonce: 'n' }, 'usr_1', 'acct_1')
    const header = signatureHeader(payload, SECRET, Math.floor(Date.now() / 1000))
    const verifier = new Stripe('sk_test_unused').webhooks.signature
    expect(verifier?.verifyHeader(payload, header, SECRET)).toBe(true)
    expect(() => verifier?.verifyHeader(`${payload} `, header, SECRET)).toThrow()
  })

  it('is refused for a role that the user does not hold', () => {
    expect(() => checkRoles({ stripe_roles: [admin] }, analyst)).toThrow(SignatureRefused)
    expect(() => checkRoles({ stripe_roles: 'admin' }, ROLES)).toThrow(SignatureRefused)
  })

  it('is given for held roles, and without any', () => {
    expect(() => checkRoles({ stripe_roles: analyst }, analyst)).not.toThrow()
    expect(() => checkRoles({ nonce: 'n' }, [])).not.toThrow()
  })
})
