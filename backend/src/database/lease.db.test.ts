import mongoose from 'mongoose'
import { openTestDatabase } from '../../test/harness'
import { underLease } from './lease'

let database: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

const leases = () =>
  mongoose.connection.collection<{ _id: string; owner: string; until: Date; fence: number }>('leases')
const row = (name: string) => leases().findOne({ _id: name })

/** A promise and the way to keep it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

test('of contenders one works; the others are told at once', async () => {
  const { opened, open } = gate()
  let working = 0
  const first = underLease('one', async () => {
    working += 1
    await opened
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const others = await Promise.all(
    Array.from({ length: 8 }, () =>
      underLease('one', async () => {
        working += 1
      }),
    ),
  )
  expect(others).toEqual(Array.from({ length: 8 }, () => false))
  open()
  expect(await first).toBe(true)
  expect(working).toBe(1)
})

test('eight that begin at the same moment: one at a time', async () => {
  let working = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 8 }, () =>
      underLease('rush', async () => {
        most = Math.max(most, ++working)
        await new Promise((resolve) => setTimeout(resolve, 20))
        working -= 1
      }),
    ),
  )
  expect(most).toBe(1)
})

test('its end frees it for the next, also after a failure, and the fence grows with each holder', async () => {
  const fences: number[] = []
  const hold = () =>
    underLease('fence', async ({ fence, held }) => {
      fences.push(fence)
      expect(held()).toBe(true)
    })
  await hold()
  await hold()
  await expect(underLease('fence', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await hold()
  expect(fences).toEqual([1, 2, 4])
})

test('a dead holder is followed once its lease has run out by the clock of the database', async () => {
  const { opened, open } = gate()
  let fence = 0
  const dead = underLease('takeover', async (lease) => {
    fence = lease.fence
    await opened
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await underLease('takeover', async () => {})).toBe(false)
  await leases().updateOne({ _id: 'takeover' }, { $set: { until: new Date(Date.now() - 1) } })
  let taken = 0
  const { opened: finished, open: finish } = gate()
  const successor = underLease('takeover', async (lease) => {
    taken = lease.fence
    await finished
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(taken).toBe(fence + 1)
  // the one believed dead comes to its end: it does not free what is no longer its own
  open()
  await dead
  expect((await row('takeover'))?.until.getTime()).toBeGreaterThan(Date.now())
  finish()
  expect(await successor).toBe(true)
})

test('leases of different names do not meet', async () => {
  const both = await underLease('a', async () => {
    expect(await underLease('b', async () => {})).toBe(true)
  })
  expect(both).toBe(true)
})
