import { defineModel } from '../database/model'

/** Long work that a caller can follow and cancel. */
export interface OperationDocument {
  _id: string
  kind: string
  status: 'running' | 'succeeded' | 'failed' | 'canceled'
  /** Units of work done and expected; `total` is null while it is unknown. */
  done: number
  total: number | null
  startedAt: Date
  updatedAt: Date
  endedAt: Date | null
  error: string | null
  cancelRequested: boolean
}

export const OperationModel = defineModel<OperationDocument>(
  'operations',
  {
    kind: { type: String, required: true },
    status: { type: String, required: true },
    done: { type: Number, required: true },
    total: { type: Number, default: null },
    startedAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
    error: { type: String, default: null },
    cancelRequested: { type: Boolean, required: true },
  },
  [{ fields: { _id: -1 } }],
)
