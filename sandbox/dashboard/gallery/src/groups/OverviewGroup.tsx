import { Box, OverviewPage, PageModule } from '@stripe/ui-extension-sdk/ui'
import { useLog } from '../events'

export function OverviewGroup() {
  const log = useLog()
  return (
    <>
      <OverviewPage
        primaryColumn={
          <PageModule
            title="Revenue"
            subtitle="In USD"
            extraActions={[
              { label: 'Export', onPress: log('PageModule.extraActions') },
              { label: 'Delete', type: 'destructive', disabled: true, onPress: log('never') },
            ]}
          >
            <Box>The content of a module</Box>
          </PageModule>
        }
        secondaryColumn={
          <PageModule title="Needs you">
            <Box>Nothing</Box>
          </PageModule>
        }
      />
      <OverviewPage pending primaryColumn={<Box>Not yet</Box>} />
    </>
  )
}
