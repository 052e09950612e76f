import { AsyncLocalStorage } from 'node:async_hooks'
import mongoose from 'mongoose'

interface Transaction {
  session: mongoose.ClientSession
  /** Called once the transaction has committed. */
  after: Set<() => void>
}

const transactions = new AsyncLocalStorage<Transaction>()

/**
 * Runs `work` in one transaction; every model call inside belongs to it. `work` may run more than once, as MongoDB
 * asks on a conflict. A transaction inside one joins it: the outermost caller decides what is one change.
 */
export async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  if (transactions.getStore()) return work()
  const after = new Set<() => void>()
  const result = await mongoose.connection.transaction((session) => {
    after.clear()
    return transactions.run({ session, after }, work)
  })
  for (const call of after) call()
  return result
}

/** Calls once the transaction at hand has committed, however often it was named; at once where there is none. */
export function afterCommit(call: () => void): void {
  const transaction = transactions.getStore()
  if (transaction) transaction.after.add(call)
  else call()
}

/** The session of the transaction at hand, for calls that go past Mongoose. */
export function currentSession(): mongoose.ClientSession | undefined {
  return transactions.getStore()?.session
}
