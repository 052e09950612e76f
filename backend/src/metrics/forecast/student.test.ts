import { t90 } from './student'

test.each([
  [1, 3.0777],
  [2, 1.8856],
  [3, 1.6377],
  [4, 1.5332],
  [5, 1.4759],
  [10, 1.3722],
  [29, 1.3114],
  [30, 1.3104],
  [120, 1.2886],
  [100_000, 1.2816],
])('with %d degrees of freedom the 90th percentile is %d, as in the printed tables', (df, expected) => {
  expect(t90(df)).toBeCloseTo(expected, 4)
})
