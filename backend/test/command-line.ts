import { execFile } from 'node:child_process'
import path from 'node:path'
import mongoose from 'mongoose'
import { BASE_ENV, type Desk } from './harness'

const ROOT = path.join(__dirname, '../..')

/** Runs `desk <words>` in a process of its own, on the database and the stand-in of a test. */
export function runDesk(
  { config, standIn, env: change }: Pick<Desk, 'config' | 'standIn'> & { env?: Record<string, string> },
  ...words: string[]
): Promise<{ status: unknown; text: string }> {
  const uri = new URL(process.env['TEST_MONGODB_URI'] ?? '')
  uri.pathname = mongoose.connection.name
  const env = {
    ...BASE_ENV,
    PATH: process.env['PATH'],
    MONGODB_URI: uri.href,
    STRIPE_API_BASE: standIn.url,
    STRIPE_SECRET_KEY: standIn.secretKey,
    DATA_DIR: config.dataDir,
    ...change,
  }
  const command = ['scripts/run.mjs', 'backend/src/cli/main.ts', ...words]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env, cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ status: error ? error.code : 0, text: stdout + stderr }),
    )
  })
}
