import { createLoop } from './loop'

const HOUR = 3_600_000

test('a round follows each waking, also one that comes while a round is under way; a failure ends nothing', async () => {
  const failures: unknown[] = []
  let rounds = 0
  let finished = () => {}
  const loop = createLoop({
    idleMs: HOUR,
    failed: (error) => failures.push(error),
    round: async () => {
      rounds += 1
      if (rounds === 1) loop.wake()
      if (rounds === 2) throw new Error('second')
      if (rounds === 3) finished()
    },
  })
  const third = new Promise<void>((resolve) => (finished = resolve))
  loop.start()
  loop.start()
  await new Promise(setImmediate)
  expect(rounds).toBe(2)
  loop.wake()
  await third
  expect(failures).toEqual([new Error('second')])
  await loop.stop()
  expect([loop.stopped(), rounds]).toEqual([true, 3])
})

test('without one it looks every so often', async () => {
  let finished = () => {}
  const third = new Promise<void>((resolve) => (finished = resolve))
  let rounds = 0
  const loop = createLoop({
    idleMs: 1,
    failed: () => {},
    round: () => {
      if (++rounds === 3) finished()
      return Promise.resolve()
    },
  })
  loop.start()
  await third
  await loop.stop()
})
