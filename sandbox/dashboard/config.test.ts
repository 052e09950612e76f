import { ConfigProblem, isLoopback, readConfig } from './config'

const ENV = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_APP_SECRET: 'absec_new,absec_old' }

describe('the configuration', () => {
  it('has the addresses of a local desk by default, and signs with the newest secret', () => {
    expect(readConfig(ENV)).toEqual({
      port: 4243,
      backendUrl: 'http://localhost:4242',
      stripeApiBase: 'http://localhost:4244',
      stripeSecretKey: 'sk_test_1',
      appSecret: 'absec_new',
    })
  })

  it.each([
    [
      'a Stripe address elsewhere',
      { STRIPE_API_BASE: 'https://api.stripe.com' },
      /only against a Stripe stand-in/,
    ],
    ['a host that others can reach', { HOST: '0.0.0.0' }, /listens on 127\.0\.0\.1 only/],
    ['a port that is none', { PREVIEW_PORT: 'high' }, /not a port/],
    ['a missing secret', { STRIPE_APP_SECRET: '' }, /STRIPE_APP_SECRET is missing/],
    ['an address that is none', { BACKEND_URL: 'here' }, /BACKEND_URL is not an address/],
  ])('refuses %s in one plain line', (_name, change, message) => {
    const read = () => readConfig({ ...ENV, ...change })
    expect(read).toThrow(ConfigProblem)
    expect(read).toThrow(message)
  })

  it('knows loopback by its forms', () => {
    expect(['localhost', '127.0.0.1', '127.8.8.8', '[::1]'].every(isLoopback)).toBe(true)
    expect(['127.example.com', 'example.com', '10.0.0.1', '0.0.0.0'].some(isLoopback)).toBe(false)
  })
})
