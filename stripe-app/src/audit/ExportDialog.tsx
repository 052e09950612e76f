import { Box } from '@stripe/ui-extension-sdk/ui'
import { CopyText } from '../components/CopyText'
import { Dialog } from '../components/Dialog'
import { useBackendUrl } from '../hooks/ApiProvider'
import { exportCommand, exportRequest, type AuditFilter } from './filter'

/** A view in the Stripe Dashboard cannot save a file: how to get one otherwise. */
export function ExportDialog({ filter, onClose }: { filter: AuditFilter; onClose: () => void }) {
  const backendUrl = useBackendUrl()
  return (
    <Dialog title="Export the trail" onClose={onClose}>
      <Box>Views in the Stripe Dashboard cannot save files. Get the file in one of these ways.</Box>
      <CopyText
        label="With an API key that may export the trail: what the filter shows"
        text={exportRequest(filter, backendUrl)}
        copy="Copy request"
      />
      <CopyText
        label="On the machine of the desk: all entries of the days"
        text={exportCommand(filter)}
        copy="Copy command"
      />
      <Box css={{ color: 'secondary' }}>Each export is an entry of the trail itself.</Box>
    </Dialog>
  )
}
