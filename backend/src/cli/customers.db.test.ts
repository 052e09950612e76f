import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'
import { CustomerModel } from '../customers/model'

const directory = mkdtempSync(path.join(os.tmpdir(), 'desk-customers-'))
let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
  await desk.sync()
})
afterAll(async () => {
  await desk.close()
  rmSync(directory, { recursive: true })
})

test('a customer is exported to a file of the operator alone, then erased, here and at Stripe', async () => {
  const [customer] = (await desk.standIn.stripe.customers.list({ limit: 1 })).data
  if (!customer) throw new Error('The sample has no customer')
  const out = path.join(directory, 'customer.json')
  expect(await runDesk(desk, 'customers', 'export', customer.id, '--out', out)).toEqual({
    status: 0,
    text: '',
  })
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    customer: customer.id,
    customers: [{ id: customer.id, email: customer.email }],
  })
  expect(statSync(out).mode & 0o777).toBe(0o600)

  const words = ['customers', 'erase', customer.id, '--reason', 'person_asked']
  const unsaid = await runDesk(desk, ...words)
  expect([unsaid.status, unsaid.text]).toEqual([1, expect.stringContaining('--stripe')])
  const erased = await runDesk(desk, ...words, '--stripe', 'delete', '--json')
  expect([erased.status, JSON.parse(erased.text)]).toEqual([
    0,
    [expect.objectContaining({ customer: customer.id, stripe: 'deleted', failure: null })],
  ])
  expect(await desk.inAccount(() => CustomerModel.exists({ id: customer.id }))).toBeNull()
  expect(await desk.standIn.stripe.customers.retrieve(customer.id)).toMatchObject({ deleted: true })

  const nobody = await runDesk(desk, 'customers', 'export', 'cus_nobody')
  expect([nobody.status, nobody.text]).toEqual([
    1,
    expect.stringContaining('No customer has the id cus_nobody'),
  ])
}, 60_000)
