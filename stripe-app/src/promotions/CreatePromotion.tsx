import { Banner, Box, Button, FocusView } from '@stripe/ui-extension-sdk/ui'
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

type CreatePromotionProps = { currency: string; onClose: () => void; onCreated: () => void }

/** The form for a new promotion. */
export function CreatePromotion({ currency, onClose, onCreated }: CreatePromotionProps) {
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
        {problem ? (
          <Banner
            type="critical"
            title={problem.title}
            description={`${problem.detail} Nothing was created.`}
          />
        ) : null}
        <NameFields {...fields} />
        <DiscountFields {...fields} />
        <LimitFields {...fields} />
      </Box>
    </FocusView>
  )
}
