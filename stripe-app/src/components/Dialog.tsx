import { Box, Button, FocusView } from '@stripe/ui-extension-sdk/ui'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/problem'
import { Refused } from './Refused'

const ASK_BEFORE_CLOSING = {
  title: 'Discard what you entered?',
  description: 'It is not saved.',
  cancelAction: 'Keep editing',
  exitAction: 'Discard',
}

type DialogProps = {
  title: string
  onClose: () => void
  /** The one thing that it is for; without it there is only something to read. */
  action?: {
    label: string
    onPress: () => void
    pending: boolean
    disabled?: boolean
    type?: 'primary' | 'destructive'
  }
  problem?: ApiProblem | null
  /** Fields of the request that show their faults themselves. */
  fields?: string[]
  /** Whether something was entered that closing would lose. */
  dirty?: boolean
  size?: 'small' | 'large'
  children: ReactNode
}

/** A drawer for one thing: a form, a question or a detail. */
export function Dialog(props: DialogProps) {
  const { title, onClose, action, problem = null, fields = [], dirty = false, size = 'small' } = props
  return (
    <FocusView
      title={title}
      size={size}
      shown
      setShown={(shown) => (shown ? undefined : onClose())}
      {...(dirty ? { confirmCloseMessages: ASK_BEFORE_CLOSING } : {})}
      {...(action
        ? {
            primaryAction: (
              <Button
                type={action.type ?? 'primary'}
                pending={action.pending}
                disabled={action.disabled ?? false}
                onPress={action.onPress}
              >
                {action.label}
              </Button>
            ),
          }
        : {})}
      secondaryAction={<Button onPress={onClose}>{action ? 'Cancel' : 'Close'}</Button>}
    >
      <Box css={{ stack: 'y', gapY: 'medium' }}>
        <Refused problem={problem} fields={fields} />
        {props.children}
      </Box>
    </FocusView>
  )
}
