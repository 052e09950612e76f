import { createRoutes, route } from '@stripe/ui-extension-sdk/navigation'
import { Desk } from './desk/Desk'

/** The full page's places. A tab is a place, so that back, reload and links keep it. */
export const routes = createRoutes({
  overview: route('/overview', () => <Desk tab="overview" />),
  revenue: route('/revenue', () => <Desk tab="revenue" />),
  retention: route('/retention', () => <Desk tab="retention" />),
  forecast: route('/forecast', () => <Desk tab="forecast" />),
  promotions: route('/promotions', () => <Desk tab="promotions" />),
})

declare module '@stripe/ui-extension-sdk/navigation' {
  interface RouteRegister {
    routes: typeof routes
  }
}
