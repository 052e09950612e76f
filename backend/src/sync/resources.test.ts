import { keep } from './resources'

test('what a canceller wrote is not kept; the reason and the choice are', () => {
  const details = { comment: 'Kim left', feedback: 'unused', reason: 'cancellation_requested' }
  const kept = keep({ id: 'sub_1', object: 'subscription', cancellation_details: details })
  expect(kept['cancellation_details']).toEqual({ ...details, comment: null })
  const open = { id: 'sub_2', object: 'subscription', cancellation_details: null }
  expect(keep(open)).toEqual(open)
})
