import fc from 'fast-check'
import { brokenLaws, unstableLists } from './testing/laws'
import { Life, lives } from './testing/random-lives'
import { patienceFor, runsOf } from './testing/runs'

const RUNS = runsOf(15)

jest.setTimeout(patienceFor(RUNS))

async function lead(
  steps: Parameters<Life['take']>[0][],
  check: (life: Life) => Promise<string[]>,
): Promise<void> {
  const life = await Life.begin()
  try {
    for (const step of steps) await life.take(step)
    expect(await check(life)).toEqual([])
  } finally {
    await life.close()
  }
}

test('whatever is done to an account, its laws hold', async () => {
  await fc.assert(
    fc.asyncProperty(lives, (steps) => lead(steps, brokenLaws)),
    { numRuns: RUNS },
  )
})

test('paging by 1, 7 and 100 in both directions gives the same lists', async () => {
  await fc.assert(
    fc.asyncProperty(lives, (steps) => lead(steps, unstableLists)),
    { numRuns: Math.ceil(RUNS / 5) },
  )
})
