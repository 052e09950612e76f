/**
 * Answers about revenue on three years of history in three sizes, beside an answer that reads nothing and the same
 * question put to the copies of invoices in MongoDB. `npm run bench -- analytics 10000 100000` takes other sizes.
 */
import { trusted } from '../backend/src/database/query'
import { InvoiceModel } from '../backend/src/invoices/model'
import { benchDesk, type BenchDesk } from './desk'
import { writeHistory } from './history'
import { load, megabytes, print, type Outcome } from './measure'

const SIZES = [10_000, 100_000, 1_000_000]
const REQUESTS = 400
const CONCURRENCY = 4
const day = (months: number) => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10)
}
const months = `from=${day(35)}&interval=month`
const QUESTIONS: [name: string, path: string][] = [
  ['an answer that reads nothing', '/health/live'],
  ['overview', '/v1/analytics/overview'],
  ['mrr', `/v1/analytics/mrr?${months}`],
  ['mrr_movements', `/v1/analytics/mrr_movements?${months}`],
  ['churn', '/v1/analytics/churn'],
  ['mrr of a product', `/v1/analytics/mrr?${months}&slice=product:prod_1`],
  ['breakdown by product', '/v1/analytics/breakdown?by=product'],
]

/** What invoices billed by month, of the raw copies. @returns milliseconds, the best of three */
async function aggregation(desk: BenchDesk): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    await desk.inAccount(() =>
      InvoiceModel.aggregate([
        { $match: { 'object.status': trusted({ $in: ['open', 'paid'] }) } },
        { $unwind: '$object.lines.data' },
        {
          $group: {
            _id: {
              $dateTrunc: {
                date: { $toDate: { $multiply: ['$object.lines.data.period.start', 1000] } },
                unit: 'month',
              },
            },
            sum: { $sum: '$object.lines.data.amount' },
          },
        },
        { $sort: { _id: 1 } },
      ]),
    )
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}

async function measure(atLeast: number): Promise<Map<string, Outcome>> {
  const desk = await benchDesk('empty')
  try {
    await desk.inAccount(() => desk.services.sync.drain())
    const invoices = await desk.inAccount(() => writeHistory(atLeast, desk.services.clock))
    const began = performance.now()
    let customers = 0
    await desk.inAccount(() =>
      desk.services.figures.rebuild((done) => {
        customers = done
        return Promise.resolve()
      }),
    )
    const seconds = (performance.now() - began) / 1000
    console.log(`\n${invoices} invoices, ${customers} customers: made in ${seconds.toFixed(1)} s`)
    const headers = { authorization: `Bearer ${desk.token}` }
    const outcomes = new Map<string, Outcome>()
    for (const [name, path] of QUESTIONS) {
      const calls = Array.from({ length: REQUESTS }, () => ({ method: 'GET', path, headers }))
      await load(desk.port, calls.slice(0, 50), CONCURRENCY)
      const outcome = await load(desk.port, calls, CONCURRENCY)
      print(name, outcome)
      outcomes.set(name, outcome)
    }
    const raw = await aggregation(desk)
    const mrr = outcomes.get('mrr')?.p99 ?? NaN
    console.log(
      `the same by aggregation of the copies: ${raw.toFixed(0)} ms, ${(raw / mrr).toFixed(0)} times as long`,
    )
    console.log(`memory of this process, load included, ${megabytes()}`)
    return outcomes
  } finally {
    await desk.close()
  }
}

export async function analytics(): Promise<void> {
  const wanted = process.argv.slice(3).map(Number)
  const sizes = wanted.length > 0 ? wanted : SIZES
  const all: Map<string, Outcome>[] = []
  for (const size of sizes) all.push(await measure(size))
  const [first, last] = [all[0], all.at(-1)]
  console.log(`\np99 at ${sizes.at(-1)} invoices, as many times that at ${sizes[0]}:`)
  for (const [name] of QUESTIONS)
    console.log(
      `${name.padEnd(44)} ${((last?.get(name)?.p99 ?? NaN) / (first?.get(name)?.p99 ?? NaN)).toFixed(2)}`,
    )
}
