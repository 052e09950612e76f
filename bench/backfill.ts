/** The first sync of the demo account, beside a raw bulk write of the same documents. */
import mongoose from 'mongoose'
import { benchDesk } from './desk'
import { megabytes } from './measure'

const COPIED = [
  'customers',
  'invoices',
  'charges',
  'payment_intents',
  'balance_transactions',
  'subscriptions',
]
const PAGE = 100

async function rawBulkWrite(): Promise<number> {
  const { db } = mongoose.connection
  if (!db) throw new Error('Not connected')
  let seconds = 0
  let documents = 0
  for (const name of COPIED) {
    const rows = await db.collection(name).find().toArray()
    const began = performance.now()
    for (let start = 0; start < rows.length; start += PAGE)
      await db.collection('bench_raw').bulkWrite(
        rows.slice(start, start + PAGE).map((document) => ({
          insertOne: { document: { ...document, _id: new mongoose.Types.ObjectId() } },
        })),
        { ordered: false },
      )
    seconds += (performance.now() - began) / 1000
    documents += rows.length
  }
  return documents / seconds
}

export async function backfill(): Promise<void> {
  const desk = await benchDesk('demo')
  try {
    await desk.inAccount(async () => {
      const began = performance.now()
      await desk.services.sync.resume()
      await desk.services.sync.drain()
      const seconds = (performance.now() - began) / 1000
      const { resources } = await desk.services.sync.state()
      const objects = resources
        .filter(({ resource }) => resource !== 'figures')
        .reduce((sum, { count }) => sum + count, 0)
      const rate = objects / seconds
      const raw = await rawBulkWrite()
      console.log(
        `first sync, figures included: ${objects} objects in ${seconds.toFixed(1)} s, ${rate.toFixed(0)} objects/s, ${megabytes()}`,
      )
      console.log(
        `raw bulkWrite of ${PAGE}, one in flight: ${raw.toFixed(0)} documents/s; ratio ${((100 * rate) / raw).toFixed(0)} %`,
      )
    })
  } finally {
    await desk.close()
  }
}
