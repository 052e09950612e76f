import { Banner, Button, OnboardingView } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'

export default function Setup() {
  const [done, setDone] = useState(false)
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  return (
    <OnboardingView
      title="Set the gallery up"
      description="Three steps, one of them done"
      completed={done}
      pending={busy}
      error={wrong ? <Banner type="critical" title="The step failed" /> : undefined}
      tasks={[
        { title: 'Connect', status: 'complete', subTasks: [{ title: 'Read customers', status: 'complete' }] },
        { title: 'Sync', status: 'in-progress', onPress: () => setBusy(true) },
        { title: 'Invite', status: 'blocked', onPress: () => setWrong(true) },
      ]}
    >
      <Button type="primary" onPress={() => setDone(true)}>
        Finish
      </Button>
    </OnboardingView>
  )
}
