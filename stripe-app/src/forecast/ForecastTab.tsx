import { Box, DataTable, Inline, OverviewPage, PageModule, Select } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import { useState } from 'react'
import type { Forecast } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { AccountSelect, MissingAccount } from '../desk/AccountSelect'
import type { Choice } from '../desk/choice'
import { fromDay } from '../format/dates'
import { figureText, NOTHING, percent } from '../format/figures'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import type { Loadable } from '../hooks/useResource'
import { CHANGES, forecastPoints, HIDDEN, METHODS, SERIES, type Series } from './forecast-text'
import { useForecast } from './useForecast'

type Choose = (account: string) => void

const MONTHS_PER_PAGE = 12

const monthIn = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  return (month: string) => format.format(fromDay(`${month}-01`)).replaceAll(' ', '\u00a0')
}

/** The months to come as words and amounts, for reading and for screen readers. */
function Months({ forecast }: { forecast: Forecast }) {
  const locale = useLocale()
  const monthText = monthIn(locale)
  const { data, currency } = forecast
  const cell = { type: 'currency', currency } as const
  return (
    <DataTable
      columns={[
        { key: 'month', label: 'Month' },
        { key: 'value', label: 'Expected', cell },
        { key: 'lower', label: 'Low', cell },
        { key: 'upper', label: 'High', cell },
        { key: 'known', label: 'Of which known', cell },
      ]}
      items={data.map((row) => ({ ...row, id: row.month, month: monthText(row.month) }))}
      pagination={{ pageSize: MONTHS_PER_PAGE }}
    />
  )
}

/** How far off each method would have been, from the months that are known. */
function Tests({ forecast: { tests, method, currency } }: { forecast: Forecast }) {
  const locale = useLocale()
  const rate = (bp: number | null) => figureText(bp, 'bp', currency, locale)
  return (
    <DataTable
      columns={[
        { key: 'method', label: 'Method' },
        { key: 'error', label: 'Error beside "the same as last month"' },
        { key: 'one', label: 'Off after 1 month' },
        { key: 'three', label: 'Off after 3 months' },
        { key: 'held', label: 'Interval held' },
      ]}
      items={tests.map((test) => {
        const step = (months: number) => test.steps.find(({ step: ahead }) => ahead === months)
        const name = METHODS[test.method] ?? test.method
        return {
          id: test.method,
          method: test.method === method ? `${name} (used)` : name,
          error: rate(test.mae_vs_naive_bp),
          one: rate(step(1)?.mape_bp ?? null),
          three: rate(step(3)?.mape_bp ?? null),
          held: rate(step(1)?.coverage_bp ?? null),
        }
      })}
    />
  )
}

/** What is known to change, whether or not there is a forecast. */
function Known({ forecast: { known_changes, currency } }: { forecast: Forecast }) {
  const locale = useLocale()
  const monthText = monthIn(locale)
  const rows = known_changes.filter(({ changes }) => Object.values(changes).some((change) => change !== 0))
  if (rows.length === 0)
    return <Box css={{ color: 'secondary' }}>No end, coupon end or trial is known ahead.</Box>
  return (
    <DataTable
      columns={[
        { key: 'month', label: 'Month' },
        ...Object.entries(CHANGES).map(([key, label]) => ({ key, label })),
      ]}
      items={rows.map(({ month, changes }) => ({
        id: month,
        month: monthText(month),
        ...Object.fromEntries(
          Object.entries(changes).map(([kind, change]) => [
            kind,
            change === 0 ? NOTHING : money(change, currency, locale, { signed: true }),
          ]),
        ),
      }))}
      pagination={{ pageSize: MONTHS_PER_PAGE }}
    />
  )
}

function Shown({ forecast }: { forecast: Forecast }) {
  const locale = useLocale()
  const { hidden, method, tests } = forecast
  if (hidden !== null) return <Box>{HIDDEN[hidden]}</Box>
  const used = tests.find((test) => test.method === method)
  const error = used?.mae_vs_naive_bp ?? null
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Box css={{ height: 280 }}>
        <LineChart data={forecastPoints(forecast)} />
      </Box>
      {error === null ? null : (
        <Inline css={{ color: 'secondary' }}>
          {`On the months that are known its error was ${percent(error, locale)} of that of "the same as last month". Low and high hold the actual value in 80 of 100 cases.`}
        </Inline>
      )}
      <Months forecast={forecast} />
    </Box>
  )
}

function Modules({ choice, choose }: { choice: Choice; choose: Choose }) {
  const [series, setSeries] = useState<Series>('mrr')
  const forecast = useForecast(series)
  const unit = 'value' in forecast ? ` in ${forecast.value.currency.toUpperCase()}` : ''
  return (
    <OverviewPage
      primaryColumn={
        <>
          <Box css={{ stack: 'x', alignY: 'center', gapX: 'small', gapY: 'small', wrap: 'wrap' }}>
            <AccountSelect choice={choice} choose={choose} />
            <Box css={{ width: 180 }}>
              <Select
                label="What to forecast"
                hiddenElements={['label']}
                value={series}
                onChange={(event) => {
                  const next = event.target.value
                  setSeries(next === 'revenue' || next === 'cash' ? next : 'mrr')
                }}
              >
                {Object.entries(SERIES).map(([name, label]) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </Select>
            </Box>
          </Box>
          <MissingAccount choice={choice} choose={choose} />
          <PageModule
            title={`${SERIES[series]} forecast${unit}`}
            subtitle="Each month, worked out last night"
          >
            <Loaded from={forecast} what="The forecast">
              {(value) => (
                <>
                  <Shown forecast={value} />
                  <CoverageLine of={value} />
                </>
              )}
            </Loaded>
          </PageModule>
          {series === 'mrr' && 'value' in forecast ? (
            <PageModule title="What is known to change" subtitle={`MRR by month${unit}`}>
              <Known forecast={forecast.value} />
            </PageModule>
          ) : null}
          {'value' in forecast && forecast.value.tests.length > 0 ? (
            <PageModule
              title="How good it is"
              subtitle="Each method as it would have done from every month that is known"
            >
              <Tests forecast={forecast.value} />
            </PageModule>
          ) : null}
        </>
      }
    />
  )
}

/** What is coming, how sure it is, and how it did before. */
export function ForecastTab({ choice, choose }: { choice: Loadable<Choice>; choose: Choose }) {
  return (
    <Loaded from={choice} what="Your account" loading={<OverviewPage pending primaryColumn={<Box> </Box>} />}>
      {(value) => <Modules choice={value} choose={choose} />}
    </Loaded>
  )
}
