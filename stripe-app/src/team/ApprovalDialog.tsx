import { Banner, Box, Button, PropertyList, PropertyListItem, TextField } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { faultAt } from '../api/problem'
import type { Approval, Me } from '../api/types'
import { Dialog } from '../components/Dialog'
import { momentText } from '../format/dates'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction, type KeyHeader } from '../hooks/useAction'
import { may } from '../hooks/useMe'
import { toast } from '../hooks/useToast'
import { amountText, statusText } from './approval-text'

/** Why the viewer cannot decide; null where they can. */
function reasonAgainst({ requested_by }: Approval, me: Me): string | null {
  if (requested_by === me.member.id) return 'You asked for this yourself; somebody else decides.'
  return may(me, 'approvals:decide') ? null : 'Only those who may decide approvals decide this.'
}

type Facts = { approval: Approval; what: string; nameOf: (id: string) => string }

function Details({ approval, what, nameOf }: Facts) {
  const locale = useLocale()
  const { reason, requested_by, decided_by, created, expires, decided, rejection, failure } = approval
  const rows: [string, string | null][] = [
    ['What', what],
    ['Why', reason],
    ['Amount', amountText(approval, locale) || null],
    ['Asked by', `${nameOf(requested_by)}, ${momentText(created, locale)}`],
    ['Status', statusText(approval)],
    ['Can be decided until', decided === null ? momentText(expires, locale) : null],
    ['Decided by', decided_by && decided ? `${nameOf(decided_by)}, ${momentText(decided, locale)}` : null],
    ['Rejected because', rejection],
    ['Failed because', failure],
  ]
  return (
    <PropertyList>
      {rows.map(([label, value]) =>
        value === null ? null : <PropertyListItem key={label} label={label} value={value} />,
      )}
    </PropertyList>
  )
}

const DONE = { executed: 'Approved and done', failed: 'Approved, but it failed' } as const

type ApprovalDialogProps = Facts & { me: Me; onClose: () => void; onDecided: () => void }

/** What somebody asked for, and deciding about it. */
export function ApprovalDialog({ me, onClose, onDecided, ...facts }: ApprovalDialogProps) {
  const { id, status, requested_by } = facts.approval
  const api = useApi()
  const { run, pending, problem } = useAction()
  const [because, setBecause] = useState('')
  const params = { path: { id } }
  const reason = reasonAgainst(facts.approval, me)
  const mine = requested_by === me.member.id
  const finish = (what: string, work: (headers: KeyHeader) => Promise<string>) =>
    void run([id, what, because], async (headers) => {
      const done = await work(headers)
      toast(done, done === DONE.failed ? 'caution' : 'success')
      onDecided()
      onClose()
    })
  const approve = () =>
    finish('approve', async (headers) => {
      const { data } = await api.POST('/v1/approvals/{id}/approve', { params, headers })
      return data?.status === 'executed' || data?.status === 'failed' ? DONE[data.status] : 'Approved'
    })
  const reject = () =>
    finish('reject', async (headers) => {
      const body = because.trim() ? { reason: because.trim() } : {}
      await api.POST('/v1/approvals/{id}/reject', { params, body, headers })
      return 'Rejected'
    })
  const cancel = () =>
    finish('cancel', async (headers) => {
      await api.POST('/v1/approvals/{id}/cancel', { params, headers })
      return 'Taken back'
    })
  const error = faultAt(problem, 'reason')
  return (
    <Dialog title="Approval" onClose={onClose} problem={problem} fields={['reason']} dirty={because !== ''}>
      <Details {...facts} />
      {status === 'pending' ? (
        <>
          {reason === null ? (
            <TextField
              label="Reason for rejecting (optional)"
              description="Whoever asked reads it."
              maxLength={500}
              onChange={(event) => setBecause(event.target.value)}
              {...(error ? { error, invalid: true } : {})}
            />
          ) : (
            <Banner title={reason} />
          )}
          <Box css={{ stack: 'x', gapX: 'small' }}>
            <Button type="primary" disabled={reason !== null} pending={pending} onPress={approve}>
              Approve
            </Button>
            {mine ? (
              <Button type="destructive" pending={pending} onPress={cancel}>
                Take back
              </Button>
            ) : (
              <Button type="destructive" disabled={reason !== null} pending={pending} onPress={reject}>
                Reject
              </Button>
            )}
          </Box>
        </>
      ) : null}
    </Dialog>
  )
}
