import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { PlaceFacts } from '../PlaceFacts'

export default function Place(context: ExtensionContextValue) {
  return <PlaceFacts context={context} />
}
