import { Badge, Box, PlatformConfigurationView } from '@stripe/ui-extension-sdk/ui'

/** What no compiler would let through, as it comes from data. */
const WRONG: object = JSON.parse('{"type":"good"}')
const UNKNOWN: object = JSON.parse('{"tone":"positive"}')

/** What the preview must show loudly: a component that it lacks, a wrong value, a prop that there is not. */
export function FaultyGroup() {
  return (
    <Box>
      <PlatformConfigurationView onSubmit={() => undefined}>Inside</PlatformConfigurationView>
      <Badge {...WRONG}>Wrong</Badge>
      <Badge {...UNKNOWN}>Unknown</Badge>
    </Box>
  )
}
