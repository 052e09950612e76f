import os from 'node:os'
import mongoose from 'mongoose'
import { openTestDatabase, startDesk } from '../../test/harness'
import { buildApp } from '../app'
import { SetupError } from '../errors'
import { connectDatabase, databaseAnswers, disconnectDatabase } from './connection'
import { createCollections } from './model'
import { COLLECTIONS } from './scope'

const connect = (uri: string) =>
  connectDatabase(uri, { serverSelectionTimeoutMS: 300, runtimeAdapters: { os } }).finally(disconnectDatabase)

test.each([
  ['no address at all', 'nonsense'],
  ['an address where nobody answers', 'mongodb://somebody:s3cret@127.0.0.1:9/desk'],
])('%s is told in one line that names the variable, without the password', async (_name, uri) => {
  const error: unknown = await connect(uri).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SetupError)
  const { message } = error as SetupError
  expect(message).toContain('MONGODB_URI')
  expect(message).not.toMatch(/s3cret|\n/)
  expect(await databaseAnswers()).toBe(false)
})

test('several instances may prepare an empty database at the same time; every collection of the table is there', async () => {
  const { drop } = await openTestDatabase()
  await Promise.all([createCollections(), createCollections(), createCollections()])
  const there = (await mongoose.connection.db?.listCollections().toArray())?.map(({ name }) => name)
  const indexed = Object.entries(COLLECTIONS).flatMap(([name, key]) => (key === 'none' ? [] : [name]))
  expect(there).toEqual(expect.arrayContaining(indexed))
  await drop()
})

test('ready says whether work can be done; alive says only that the process answers', async () => {
  const desk = await startDesk({ standIn: null })
  let draining = false
  const app = await buildApp({ config: desk.config, services: desk.services, draining: () => draining })
  const ask = async (path: string) => {
    const answer = await app.inject(`/health/${path}`)
    return [answer.statusCode, answer.json<{ status: string }>().status]
  }
  expect([await ask('ready'), await ask('live')]).toEqual([
    [200, 'ready'],
    [200, 'alive'],
  ])
  draining = true
  expect([await ask('ready'), await ask('live')]).toEqual([
    [503, 'draining'],
    [200, 'alive'],
  ])
  await app.close()
  await desk.close()
})
