import mongoose from 'mongoose'
import { startDesk, type Desk } from '../../test/harness'
import { RETENTION } from './retention'
import { COLLECTIONS, type CollectionName } from './scope'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
})
afterAll(() => desk.close())

test.each(Object.keys(COLLECTIONS) as CollectionName[])('%s expires as the list says', async (name) => {
  const model = mongoose.model(name)
  // one without an index is made by its first document
  await model.createCollection()
  const { schema, collection } = model
  const indexes = (await collection.indexes()) as { key: object; expireAfterSeconds?: number }[]
  const expiring = indexes.filter(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)
  const kept = RETENTION[name]
  if (typeof kept === 'string') return expect(expiring).toEqual([])
  expect(expiring).toMatchObject([{ key: { [kept.field]: 1 }, expireAfterSeconds: kept.days * 86_400 }])
  // MongoDB passes over what is no date
  expect(schema.path(kept.field)).toBeInstanceOf(mongoose.Schema.Types.Date)
})
