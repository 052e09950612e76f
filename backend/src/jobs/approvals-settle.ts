import type { Job } from './schedule'

export const approvalsSettle: Job = {
  name: 'approvals-settle',
  title:
    'Ends approvals that nobody decided in time, and finishes approved actions that an outage left undone',
  schedule: { every: 'hour', atMinute: 13, catchUp: 'latest' },
  run: ({ approvals }) => approvals.settle(),
}
