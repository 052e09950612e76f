import { Banner, Box, Button, FocusView } from '@stripe/ui-extension-sdk/ui'
import type { Promotion } from '../api/types'
import { useAction } from '../hooks/useAction'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { toast } from '../hooks/useToast'
import { discountText, redemptionText } from './discount-text'

type EndPromotionProps = { promotion: Promotion; onClose: () => void; onEnded: () => void }

/** Asks once before a promotion ends, naming what stops and what stays. */
export function EndPromotion({ promotion, onClose, onEnded }: EndPromotionProps) {
  const api = useApi()
  const locale = useLocale()
  const { pending, problem, run } = useAction()
  const end = () =>
    void run(promotion.id, async (headers) => {
      await api.POST('/v1/promotions/{id}/end', {
        params: { path: { id: promotion.id }, query: { account: promotion.account } },
        headers,
      })
      toast('Promotion ended')
      onEnded()
      onClose()
    })
  return (
    <FocusView
      title={`End ${promotion.name}`}
      shown
      setShown={(shown) => (shown ? undefined : onClose())}
      primaryAction={
        <Button type="destructive" pending={pending} onPress={end}>
          End promotion
        </Button>
      }
      secondaryAction={<Button onPress={onClose}>Cancel</Button>}
    >
      <Box css={{ stack: 'y', gapY: 'medium' }}>
        {problem ? <Banner type="critical" title={problem.title} description={problem.detail} /> : null}
        <Box>{`Nobody can redeem ${promotion.code} after this. It gives ${discountText(promotion, locale)}.`}</Box>
        <Box>{`Customers who redeemed it keep their discount. Redeemed so far: ${redemptionText(promotion, locale)}.`}</Box>
        <Box css={{ color: 'secondary' }}>An ended promotion cannot be started again.</Box>
      </Box>
    </FocusView>
  )
}
