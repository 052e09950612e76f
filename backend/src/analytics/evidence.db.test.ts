/** Every figure of every answer about MRR leads to rows that add up to it, or to figures that it is made of. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { FIGURES, type FigureName } from './definitions'
import type { Evidence, Overview, SeriesFigure } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
  await desk.addSecond()
}, 120_000)
afterAll(() => desk.close())

async function json<T>(url: string): Promise<T> {
  const answer = await owner.get(url)
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
  return answer.json<T>()
}

/** The figure with the sum of all its rows, read page by page. */
async function read(link: string): Promise<Evidence & { sum: number }> {
  let sum = 0
  let after = ''
  const ids = new Set<string>()
  for (;;) {
    const page = await json<Evidence>(`${link}&limit=100${after}`)
    for (const { id, value } of page.data) {
      expect(ids.has(id)).toBe(false)
      ids.add(id)
      sum += value
    }
    const last = page.data.at(-1)
    if (page.has_more && last) after = `&starting_after=${encodeURIComponent(last.id)}`
    else {
      expect(ids.size).toBe(page.rows)
      return { ...page, sum }
    }
  }
}

const round = (value: number) => Math.sign(value) * Math.round(Math.abs(value))

/** Checks a link against the value that it explains, and what it is made of in turn. */
const seen = new Map<string, number | null>()
async function explain(link: string, value: number | null): Promise<void> {
  const known = seen.get(link)
  if (known !== undefined) return expect([link, known]).toEqual([link, value])
  seen.set(link, value)
  const { figure, made, parts, sum, value: said } = await read(link)
  expect([link, said]).toEqual([link, value])
  for (const part of parts) await explain(part.evidence, part.value)
  const of = (sign: string) =>
    parts.filter((part) => part.sign === sign).reduce((total, part) => total + (part.value ?? 0), 0)
  if (made === 'rows') expect([link, sum]).toEqual([link, value])
  if (made === 'sum') {
    const { made: how } = FIGURES[figure as FigureName]
    const times = 'times' in how ? how.times : 1
    expect([link, times * (of('plus') - of('minus'))]).toEqual([link, value])
  }
  if (made === 'ratio') {
    const { made: how, unit } = FIGURES[figure as FigureName]
    const scale = unit === 'bp' ? 10_000 : 1
    const exact = of('over') === 0 ? null : (scale * of('plus')) / of('over')
    const expected = exact !== null && 'complement' in how ? scale - exact : exact
    if (expected === null) expect([link, value]).toEqual([link, null])
    // parts in several currencies are rounded, the rate is not
    else expect([link, Math.abs((value ?? NaN) - round(expected)) <= 1]).toEqual([link, true])
  }
}

describe.each(['', '&currency=eur', '&slice=interval:month', '&account=all&mode=test'])(
  'asked with "%s"',
  (more) => {
    test('every figure of the overview', async () => {
      const { figures } = await json<Overview>(`/v1/analytics/overview?from=2026-03-01&to=2026-04-30${more}`)
      const explained = Object.values(figures).filter(({ evidence }) => evidence !== null)
      for (const { value, evidence } of explained) if (evidence) await explain(evidence, value)
      expect(explained.length).toBeGreaterThan(more.includes('slice') ? 16 : 24)
    })

    // two months once; asked otherwise, one
    const first = more === '' ? '2026-02-01' : '2026-03-01'
    const money = more.includes('slice') ? [] : ['revenue', 'fees']
    test.each(['mrr_movements', 'mrr', 'growth', 'retention', 'arpa', 'quick_ratio', ...money])(
      'every figure of each month of %s',
      async (route) => {
        type Row = Record<string, unknown> & { date: string; end_date?: string }
        const { data, figures } = await json<{ data: Row[]; figures: Record<string, SeriesFigure> }>(
          `/v1/analytics/${route}?from=${first}&to=2026-03-31&interval=month${more}`,
        )
        expect(data).toHaveLength(more === '' ? 2 : 1)
        for (const row of data)
          for (const [field, { evidence }] of Object.entries(figures)) {
            const value = row[field]
            if (typeof value !== 'number') continue
            const last = row.end_date ?? row.date
            const from = row.end_date === undefined ? `${row.date.slice(0, 7)}-01` : row.date
            await explain(evidence.replace('{date}', from).replace('{end_date}', last), value)
          }
      },
    )

    test('every figure of churn, of the slices and of the lifetime value', async () => {
      type Nested = Record<string, unknown>
      const churn = await json<Nested & { figures: Record<string, SeriesFigure> }>(
        `/v1/analytics/churn?from=2026-02-01&to=2026-04-30${more}`,
      )
      for (const [field, { evidence }] of Object.entries(churn.figures)) {
        const value = field.split('.').reduce<unknown>((inner, name) => (inner as Nested)[name], churn)
        if (typeof value === 'number') await explain(evidence, value)
      }
      const { data } = await json<{ data: { mrr: number; evidence: string }[] }>(
        `/v1/analytics/breakdown?by=product${more}`,
      )
      expect(data.length).toBeGreaterThan(1)
      for (const { mrr, evidence } of data) await explain(evidence, mrr)
      const cohorts = await json<{ data: { size: number; evidence: string }[] }>(
        `/v1/analytics/cohorts?from=2025-11-01&to=2026-05-14${more}`,
      )
      expect(cohorts.data.length).toBeGreaterThan(3)
      for (const { size, evidence } of cohorts.data) if (more === '') await explain(evidence, size)
      const ltv = await json<Pick<Overview, 'figures'>>(`/v1/analytics/ltv?${more}`)
      for (const { value, evidence } of Object.values(ltv.figures))
        if (evidence) await explain(evidence, value)
    })

    if (more.includes('slice')) return
    test.each(['receivables', 'cash', 'disputes', 'trials'])('every figure of %s', async (route) => {
      const { figures } = await json<Pick<Overview, 'figures'>>(
        `/v1/analytics/${route}?from=2026-03-01&to=2026-04-30${more}`,
      )
      for (const { value, evidence } of Object.values(figures)) if (evidence) await explain(evidence, value)
      expect(Object.values(figures).some(({ value }) => value)).toBe(true)
    })

    test('every week of the cash flow, and what each network counts', async () => {
      type Row = Record<string, number> & { date: never; end_date: never }
      const { flow } = await json<{ flow: { data: Row[]; figures: Record<string, SeriesFigure> } }>(
        `/v1/analytics/cash?from=2026-03-02&to=2026-03-15&interval=week${more}`,
      )
      expect(flow.data).toHaveLength(2)
      for (const row of flow.data)
        for (const [name, { evidence }] of Object.entries(flow.figures)) {
          const link = evidence.replace('{date}', row.date).replace('{end_date}', row.end_date)
          await explain(link, row[name] ?? null)
        }
      type Standing = { count: number; payments: number; evidence: { count: string; payments: string } }
      const { networks } = await json<{ networks: Standing[] }>(`/v1/analytics/disputes?to=2026-03-31${more}`)
      expect(networks.length).toBeGreaterThan(2)
      for (const { count, payments, evidence } of networks) {
        await explain(evidence.count, count)
        await explain(evidence.payments, payments)
      }
    })
  },
)

test.each(['overview', 'receivables', 'cash', 'disputes', 'trials'])(
  'as of a moment within a day: every figure of %s',
  async (route) => {
    const at = Date.parse('2026-03-20T11:00:00Z') / 1000
    const { figures } = await json<Pick<Overview, 'figures'>>(
      `/v1/analytics/${route}?from=2026-03-01&to=2026-03-31&at=${at}`,
    )
    for (const { value, evidence } of Object.values(figures)) if (evidence) await explain(evidence, value)
  },
)

test('rows name the customer to those who may read customers, and to nobody else', async () => {
  const link = `/v1/analytics/evidence?figure=mrr&limit=5&account=${desk.account.accountId}&mode=test`
  const names = ({ data }: Evidence) => data.map(({ customer_name }) => customer_name)
  expect(names(await json<Evidence>(link)).every((name) => name !== null && name.length > 2)).toBe(true)
  const made = await owner.post('/v1/api_keys', {
    name: 'Figures',
    scopes: ['analytics:read'],
    mode: 'test',
  })
  const { key } = made.json<{ key: string }>()
  const answer = await desk.with(key).get(link)
  expect(answer.statusCode).toBe(200)
  expect(names(answer.json<Evidence>())).toEqual([null, null, null, null, null])
})
