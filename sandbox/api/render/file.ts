import { FILE_LINK_PAGE } from '../pages/addresses'
import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { FileLinkRecord, FileRecord } from '../store/records'
import { renderList } from './list'

export function renderFileLink(account: Account, link: FileLinkRecord): JsonObject {
  const expired = link.expires_at !== null && link.expires_at <= account.now
  return {
    id: link.id,
    object: 'file_link',
    created: link.created,
    expired,
    expires_at: link.expires_at,
    file: link.file,
    livemode: false,
    metadata: { ...link.metadata },
    url: expired ? null : `${account.site.url}${FILE_LINK_PAGE}/${account.id}/${link.secret}`,
  }
}

export function renderFile(account: Account, file: FileRecord): JsonObject {
  const links = account.store.fileLinks.withKey('file', file.id).reverse()
  return {
    id: file.id,
    object: 'file',
    created: file.created,
    expires_at: file.expires_at,
    filename: file.filename,
    links: renderList(
      `/v1/file_links?file=${file.id}`,
      links.slice(0, 10).map((link) => renderFileLink(account, link)),
      links.length > 10,
    ),
    purpose: file.purpose,
    size: file.size,
    title: file.title,
    type: file.type,
    url: `${account.site.url}/v1/files/${file.id}/contents`,
  }
}
