import { Type, type Static } from 'typebox'
import { listOf, nullable, object, oneOf, PageQuery, ref, Timestamp } from '../http'

export const JobRun = object(
  {
    id: Type.String(),
    object: Type.Literal('job_run'),
    job: Type.String(),
    due: Timestamp('The slot it is for'),
    trigger: oneOf(['schedule', 'manual']),
    status: oneOf(['running', 'succeeded', 'failed']),
    started: Timestamp('When the last attempt began'),
    ended: nullable(Timestamp('When it ended')),
    duration_ms: nullable(Type.Integer()),
    attempts: Type.Integer(),
    counts: Type.Record(Type.String(), Type.Integer(), { description: 'What the run counted' }),
    error: nullable(Type.String()),
  },
  { $id: 'JobRun' },
)
export type JobRun = Static<typeof JobRun>

export const Job = object(
  {
    id: Type.String({ description: 'Its name' }),
    object: Type.Literal('job'),
    title: Type.String(),
    schedule: object({
      every: oneOf(['hour', 'day']),
      at_minute: Type.Integer({
        description: "Minutes after the hour, or after midnight in the account's time zone",
      }),
      catch_up: oneOf(['all', 'latest'], { description: 'Which missed slots are made up for' }),
    }),
    next_due: Timestamp('The next slot'),
    last_run: nullable(ref(JobRun)),
  },
  { $id: 'Job' },
)
export type Job = Static<typeof Job>
export const JobList = listOf(Job)
export const JobRunList = listOf(JobRun)
export const JobRunQuery = object({ limit: PageQuery.limit })
export const JobParams = object({ name: Type.String({ minLength: 1, maxLength: 60 }) })
