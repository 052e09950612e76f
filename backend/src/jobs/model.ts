import { defineModel } from '../database/model'

/** One run of a job for one account at one slot. Its `_id` is all of that: a slot has one run, whoever starts it. */
export interface JobRunDocument {
  _id: string
  job: string
  accountKey: string
  workspaceId: string
  dueAt: Date
  trigger: 'schedule' | 'manual'
  status: 'running' | 'succeeded' | 'failed'
  startedAt: Date
  endedAt: Date | null
  /** Renewed while it runs; judged by the clock of the instance that looks. */
  leaseUntil: Date
  attempts: number
  counts: Record<string, number>
  error: string | null
}

export const JobRunModel = defineModel<JobRunDocument>(
  'job_runs',
  {
    job: { type: String, required: true },
    accountKey: { type: String, required: true },
    workspaceId: { type: String, required: true },
    dueAt: { type: Date, required: true },
    trigger: { type: String, required: true },
    status: { type: String, required: true },
    startedAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
    leaseUntil: { type: Date, required: true },
    attempts: { type: Number, required: true },
    counts: { type: Object, required: true },
    error: { type: String, default: null },
  },
  [{ fields: { accountKey: 1, job: 1, dueAt: -1 } }],
)
