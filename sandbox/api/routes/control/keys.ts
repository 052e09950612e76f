import { invalid } from '../../http/errors'
import { PERMISSIONS } from '../../http/permissions'
import type { Route } from '../../http/route'
import { makeId } from '../../store/account'

/** Restricted keys, made and taken back. */
export const keyCommands: Route[] = [
  {
    method: 'POST',
    path: '/_sandbox/restricted_keys',
    answers: 'nothing',
    prepare({ account, params }) {
      const permissions = params.words('permissions') ?? []
      const unknown = permissions.find((one) => !PERMISSIONS.includes(one))
      if (unknown !== undefined) {
        throw invalid(`There is no permission '${unknown}'. It must be one of ${PERMISSIONS.join(', ')}.`, {
          param: 'permissions',
        })
      }
      return () => {
        const mode = account.live ? 'live' : 'test'
        const key = account.store.restrictedKeys.add({
          id: makeId(account, 'rk_'),
          created: account.now,
          secret: `rk_${mode}_${account.ids.token(48)}`,
          permissions,
        })
        return { id: key.id, secret: key.secret, permissions: [...permissions] }
      }
    },
  },
  {
    method: 'DELETE',
    path: '/_sandbox/restricted_keys/:id',
    answers: 'nothing',
    prepare({ account, ids }) {
      const id = ids[0] ?? ''
      if (!account.store.restrictedKeys.get(id)) throw invalid(`There is no key '${id}'.`, { status: 404 })
      return () => {
        account.store.restrictedKeys.remove(id)
        return { id, deleted: true }
      }
    },
  },
]
