import { ViewSlot } from '../host/ViewSlot'

export function FullPage() {
  return (
    <div className="page page-wide">
      <ViewSlot viewport="stripe.dashboard.fullpage" />
    </div>
  )
}
