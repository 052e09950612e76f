/** One mongod for a run of the integration tests, in a temporary folder; its address goes to the workers by environment. */
const { mkdtempSync, readFileSync, rmSync } = require('node:fs')
const { homedir, tmpdir } = require('node:os')
const path = require('node:path')

require('tsx/cjs')
const { findMongod, startMongod } = require('../backend/src/database/embedded-mongod.ts')

/** A run that is broken off leaves no mongod behind. */
function endWithRun(folder) {
  const kill = () => {
    try {
      process.kill(JSON.parse(readFileSync(path.join(folder, 'mongod.json'), 'utf8')).pid, 'SIGKILL')
    } catch {
      // ended in order
    }
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', kill)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))
}

module.exports = async () => {
  const { mongo } = require('mongoose')
  const cache = path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'revenue-desk')
  const say = (line) => process.stderr.write(`${line}\n`)
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-tests-'))
  endWithRun(folder)
  const mongod = await startMongod(folder, () => findMongod(process.env['MONGOD_BINARY'] || null, cache, say))
  // tests live at an hour of their own: what is long past for the server must not go from under them
  const client = await mongo.MongoClient.connect(mongod.uri)
  await client.db('admin').command({ setParameter: 1, ttlMonitorEnabled: false })
  await client.close()
  process.env['TEST_MONGODB_URI'] = mongod.uri
  globalThis.testMongod = {
    stop: () => mongod.stop().then(() => rmSync(folder, { recursive: true, force: true })),
  }
}
