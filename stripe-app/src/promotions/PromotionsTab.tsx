import { Banner, Box, Button, Inline } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Promotion } from '../api/types'
import { Loaded } from '../components/Loaded'
import { AccountSelect, MissingAccount } from '../desk/AccountSelect'
import { ALL, type Choice } from '../desk/choice'
import { may } from '../hooks/useMe'
import type { Loadable } from '../hooks/useResource'
import { toast } from '../hooks/useToast'
import { CreatePromotion } from './CreatePromotion'
import { EndPromotion } from './EndPromotion'
import { PromotionTable } from './PromotionTable'
import { usePromotions } from './usePromotions'

type EmptyProps = { ofAll: boolean; onCreate: (() => void) | null }

function Empty({ ofAll, onCreate }: EmptyProps) {
  return (
    <Banner
      title={ofAll ? 'No promotions in any account yet' : 'No promotions yet'}
      description="A promotion is a discount code that customers enter at checkout. Its redemptions are counted here."
      {...(onCreate ? { actions: <Button onPress={onCreate}>Create promotion</Button> } : {})}
    />
  )
}

type Creating = { creating: boolean; setCreating: (creating: boolean) => void }

function Promotions({ choice, creating, setCreating }: Creating & { choice: Choice }) {
  const { me, accounts } = choice
  const ofAll = choice.account === ALL
  const mayWrite = may(me, 'promotions:write')
  const mayCreate = mayWrite && !ofAll
  const { page, pageNumber, turnTo } = usePromotions()
  const [ending, setEnding] = useState<Promotion | null>(null)
  const askToEnd = (promotion: Promotion) => {
    if (promotion.status === 'active') setEnding(promotion)
    else toast('Promotion has already ended', 'caution')
  }
  return (
    <>
      <Loaded
        from={page}
        what="Your promotions"
        empty={<Empty ofAll={ofAll} onCreate={mayCreate ? () => setCreating(true) : null} />}
      >
        {(value) => (
          <PromotionTable
            page={value}
            pageNumber={pageNumber}
            turnTo={turnTo}
            accounts={ofAll ? accounts : null}
            onEnd={mayWrite ? askToEnd : null}
          />
        )}
      </Loaded>
      {creating && mayCreate ? (
        <CreatePromotion
          currency={me.account.default_currency}
          accountName={accounts.length > 0 ? me.account.name : null}
          onClose={() => setCreating(false)}
          onCreated={page.refresh}
        />
      ) : null}
      {ending ? (
        <EndPromotion promotion={ending} onClose={() => setEnding(null)} onEnded={page.refresh} />
      ) : null}
    </>
  )
}

/** A code works in one account, so there is nothing to create while none is chosen. */
function CreateElsewhere() {
  return (
    <Box css={{ stack: 'x', alignY: 'center', gapX: 'small', gapY: 'xsmall', wrap: 'wrap' }}>
      <Button disabled>Create promotion</Button>
      <Inline css={{ color: 'secondary' }}>Choose one account: a code works in that account only.</Inline>
    </Box>
  )
}

type PromotionsTabProps = Creating & { choice: Loadable<Choice>; choose: (account: string) => void }

/** Discount codes: what is running, how it is used, and the way to create or end one. */
export function PromotionsTab({ choice, choose, ...creating }: PromotionsTabProps) {
  return (
    <Loaded from={choice} what="Your account">
      {(value) => (
        <Box css={{ stack: 'y', gapY: 'medium' }}>
          {value.accounts.length > 0 ? (
            <Box css={{ stack: 'x', alignY: 'center', gapX: 'medium', gapY: 'small', wrap: 'wrap' }}>
              <AccountSelect choice={value} choose={choose} />
              {value.account === ALL && may(value.me, 'promotions:write') ? <CreateElsewhere /> : null}
            </Box>
          ) : null}
          <MissingAccount choice={value} choose={choose} />
          <Promotions key={value.account} choice={value} {...creating} />
        </Box>
      )}
    </Loaded>
  )
}
