import { Banner, Button } from '@stripe/ui-extension-sdk/ui'
import type { ApiProblem, Phase } from '../api/problem'

const PHASES: Record<Phase, string> = {
  signing: 'Stopped while signing in',
  network: 'Stopped on the way to the backend',
  backend: 'Stopped in the backend',
}

/** What failed, where it stopped, and a way to try again. */
export function Failed({ what, problem, retry }: { what: string; problem: ApiProblem; retry: () => void }) {
  return (
    <Banner
      type="critical"
      title={`${what} could not be loaded`}
      description={`${problem.title}. ${problem.detail} ${PHASES[problem.phase]} (${problem.code}).`}
      actions={<Button onPress={retry}>Try again</Button>}
    />
  )
}
