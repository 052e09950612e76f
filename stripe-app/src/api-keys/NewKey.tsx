import { Dialog } from '../components/Dialog'
import { ShownOnce } from '../components/ShownOnce'

type NewKeyProps = { name: string; secret: string; onClose: () => void }

/** A key that was just made, the one time that it is seen. */
export function NewKey({ name, secret, onClose }: NewKeyProps) {
  return (
    <Dialog title={`Key for ${name}`} onClose={onClose}>
      <ShownOnce
        label="API key"
        text={secret}
        copy="Copy key"
        hint="The desk keeps only a hash of it. If it gets lost, rotate the key."
      />
    </Dialog>
  )
}
