import { useCallback } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { Forecast } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource } from '../hooks/useResource'

/** The latest forecast of a series. */
export function useForecast(series: Forecast['series']) {
  const api = useApi()
  const read = useCallback<Read<Forecast>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/forecasts', {
          params: { query: { series } },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, series],
  )
  return useResource({ key: `forecast ${series}`, read, pollMs: POLL_MS })
}
