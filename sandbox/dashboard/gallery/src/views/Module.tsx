import type { ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import { Box } from '@stripe/ui-extension-sdk/ui'

export default function Module({ environment: { viewportID, objectContext } }: ExtensionContextValue) {
  return <Box css={{ padding: 'medium', keyline: 'neutral' }}>{`${viewportID} of ${objectContext?.id}`}</Box>
}
