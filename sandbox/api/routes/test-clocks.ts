import { beginAdvance, createTestClock, deleteTestClock, furthestAdvance } from '../domain/test-clocks'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderTestClock } from '../render/platform'
import { fromParam, fromPath } from './lookups'

const PATH = '/v1/test_helpers/test_clocks'

export const testClockRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of test_helpers.test_clock',
    prepare: ({ account, params }) =>
      preparePage(
        params,
        { collection: account.store.testClocks, url: PATH, noun: 'test clock', render: renderTestClock },
        {},
      ),
  },
  {
    method: 'POST',
    path: PATH,
    answers: 'test_helpers.test_clock',
    prepare({ account, params }) {
      const frozenTime = params.instant('frozen_time') ?? params.missing('frozen_time')
      const name = params.text('name', 300) ?? null
      const id = params.filled('customer')
      const customer =
        id === undefined ? null : fromParam(account.store.customers, 'customer', id, 'customer')
      if (customer && account.store.subscriptions.withKey('customer', customer.id).length > 0) {
        throw invalid(
          'The stand-in attaches only customers without subscriptions to a test clock. Create the customer with `test_clock`, then subscribe it.',
          { param: 'customer' },
        )
      }
      return () => {
        const clock = createTestClock(account, { name, frozenTime })
        if (customer) {
          customer.test_clock = clock.id
          account.store.customers.addToIndex('test_clock', clock.id, customer.id)
        }
        return renderTestClock(clock)
      }
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'test_helpers.test_clock',
    prepare({ account, ids }) {
      const clock = fromPath(account.store.testClocks, 'test clock', ids[0])
      return () => renderTestClock(clock)
    },
  },
  {
    method: 'DELETE',
    path: `${PATH}/:id`,
    answers: 'test_helpers.test_clock',
    prepare({ account, ids }) {
      const clock = fromPath(account.store.testClocks, 'test clock', ids[0])
      return () => {
        deleteTestClock(account, clock)
        return { id: clock.id, object: 'test_helpers.test_clock', deleted: true }
      }
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/advance`,
    answers: 'test_helpers.test_clock',
    prepare({ account, ids, params }) {
      const clock = fromPath(account.store.testClocks, 'test clock', ids[0])
      const target = params.instant('frozen_time') ?? params.missing('frozen_time')
      if (target <= clock.frozen_time) {
        throw invalid('The new frozen time must be after the current frozen time.', { param: 'frozen_time' })
      }
      if (target > furthestAdvance(account, clock)) {
        throw invalid(
          'You cannot advance a test clock by more than two intervals of its shortest subscription, or by more than two years if it has none.',
          { param: 'frozen_time' },
        )
      }
      return () => {
        beginAdvance(account, clock, target)
        return renderTestClock(clock)
      }
    },
  },
]
