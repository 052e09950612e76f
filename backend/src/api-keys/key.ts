/** The form of an API key: `rd_<mode>_<id>_<secret><checksum>`. Pure. */
import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { MODES, type Mode } from '../database/scope'

/** What every key begins with: scanners for leaked secrets find it, and a bearer that is none is told apart at once. */
export const KEY_PREFIX = 'rd_'
const FORM = new RegExp(`^${KEY_PREFIX}(${MODES.join('|')})_([0-9a-z]{10,40})_([0-9a-f]{64})([0-9a-f]{8})$`)

export interface ParsedKey {
  mode: Mode
  /** Id of the key's document. */
  id: string
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0')

/** @returns a new key with a 256-bit secret. It is shown once; only its keyed hash is kept. */
export function mintKey(mode: Mode, id: string): string {
  const text = `${KEY_PREFIX}${mode}_${id.replace(/^key_/, '')}_${randomBytes(32).toString('hex')}`
  return text + checksum(text)
}

/** @returns null where the text is no key: cut, mistyped or of another system. Nothing is looked up for it. */
export function parseKey(text: string): ParsedKey | null {
  const [, mode, id, , sum] = FORM.exec(text) ?? []
  if (id === undefined || checksum(text.slice(0, -8)) !== sum) return null
  return { mode: mode as Mode, id: `key_${id}` }
}
