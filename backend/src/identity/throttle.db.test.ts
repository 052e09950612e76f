/** Guessing is slowed down, on all instances together, and keeps nobody out who has signed in before. */
import { anotherInstance, startDesk, type Answer, type Desk } from '../../test/harness'
import { newPerson } from '../../test/person'
import { AuditEntryModel } from '../audit/model'
import { runInScope } from '../database/scope'
import { AppError } from '../errors'
import { MemberModel } from '../team/model'
import { ThrottleModel } from './model'
import { createThrottle, type Refusal, type Subject } from './throttle'

const HOUR = 3_600

let desk: Desk
let other: Desk['app']
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  other = await anotherInstance(desk)
})
afterAll(async () => {
  await other.close()
  await desk.close()
})

const codeOf = (answer: Answer) => (answer.statusCode === 201 ? 'in' : answer.json<{ code: string }>().code)
const waitOf = (answer: Answer) => Number(answer.headers['retry-after'])
const trailOf = async (id: string) =>
  (
    await runInScope({ workspaceId: desk.workspaceId }, () =>
      AuditEntryModel.find({ 'target.id': id }).lean().exec(),
    )
  ).map(({ action }) => action)

describe('a throttle', () => {
  /** Two instances over one database. */
  const instances = () => [0, 1].map(() => createThrottle({ clock: desk.clock, pepper: 'pepper' }))
  const wrong = (): Promise<void> => Promise.reject(new AppError('wrong_credentials', 'wrong'))
  const right = () => Promise.resolve()
  /** @returns what a try came to: `in`, `wrong`, or the seconds to wait */
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'in',
      (error: AppError) => error.options.retryAfterSeconds ?? 'wrong',
    )
  const setUp = (subjects: Subject[], notes: Refusal[] = []) => {
    const [throttle] = instances()
    return (check: () => Promise<void>) =>
      outcome(
        throttle?.guard(
          subjects,
          (refusal) => {
            notes.push(refusal)
            return Promise.resolve()
          },
          check,
        ) ?? right(),
      )
  }

  test('lets five failures pass; from then on each doubles the wait, up to a minute', async () => {
    const attempt = setUp([{ id: 'doubling', free: 5 }])
    for (let failure = 1; failure < 5; failure += 1) expect(await attempt(wrong)).toBe('wrong')
    for (const wait of [1, 2, 4, 8, 16, 32, 60, 60, 60]) {
      expect(await attempt(wrong)).toBe('wrong')
      expect(await attempt(right)).toBe(wait)
      desk.clock.advance(wait - 1)
      expect(await attempt(right)).toBe(1)
      desk.clock.advance(1)
    }
    expect(await attempt(right)).toBe('in')
  })

  test('forgets failures an hour after the last, and not before', async () => {
    const attempt = setUp([{ id: 'forgetting', free: 5 }])
    const fail = async (times: number) => {
      for (let failure = 0; failure < times; failure += 1) expect(await attempt(wrong)).toBe('wrong')
    }
    await fail(4)
    desk.clock.advance(HOUR - 1)
    await fail(1)
    expect(await attempt(wrong)).toBe(1)
    desk.clock.advance(HOUR)
    await fail(5)
    expect(await attempt(wrong)).toBe(1)
  })

  test('neither counts a success nor forgives for it: whoever signs in does not help a guesser on', async () => {
    const attempt = setUp([{ id: 'forgiving', free: 5 }])
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await attempt(wrong)).toBe('wrong')
      for (let success = 0; success < 3; success += 1) expect(await attempt(right)).toBe('in')
    }
    expect(await attempt(wrong)).toBe('wrong')
    expect(await attempt(right)).toBe(1)
  })

  test('counts nothing but wrong guesses as failures that leave a note, and tells of each wait once', async () => {
    const notes: Refusal[] = []
    const attempt = setUp([{ id: 'telling', free: 1 }], notes)
    await attempt(() => Promise.reject(new AppError('second_factor_needed', 'code')))
    for (let turn = 0; turn < 3; turn += 1) await attempt(right)
    expect(notes).toEqual(['throttled'])
    desk.clock.advance(1)
    for (let turn = 0; turn < 3; turn += 1) await attempt(wrong)
    expect(notes).toEqual(['throttled', 'refused', 'throttled'])
  })

  test('of many at once lets no more pass than there are tries', async () => {
    const both = instances()
    let checks = 0
    const guess = (index: number) =>
      outcome(
        both[index % 2]?.guard([{ id: 'at once', free: 5 }], right, () => {
          checks += 1
          return wrong()
        }) ?? right(),
      )
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => guess(index)))
    expect(checks).toBe(5)
    expect(outcomes.filter((one) => one === 'wrong')).toHaveLength(5)
  })

  test('of 10,000 guesses in an hour, from 100 addresses on two instances, lets fewer than 100 be checked', async () => {
    const both = instances()
    const [email, device] = ['owner@example.com', both[0]?.deviceToken('owner@example.com')]
    const checked = { guesses: 0, owner: 0 }
    const STEPS = 200
    for (let step = 0; step < STEPS; step += 1) {
      await Promise.all(
        Array.from({ length: 10_000 / STEPS }, (_, index) => {
          const throttle = both[index % 2]
          const subjects = throttle?.ofSignIn(email, `10.9.${(step + index) % 100}.7`, undefined) ?? []
          return outcome(
            throttle?.guard(subjects, right, () => {
              checked.guesses += 1
              return wrong()
            }) ?? right(),
          )
        }),
      )
      if (step % 20 === 0) {
        const subjects = both[1]?.ofSignIn(email, '10.9.5.8', device) ?? []
        checked.owner += (await outcome(both[1]?.guard(subjects, right, right) ?? wrong())) === 'in' ? 1 : 0
      }
      desk.clock.advance(HOUR / STEPS)
    }
    expect(checked.guesses).toBeGreaterThan(50)
    expect(checked.guesses).toBeLessThan(100)
    expect(checked.owner).toBe(STEPS / 20)
  })

  test('slows a network down that guesses at many people, and no other network', async () => {
    const [throttle] = instances()
    const from = (address: string, person: number, check = wrong) =>
      outcome(
        throttle?.guard(throttle.ofSignIn(`spray${person}@example.com`, address, undefined), right, check) ??
          right(),
      )
    for (let person = 0; person < 50; person += 1)
      expect(await from(`10.8.7.${person}`, person)).toBe('wrong')
    expect(await from('10.8.7.200', 51, right)).toBe(1)
    expect(await from('10.8.6.200', 52, right)).toBe('in')
    desk.clock.advance(1)
    expect(await from('10.8.7.200', 53, right)).toBe('in')
  })

  test('keeps neither addresses nor networks in plain', async () => {
    expect(JSON.stringify(await ThrottleModel.find().lean())).not.toMatch(/example\.com|10\.8/)
  })
})

describe('a sign-in', () => {
  /** @returns the code of each answer to so many sign-ins with a wrong password */
  const guess = async (post: (payload: object) => Promise<Answer>, email: string, times: number) => {
    const answers: Answer[] = []
    for (let turn = 0; turn < times; turn += 1)
      answers.push(await post({ email, password: `guess number ${turn}` }))
    return answers
  }

  test('after five wrong passwords has to wait, with the right one too, on either instance', async () => {
    const { id, email, post, trySignIn } = await newPerson(desk)
    const answers = await guess((payload) => post('sessions', payload), email, 7)
    expect(answers.map(codeOf)).toEqual([
      ...Array.from({ length: 5 }, () => 'wrong_credentials'),
      'sign_in_throttled',
      'sign_in_throttled',
    ])
    for (const app of [desk.app, other]) {
      const answer = await trySignIn({}, app)
      expect([answer.statusCode, codeOf(answer), waitOf(answer)]).toEqual([429, 'sign_in_throttled', 1])
    }
    desk.clock.advance(1)
    expect(codeOf(await trySignIn({}, other))).toBe('in')
    expect((await trailOf(id)).sort()).toEqual([
      'member.added',
      ...Array.from({ length: 5 }, () => 'sign_in.refused'),
      'sign_in.throttled',
    ])
  })

  test('for an address that nobody has answers the same, wait for wait', async () => {
    const { email, post } = await newPerson(desk)
    const shown = async (address: string) =>
      (await guess((payload) => post('sessions', payload), address, 7)).map((answer) => [
        answer.statusCode,
        answer.payload.replace(/req_\w+/, ''),
        answer.headers['retry-after'],
      ])
    expect(await shown(email)).toEqual(await shown('nobody@example.com'))
  })

  test('of somebody who was deactivated is that of nobody', async () => {
    const { id, email, post, trySignIn } = await newPerson(desk)
    await runInScope({ workspaceId: desk.workspaceId }, () =>
      MemberModel.updateOne({ _id: id }, { $set: { active: false } }),
    )
    const [right] = [await trySignIn()]
    const [wrong] = await guess((payload) => post('sessions', payload), email, 1)
    const text = ({ payload }: Answer) => payload.replace(/req_\w+/, '')
    expect(codeOf(right)).toBe('wrong_credentials')
    expect(wrong && text(wrong)).toBe(text(right))
  })

  test('from a device that signed in before need not wait for what others guess', async () => {
    const { email, post, signIn, trySignIn } = await newPerson(desk)
    const { device_token } = await signIn()
    await guess((payload) => post('sessions', payload), email, 6)
    expect(codeOf(await trySignIn())).toBe('sign_in_throttled')
    expect(codeOf(await trySignIn({ device_token }, other))).toBe('in')
    // but for its own guesses
    for (let turn = 0; turn < 5; turn += 1)
      expect(codeOf(await trySignIn({ device_token, password: 'wrong' }))).toBe('wrong_credentials')
    expect(codeOf(await trySignIn({ device_token }))).toBe('sign_in_throttled')
  })

  test('gets no more tries by a device token that is altered or another’s', async () => {
    const [mine, theirs] = [await newPerson(desk), await newPerson(desk)]
    const { device_token } = await mine.signIn()
    const { device_token: foreign } = await theirs.signIn()
    const [expires = '', secret = '', mac = ''] = device_token.split('.')
    for (let turn = 0; turn < 5; turn += 1) await mine.trySignIn({ device_token, password: 'wrong' })
    await guess((payload) => mine.post('sessions', payload), mine.email, 5)
    for (const token of [
      foreign,
      `${device_token}.more`,
      device_token.replace('dev_', ''),
      `dev_9${expires.slice(4)}.${secret}.${mac}`,
      `${expires}.${secret}x.${mac}`,
      `${expires}.${secret}.${mac.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`,
      '..',
      '',
    ])
      expect([token, codeOf(await mine.trySignIn({ device_token: token }))]).toEqual([
        token,
        'sign_in_throttled',
      ])
  })

  test('knows a device for a year', async () => {
    const { email, post, signIn, trySignIn } = await newPerson(desk)
    const { device_token } = await signIn()
    desk.clock.advance(365 * 86_400 - 1)
    await guess((payload) => post('sessions', payload), email, 5)
    expect(codeOf(await trySignIn({ device_token }))).toBe('in')
    desk.clock.advance(1)
    await guess((payload) => post('sessions', payload), email, 5)
    expect(codeOf(await trySignIn({ device_token }))).toBe('sign_in_throttled')
  })
})
