import { makeId, type Account } from '../store/account'
import type { FileLinkRecord, FileRecord, Metadata } from '../store/records'
import { fileEvents } from './events'

/** What a file of a purpose may be. Source: docs.stripe.com/file-upload and the pinned package's types. */
export interface PurposeRule {
  types: string[]
  megabytes: number
}

const IMAGES = ['image/jpeg', 'image/png']
const DOCUMENTS = [...IMAGES, 'application/pdf']

export const PURPOSES: Record<string, PurposeRule> = {
  account_requirement: { types: DOCUMENTS, megabytes: 10 },
  additional_verification: { types: DOCUMENTS, megabytes: 10 },
  business_icon: { types: [...IMAGES, 'image/gif'], megabytes: 0.512 },
  business_logo: { types: [...IMAGES, 'image/gif'], megabytes: 0.512 },
  customer_signature: { types: DOCUMENTS, megabytes: 4 },
  dispute_evidence: { types: DOCUMENTS, megabytes: 5 },
  identity_document: { types: DOCUMENTS, megabytes: 16 },
  pci_document: { types: ['application/pdf'], megabytes: 16 },
  tax_document_user_upload: { types: DOCUMENTS, megabytes: 16 },
}

const BEGINNINGS: [type: string, bytes: string][] = [
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e47'],
  ['image/gif', '47494638'],
  ['application/pdf', '25504446'],
]

/** What a file is, by how it begins; nobody's word is taken for it. */
export function typeOfBytes(content: Buffer): string | undefined {
  const start = content.subarray(0, 4).toString('hex')
  return BEGINNINGS.find(([, bytes]) => start.startsWith(bytes))?.[0]
}

/** The API's short word for a type of file. */
export function shortType(type: string): string {
  return { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' }[type] ?? 'pdf'
}

/** The type of a file's bytes for who downloads them. */
export function contentType({ type }: FileRecord): string {
  return BEGINNINGS.find(([name]) => shortType(name) === type)?.[0] ?? 'application/octet-stream'
}

/** Keeps a file. */
export function createFile(
  account: Account,
  fields: Pick<FileRecord, 'content' | 'filename' | 'purpose' | 'type'>,
  link: NewFileLink | null,
): FileRecord {
  const file = account.store.files.add({
    id: makeId(account, 'file_'),
    created: account.now,
    expires_at: null,
    size: Buffer.byteLength(fields.content, 'base64'),
    title: null,
    ...fields,
  })
  if (link) createFileLink(account, file, link)
  fileEvents.emit(account, 'created', file)
  return file
}

export interface NewFileLink {
  expiresAt: number | null
  metadata: Metadata
}

/** An address under which anybody can read a file. */
export function createFileLink(
  account: Account,
  file: FileRecord,
  { expiresAt, metadata }: NewFileLink,
): FileLinkRecord {
  return account.store.fileLinks.add({
    id: makeId(account, 'link_'),
    created: account.now,
    file: file.id,
    expires_at: expiresAt,
    secret: account.ids.token(32),
    metadata,
  })
}
