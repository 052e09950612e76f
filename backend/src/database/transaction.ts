import { AsyncLocalStorage } from 'node:async_hooks'
import mongoose from 'mongoose'

const sessions = new AsyncLocalStorage<mongoose.ClientSession>()

/**
 * Runs `work` in one transaction; every model call inside belongs to it. `work` may run more than once, as MongoDB
 * asks on a conflict. A transaction inside one joins it: the outermost caller decides what is one change.
 */
export async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  if (sessions.getStore()) return work()
  return mongoose.connection.transaction((session) => sessions.run(session, work))
}

/** The session of the transaction at hand, for calls that go past Mongoose. */
export function currentSession(): mongoose.ClientSession | undefined {
  return sessions.getStore()
}
