import { uninstall } from '../domain/connect/installs'
import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderInstall } from '../render/account'
import { fromPath } from './lookups'

const PATH = '/v1/apps/installs'

export const installRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of apps.install',
    prepare({ account, params }) {
      const owner = params.filled('account')
      const app = params.filled('app')
      const status = params.oneOf('status', [
        'install_failed',
        'installed',
        'installing',
        'uninstall_failed',
        'uninstalling',
      ])
      return preparePage(
        params,
        {
          collection: account.store.installs,
          url: PATH,
          noun: 'install',
          render: (one) => renderInstall(account, one),
        },
        {
          created: params.range('created') ?? {},
          where: (one) =>
            (owner === undefined || one.account === owner) &&
            (app === undefined || one.app === app) &&
            (status === undefined || one.status === status),
        },
      )
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'apps.install',
    prepare({ account, ids }) {
      const record = fromPath(account.store.installs, 'install', ids[0])
      return () => renderInstall(account, record)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/uninstall`,
    answers: 'apps.install',
    prepare({ account, ids }) {
      const record = fromPath(account.store.installs, 'install', ids[0])
      return () => {
        uninstall(account, record)
        return renderInstall(account, record)
      }
    },
  },
]
