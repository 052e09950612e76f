import { Box } from '@stripe/ui-extension-sdk/ui'
import { toast } from '../hooks/useToast'
import { useAction, type KeyHeader } from '../hooks/useAction'
import { Dialog } from './Dialog'

export type Question = {
  title: string
  /** What happens, a sentence for each. */
  lines: string[]
  label: string
  /** What the toast says when it is done; at most 30 characters. */
  done: string
  type?: 'primary' | 'destructive'
  work: (headers: KeyHeader) => Promise<unknown>
}

type ConfirmProps = { question: Question; onClose: () => void; onDone: () => void }

/** Asks once before something is done. */
export function Confirm({ question, onClose, onDone }: ConfirmProps) {
  const { title, lines, label, done, type = 'destructive', work } = question
  const { run, pending, problem } = useAction()
  const press = () =>
    void run(title, async (headers) => {
      await work(headers)
      toast(done)
      onDone()
      onClose()
    })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      problem={problem}
      action={{ label, type, pending, onPress: press }}
    >
      {lines.map((line) => (
        <Box key={line}>{line}</Box>
      ))}
    </Dialog>
  )
}
