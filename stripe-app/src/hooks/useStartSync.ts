import { useAction } from './useAction'
import { useApi } from './ApiProvider'
import { toast } from './useToast'

/** Reads again what changed at Stripe; `started` is called once the backend has begun. */
export function useStartSync(started: () => void) {
  const api = useApi()
  const { pending, problem, run } = useAction()
  const start = () =>
    void run('sync', async (headers) => {
      await api.POST('/v1/sync', { body: { full: false }, headers })
      toast('Sync started', 'pending')
      started()
    })
  return { pending, problem, start }
}
