import { testClock } from '../../test/clock'
import { openTestDatabase } from '../../test/harness'
import { SharedCounts } from './rate-limit-store'

let database: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

const MINUTE = 60_000

test('two instances together let a limit pass, and at most a twentieth more', async () => {
  const clock = testClock()
  const instances = [new SharedCounts(clock.now), new SharedCounts(clock.now)]
  let passed = 0
  const client = async (index: number) => {
    for (let request = 0; request < 100; request += 1) {
      const { current } = (await instances[index % 2]?.count('ip', MINUTE, 600)) ?? { current: 0 }
      if (current <= 600) passed += 1
    }
  }
  await Promise.all(Array.from({ length: 16 }, (_, index) => client(index)))
  expect(passed).toBeGreaterThanOrEqual(600)
  expect(passed).toBeLessThanOrEqual(630)
})

test('small limits are exact', async () => {
  const clock = testClock()
  const instances = [new SharedCounts(clock.now), new SharedCounts(clock.now)]
  const counted = await Promise.all(
    Array.from({ length: 40 }, (_, index) => instances[index % 2]?.count('sign-in', MINUTE, 20)),
  )
  expect(counted.filter((one) => (one?.current ?? 0) <= 20)).toHaveLength(20)
})

test('a window ends for everybody at once, and counts begin anew', async () => {
  const clock = testClock()
  const counts = new SharedCounts(clock.now)
  for (let request = 0; request < 30; request += 1) await counts.count('one', MINUTE, 20)
  const { current, ttl } = await counts.count('one', MINUTE, 20)
  expect([current, ttl]).toEqual([31, MINUTE - (clock.ms() % MINUTE)])
  clock.advance(ttl / 1000)
  expect(await counts.count('one', MINUTE, 20)).toEqual({ current: 1, ttl: MINUTE })
  expect((await counts.count('another', MINUTE, 20)).current).toBe(1)
})
