import { invalid } from '../../http/errors'
import type { Route } from '../../http/route'
import type { Sample } from '../../sample/history'
import { isScenarioName, SCENARIOS } from '../../sample/scenarios'
import type { Account } from '../../store/account'

function sampleOf({ sample }: Account): Sample {
  if (sample) return sample
  throw invalid('This account has no sample business.')
}

/** What happens to the sample business. */
export const sampleCommands: Route[] = [
  {
    method: 'POST',
    path: '/_sandbox/scenarios/:name',
    answers: 'nothing',
    prepare({ account, ids }) {
      const name = ids[0] ?? ''
      if (!isScenarioName(name)) {
        throw invalid(
          `There is no scenario '${name}'. It must be one of ${Object.keys(SCENARIOS).join(', ')}.`,
          {
            status: 404,
          },
        )
      }
      const sample = sampleOf(account)
      return () => {
        sample.play(name)
        return { name, began: account.now, summary: SCENARIOS[name].summary }
      }
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/trickle',
    answers: 'nothing',
    prepare({ account, params }) {
      const newPerHour = params.integer('new_per_hour', 0, 1_000) ?? params.missing('new_per_hour')
      const sample = sampleOf(account)
      return () => {
        sample.trickle(newPerHour)
        return { new_per_hour: newPerHour }
      }
    },
  },
]
