/** The trail as a file: in constant memory, however long it is. */
import { csvLine } from '../csv'
import { trusted } from '../database/query'
import { runInScope, type Scope } from '../database/scope'
import { toAuditEntry } from './entry'
import { AuditEntryModel, type AuditEntryDocument } from './model'
import type { AuditEntry, ExportFormat } from './schema'

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

/** The columns of an export, in their order. */
const COLUMNS: Record<string, (entry: AuditEntry, row: AuditEntryDocument) => string | number | null> = {
  time: (_entry, { at }) => at.toISOString(),
  action: ({ action }) => action,
  actor_kind: ({ actor }) => actor.kind,
  actor: ({ actor }) => actor.id,
  target_type: ({ target }) => target.type,
  target: ({ target }) => target.id,
  account: ({ account }) => account,
  mode: ({ mode }) => mode,
  before: ({ before }) => json(before),
  after: ({ after }) => json(after),
  address: ({ address }) => address,
  user_agent: ({ user_agent }) => user_agent,
  request_id: ({ request_id }) => request_id,
  id: ({ id }) => id,
  seq: ({ seal }) => seal?.seq ?? null,
  previous_hash: ({ seal }) => seal?.previous_hash ?? null,
  hash: ({ seal }) => seal?.hash ?? null,
}

/** How an export begins, and how it writes an entry. */
const FORMATS: Record<ExportFormat, { head: string; line: (row: AuditEntryDocument) => string }> = {
  csv: {
    head: csvLine(Object.keys(COLUMNS)),
    line: (row) => csvLine(Object.values(COLUMNS).map((value) => value(toAuditEntry(row), row))),
  },
  jsonl: { head: '', line: (row) => `${JSON.stringify(toAuditEntry(row))}\n` },
}

/** Entries of an export that are in memory at once. */
const BATCH = 500

/** At most `count` entries as text, the oldest first; read in the scope, whoever asks for the next piece. */
export async function* exported(
  scope: Scope,
  filter: Record<string, unknown>,
  count: number,
  format: ExportFormat,
): AsyncGenerator<string> {
  const { head, line } = FORMATS[format]
  yield head
  let beyond = {}
  for (let left = count; left > 0; left -= BATCH) {
    const rows = await runInScope(scope, () =>
      AuditEntryModel.find({ ...filter, ...beyond })
        .sort({ _id: 1 })
        .limit(Math.min(left, BATCH))
        .lean(),
    )
    yield rows.map(line).join('')
    beyond = { _id: trusted({ $gt: rows.at(-1)?._id }) }
  }
}
