import { makeId, type Account } from '../../store/account'
import type { InstallRecord } from '../../store/records'
import { applicationEvents, installEvents } from '../events'

/** The app whose installs the stand-in tells of: the one that the key belongs to. */
export const APP = 'com.example.revenue-desk'

/** An account installs the platform's app: both sides hear of it, and from now on its key acts for the account. */
export function install(platform: Account, account: Account, permissions: string[]): InstallRecord {
  const record = platform.store.installs.add({
    id: makeId(platform, 'appinst_'),
    created: platform.now,
    account: account.id,
    app: APP,
    permissions,
    status: 'installed',
  })
  applicationEvents.emit(account, 'authorized', platform)
  installEvents.emit(platform, 'created', record)
  return record
}

/** The account takes the app off; the platform's key reaches it no longer. */
export function uninstall(platform: Account, record: InstallRecord): void {
  const account = platform.connected.get(record.account)
  record.status = 'uninstalling'
  installEvents.emit(platform, 'deleted', record)
  if (account) applicationEvents.emit(account, 'deauthorized', platform)
  platform.connected.delete(record.account)
  platform.store.installs.remove(record.id)
}
