import { Banner, Box, Button, FocusView } from '@stripe/ui-extension-sdk/ui'
import type { ApiProblem } from '../api/problem'
import { toast } from '../hooks/useToast'
import { DiscountFields, LimitFields, NameFields } from './DraftFields'
import { isDirty } from './draft'
import { useCreatePromotion } from './useCreatePromotion'

const ASK_BEFORE_CLOSING = {
  title: 'Discard this promotion?',
  description: 'What you entered is not saved.',
  cancelAction: 'Keep editing',
  exitAction: 'Discard',
}

/** A refusal is final. Without one the promotion may exist: the same sent again finds it. */
function outcomeOf({ status, detail }: ApiProblem): string {
  return status !== null && status < 500 && status !== 409
    ? `${detail} Nothing was created.`
    : 'It is not known whether it was created. Send the same again: it is created only once.'
}

type CreatePromotionProps = {
  currency: string
  /** Named where there are several. */
  accountName: string | null
  onClose: () => void
  onCreated: () => void
}

/** The form for a new promotion. */
export function CreatePromotion({ currency, accountName, onClose, onCreated }: CreatePromotionProps) {
  const { draft, errors, problem, pending, change, send } = useCreatePromotion(currency, () => {
    toast('Promotion created')
    onCreated()
    onClose()
  })
  const fields = { draft, errors, change, currency }
  return (
    <FocusView
      title="Create promotion"
      shown
      setShown={(shown) => (shown ? undefined : onClose())}
      {...(isDirty(draft) ? { confirmCloseMessages: ASK_BEFORE_CLOSING } : {})}
      primaryAction={
        <Button type="primary" pending={pending} onPress={() => void send()}>
          Create promotion
        </Button>
      }
      secondaryAction={<Button onPress={onClose}>Cancel</Button>}
    >
      <Box css={{ stack: 'y', gapY: 'medium' }}>
        {problem ? <Banner type="critical" title={problem.title} description={outcomeOf(problem)} /> : null}
        {accountName ? <Box>{`The code will work in ${accountName}.`}</Box> : null}
        <NameFields {...fields} />
        <DiscountFields {...fields} />
        <LimitFields {...fields} />
      </Box>
    </FocusView>
  )
}
