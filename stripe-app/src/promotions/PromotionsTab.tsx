import { Banner, Box, Button } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me, Promotion } from '../api/types'
import { Loaded } from '../components/Loaded'
import { may } from '../hooks/useMe'
import type { Loadable } from '../hooks/useResource'
import { toast } from '../hooks/useToast'
import { CreatePromotion } from './CreatePromotion'
import { EndPromotion } from './EndPromotion'
import { PromotionTable } from './PromotionTable'
import { usePromotions } from './usePromotions'

function Empty({ onCreate }: { onCreate: (() => void) | null }) {
  return (
    <Banner
      title="No promotions yet"
      description="A promotion is a discount code that customers enter at checkout. Its redemptions are counted here."
      {...(onCreate ? { actions: <Button onPress={onCreate}>Create promotion</Button> } : {})}
    />
  )
}

type Creating = { creating: boolean; setCreating: (creating: boolean) => void }

function Promotions({ me, creating, setCreating }: Creating & { me: Me }) {
  const mayWrite = may(me, 'promotions:write')
  const { page, pageNumber, turnTo } = usePromotions()
  const [ending, setEnding] = useState<Promotion | null>(null)
  const askToEnd = (promotion: Promotion) => {
    if (promotion.status === 'active') setEnding(promotion)
    else toast('Promotion has already ended', 'caution')
  }
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Loaded
        from={page}
        what="Your promotions"
        empty={<Empty onCreate={mayWrite ? () => setCreating(true) : null} />}
      >
        {(value) => (
          <PromotionTable
            page={value}
            pageNumber={pageNumber}
            turnTo={turnTo}
            onEnd={mayWrite ? askToEnd : null}
          />
        )}
      </Loaded>
      {creating ? (
        <CreatePromotion
          currency={me.account.default_currency}
          onClose={() => setCreating(false)}
          onCreated={page.refresh}
        />
      ) : null}
      {ending ? (
        <EndPromotion promotion={ending} onClose={() => setEnding(null)} onEnded={page.refresh} />
      ) : null}
    </Box>
  )
}

/** Discount codes: what is running, how it is used, and the way to create or end one. */
export function PromotionsTab({ me, ...creating }: Creating & { me: Loadable<Me> }) {
  return (
    <Loaded from={me} what="Your account">
      {(value) => <Promotions me={value} {...creating} />}
    </Loaded>
  )
}
