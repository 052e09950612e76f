import { startDesk, type Desk } from '../test/harness'
let desk: Desk
beforeAll(async () => {
  console.time('start')
  desk = await startDesk()
  console.timeEnd('start')
})
afterAll(() => desk.close())
test('overview', async () => {
  console.time('sync')
  await desk.sync()
  console.timeEnd('sync')
  const owner = await desk.as('owner')
  const s = await owner.get('/v1/sync')
  console.log(s.body)
  const a = await owner.get('/v1/analytics/overview')
  console.log(a.statusCode, a.body, a.headers)
  console.log(await desk.standIn.counts())
})
