import { createRoutes, route } from '@stripe/ui-extension-sdk/navigation'
import { Groups } from './Groups'
import { DetailGroup } from './groups/DetailGroup'
import { FaultyGroup } from './groups/FaultyGroup'

/** The gallery's places: a tab for each group of components, a detail page, which is a root of its own, and faults. */
export const routes = createRoutes({
  detail: route('/detail', () => <DetailGroup />),
  faulty: route('/faulty', () => <FaultyGroup />),
  group: route('/:group', ({ group }) => <Groups group={String(group)} />),
})

declare module '@stripe/ui-extension-sdk/navigation' {
  interface RouteRegister {
    routes: typeof routes
  }
}
