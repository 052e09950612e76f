import fc from 'fast-check'
import { createLogger, redacted } from './log'

/** What a logger writes, a line for each. */
function logged(write: (log: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = []
  write(createLogger('debug', { write: (line) => void lines.push(line) }))
  return lines
}

test.each([
  ['a Stripe key', 'refused: sk_live_51abcDEF99', 'refused: [redacted]'],
  ['a restricted key', 'rk_test_51abcDEF99 is gone', '[redacted] is gone'],
  ['a webhook secret', '(whsec_abcdef123)', '([redacted])'],
  ['an API key of ours', `rd_test_0mp5af_${'a1'.repeat(36)}`, '[redacted]'],
  ['a refresh token', 'rt_ws_1.ses_2.abcdef', '[redacted]'],
  ['an access token', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.c2ln', 'Bearer [redacted]'],
  ['the hash of a password', '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA', '[redacted]'],
  ['an e-mail address', 'dup key: { email: "kim.lee+x@example.co.uk" }', 'dup key: { email: "[redacted]" }'],
  ['the address of a database', 'mongodb://desk:pass@db.local:27017/x', '[redacted]:27017/x'],
  ['a card number', 'card 4242 4242 4242 4242 declined', 'card [redacted] declined'],
  ['a card number in one', '"5555555555554444"', '"[redacted]"'],
  ['a Stripe key after a line break', '"keys:\\nsk_live_51abcDEF99"', '"keys:\\n[redacted]"'],
  ['an address after a line break', '"to\\nkim@example.com"', '"to\\n[redacted]"'],
])('%s is struck out', (_what, text, left) => {
  expect(redacted(text)).toBe(left)
})

test.each([
  '{"level":30,"time":1763748000123,"pid":4242,"route":"/v1/customers/:id","ms":12}',
  'at Object.<anonymous> (/app/node_modules/@fastify/jwt/jwt.js:12:3)',
  'cus_NffrFeUfNV2Hib sub_1MowQVLkdIwHu7ix req_0mp5af3k061752b2e06e565055e',
  'between 1763748000123, 1763748000999',
  '"\\n@# and \\u0001@x"',
])('%s stays', (text) => {
  expect(redacted(text)).toBe(text)
})

const secret = fc.constantFrom(
  'sk_test_abcdef123456',
  'kim@example.com',
  '4242424242424242',
  'whsec_0123456789',
)

test('one record is one line of JSON without a secret, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), secret, fc.string(), (before, told, after) => {
      const text = `${before} ${told} ${after}\n${told}\n${before}`
      const lines = logged((log) => log.error({ err: new Error(text), detail: text }, text))
      expect(lines).toHaveLength(1)
      const [line = ''] = lines
      expect(line.trimEnd()).not.toContain('\n')
      expect(line).not.toContain(told)
      expect(JSON.parse(line)).toMatchObject({ level: 50 })
    }),
    { numRuns: 3_000 },
  )
})

test('fields that hold what is personal or secret are struck out by their names', () => {
  const person = { email: 'kim', name: 'Kim Lee', password: 'correct horse' }
  const [line = ''] = logged((log) => log.info({ person, customer: { person }, token: 'abc' }, 'signed in'))
  expect(line).not.toMatch(/Kim|kim|correct horse|abc/)
  expect(line).toContain('signed in')
})

test('a long text costs little', () => {
  for (const text of ['a'.repeat(200_000), '1'.repeat(200_000), 'eyJ'.repeat(70_000), '@'.repeat(100_000)])
    expect(redacted(text).length).toBeGreaterThan(0)
})
