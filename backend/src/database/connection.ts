import mongoose from 'mongoose'
import { SetupError } from '../errors'
import { createCollections } from './model'

mongoose.set('strictQuery', 'throw')
mongoose.set('sanitizeFilter', true)
mongoose.set('transactionAsyncLocalStorage', true)
mongoose.set('bufferCommands', false)

/**
 * Connects to a replica set and creates what is missing. Everything acknowledged is journaled on a majority.
 * @throws SetupError when the address is wrong, nobody answers, or it is no replica set.
 */
export async function connectDatabase(uri: string, options: mongoose.ConnectOptions = {}): Promise<void> {
  try {
    await mongoose.connect(uri, {
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      serverSelectionTimeoutMS: 5_000,
      waitQueueTimeoutMS: 2_000,
      maxPoolSize: 50,
      ...options,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SetupError(
      `MongoDB does not answer: ${reason.replace(/\/\/[^@/]*@/, '//')}. Check MONGODB_URI`,
      { cause: error },
    )
  }
  const hello = await mongoose.connection.db?.admin().command({ hello: 1 })
  if (!hello?.['setName'] && hello?.['msg'] !== 'isdbgrid')
    throw new SetupError(
      'MongoDB must be a replica set (transactions need one): start mongod with --replSet and initiate it',
    )
  await createCollections()
}

export async function disconnectDatabase(): Promise<void> {
  await mongoose.disconnect()
}

/** True while a primary answers within `timeoutMs` milliseconds. */
export async function databaseAnswers(timeoutMs = 2_000): Promise<boolean> {
  const ping = mongoose.connection.db?.admin().command({ ping: 1 }, { timeoutMS: timeoutMs })
  return ping
    ? ping.then(
        () => true,
        () => false,
      )
    : false
}
