import { runInScope } from '../src/database/scope'
import type { Role } from '../src/team/roles'
import type { Answer, Desk } from './harness'

export const PASSWORD = 'correct horse battery staple'

export interface Tokens {
  access_token: string
  refresh_token: string
  device_token: string
}

let people = 0

/** Somebody with a password and a network of their own, and what they can do before they are signed in. */
export async function newPerson(desk: Desk, role: Role = 'owner') {
  people += 1
  const [email, remoteAddress] = [`person${people}@example.com`, `10.1.${people}.1`]
  const id = await runInScope({ workspaceId: desk.workspaceId }, async () => {
    const member = await desk.services.team.addMember({ name: 'Kim', email, role })
    await desk.services.identity.addPassword(desk.workspaceId, member, email, PASSWORD)
    return member
  })
  const post = (url: string, payload: object, headers = {}, app = desk.app): Promise<Answer> =>
    app.inject({ method: 'POST', url: `/v1/auth/${url}`, payload, headers, remoteAddress })
  const trySignIn = (secrets: object = {}, app = desk.app) =>
    post('sessions', { email, password: PASSWORD, ...secrets }, {}, app)
  const signIn = async (password = PASSWORD, codes = {}): Promise<Tokens> => {
    const answer = await post(
      'sessions',
      { email, password, ...codes },
      { 'user-agent': `Browser ${'x'.repeat(300)}` },
    )
    expect(answer.statusCode).toBe(201)
    return answer.json<Tokens>()
  }
  /** Signed in, calling from their own address. */
  const enter = async () => desk.with((await signIn()).access_token, { remoteAddress })
  return { id, email, remoteAddress, post, trySignIn, signIn, enter }
}
