import {
  createFile,
  createFileLink,
  PURPOSES,
  shortType,
  typeOfBytes,
  type NewFileLink,
} from '../domain/files'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderFile, renderFileLink } from '../render/file'
import type { Account } from '../store/account'
import { filters, fromParam, fromPath } from './lookups'

function readFuture(account: Account, params: Params): number | null | undefined {
  if (params.text('expires_at') === null) return null
  const instant = params.instant('expires_at')
  if (instant !== undefined && instant <= account.now) {
    throw invalid('The `expires_at` timestamp must be in the future.', { param: params.name('expires_at') })
  }
  return instant
}

function readLink(account: Account, params: Params): NewFileLink | null {
  const hash = params.hash('file_link_data')
  if (!hash) return null
  const create = hash.boolean('create') ?? hash.missing('create')
  const link = { expiresAt: readFuture(account, hash) ?? null, metadata: hash.metadata('metadata') ?? {} }
  return create ? link : null
}

function prepareUpload(account: Account, params: Params): () => JsonObject {
  const purpose = params.oneOf('purpose', Object.keys(PURPOSES)) ?? params.missing('purpose')
  const upload = params.hash('file')
  if (!upload) {
    throw invalid('Missing required param: file. Send the file as multipart/form-data.', {
      code: 'parameter_missing',
      param: 'file',
    })
  }
  const filename = upload.text('name') ?? 'blob'
  upload.text('type')
  const content = upload.text('content', Infinity) ?? ''
  const bytes = Buffer.from(content, 'base64')
  const type = typeOfBytes(bytes)
  const rule = PURPOSES[purpose]
  if (!rule || bytes.length === 0) throw invalid('The file that you uploaded is empty.', { param: 'file' })
  if (type === undefined || !rule.types.includes(type)) {
    throw invalid(
      `The file you uploaded is not supported for the purpose ${purpose}. It must be one of ${rule.types.join(', ')}.`,
      { param: 'file' },
    )
  }
  if (bytes.length > rule.megabytes * 1_000_000) {
    throw invalid(`The file you uploaded is too large. The limit for ${purpose} is ${rule.megabytes} MB.`, {
      param: 'file',
    })
  }
  const link = readLink(account, params)
  const fields = { content, filename, purpose, type: shortType(type) }
  return () => renderFile(account, createFile(account, fields, link))
}

function prepareLinkUpdate(account: Account, params: Params, id: string | undefined): () => JsonObject {
  const link = fromPath(account.store.fileLinks, 'file link', id)
  const metadata = params.metadata('metadata', link.metadata)
  const now = params.text('expires_at') === 'now'
  const expiresAt = now ? account.now : readFuture(account, params)
  if (expiresAt !== undefined && link.expires_at !== null && link.expires_at <= account.now) {
    throw invalid('This file link has expired, and cannot be updated.', { param: 'expires_at' })
  }
  return () => {
    if (metadata) link.metadata = metadata
    if (expiresAt !== undefined) link.expires_at = expiresAt
    return renderFileLink(account, link)
  }
}

export const fileRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/files',
    answers: 'list of file',
    prepare({ account, params }) {
      const purpose = params.oneOf('purpose', Object.keys(PURPOSES))
      return preparePage(
        params,
        {
          collection: account.store.files,
          url: '/v1/files',
          noun: 'file',
          render: (one) => renderFile(account, one),
        },
        {
          created: params.range('created') ?? {},
          where: (one) => purpose === undefined || one.purpose === purpose,
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/files',
    answers: 'file',
    prepare: ({ account, params }) => prepareUpload(account, params),
  },
  {
    method: 'GET',
    path: '/v1/files/:id',
    answers: 'file',
    prepare({ account, ids }) {
      const file = fromPath(account.store.files, 'file upload', ids[0], 'file')
      return () => renderFile(account, file)
    },
  },
  {
    method: 'GET',
    path: '/v1/file_links',
    answers: 'list of file_link',
    prepare({ account, params }) {
      const expired = params.boolean('expired')
      return preparePage(
        params,
        {
          collection: account.store.fileLinks,
          url: '/v1/file_links',
          noun: 'file link',
          render: (one) => renderFileLink(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: filters(params, 'file'),
          where: (one) =>
            expired === undefined || expired === (one.expires_at !== null && one.expires_at <= account.now),
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/file_links',
    answers: 'file_link',
    prepare({ account, params }) {
      const file = fromParam(account.store.files, 'file', params.required('file'), 'file')
      const link = {
        expiresAt: readFuture(account, params) ?? null,
        metadata: params.metadata('metadata') ?? {},
      }
      return () => renderFileLink(account, createFileLink(account, file, link))
    },
  },
  {
    method: 'GET',
    path: '/v1/file_links/:id',
    answers: 'file_link',
    prepare({ account, ids }) {
      const link = fromPath(account.store.fileLinks, 'file link', ids[0])
      return () => renderFileLink(account, link)
    },
  },
  {
    method: 'POST',
    path: '/v1/file_links/:id',
    answers: 'file_link',
    prepare: ({ account, ids, params }) => prepareLinkUpdate(account, params, ids[0]),
  },
]
