/** Links by which a member sets a new password: good once, for an hour, and only the latest of a member. */
import type { Clock } from '../clock'
import { trusted } from '../database/query'
import { AppError } from '../errors'
import { seconds } from '../http'
import { hashToken, randomSecret } from '../secrets/tokens'
import { ResetModel } from './model'

const GOOD_MS = 60 * 60_000

export function createResets({ clock, pepper, publicUrl }: { clock: Clock; pepper: string; publicUrl: URL }) {
  const good = (token: string) => ({
    _id: hashToken(pepper, `reset:${token}`),
    expiresAt: trusted({ $gt: clock.now() }),
  })
  const ended = () =>
    new AppError('link_ended', 'It is older than an hour, was used, or a newer one was made')

  return {
    /** @param email of the identity, lower case; its earlier links end */
    async issue(email: string): Promise<{ url: string; expires: number }> {
      const token = randomSecret()
      const expiresAt = new Date(clock.now().getTime() + GOOD_MS)
      await ResetModel.deleteMany({ email })
      await ResetModel.create([{ _id: good(token)._id, email, expiresAt }])
      const url = new URL('/reset', publicUrl)
      url.searchParams.set('token', token)
      return { url: url.href, expires: seconds(expiresAt) }
    },

    /** @returns the e-mail address of the identity that the link is for. @throws AppError link_ended */
    async emailOf(token: string): Promise<string> {
      const reset = await ResetModel.findOne(good(token)).lean()
      if (!reset) throw ended()
      return reset.email
    },

    /** @throws AppError link_ended to all but the first */
    async spend(token: string): Promise<void> {
      const { deletedCount } = await ResetModel.deleteOne(good(token))
      if (deletedCount === 0) throw ended()
    },
  }
}
