import { Box, Select } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { ApiKey } from '../api/types'
import { Dialog } from '../components/Dialog'
import { useApi } from '../hooks/ApiProvider'
import { useAction } from '../hooks/useAction'
import { toast } from '../hooks/useToast'
import { ExpirySelect } from './KeyFields'
import { NewKey } from './NewKey'

const OVERLAPS = [
  { hours: 24, label: 'For 24 hours' },
  { hours: 1, label: 'For an hour' },
  { hours: 0, label: 'Not at all: it may be in wrong hands' },
]

type RotateKeyProps = { apiKey: ApiKey; onClose: () => void; onRotated: () => void }

/** Replaces a key by a new one; for a while both are good, so that no request fails. */
export function RotateKey({ apiKey, onClose, onRotated }: RotateKeyProps) {
  const api = useApi()
  const { run, pending, problem } = useAction()
  const [hours, setHours] = useState(24)
  const [days, setDays] = useState(90)
  const [made, setMade] = useState<string | null>(null)
  const { id, name } = apiKey
  const rotate = () => {
    const body = { overlap_hours: hours, expires_in_days: days }
    void run(body, async (headers) => {
      const { data } = await api.POST('/v1/api_keys/{id}/rotate', { params: { path: { id } }, body, headers })
      toast('Key rotated')
      onRotated()
      setMade(data?.key ?? '')
    })
  }
  if (made !== null) return <NewKey name={name} secret={made} onClose={onClose} />
  return (
    <Dialog
      title={`Rotate ${name}`}
      onClose={onClose}
      problem={problem}
      action={{ label: 'Rotate key', pending, onPress: rotate }}
    >
      <Box>A new key takes the place of the present one, with the same permissions.</Box>
      <Select
        label="The present key stays good"
        value={String(hours)}
        onChange={(event) => setHours(Number(event.target.value))}
      >
        {OVERLAPS.map((one) => (
          <option key={one.hours} value={String(one.hours)}>
            {one.label}
          </option>
        ))}
      </Select>
      <ExpirySelect days={days} onChange={setDays} />
    </Dialog>
  )
}
