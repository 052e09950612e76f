import type { AppSource } from '../build-extension'
import type { Manifest } from '../manifest'
import { VIEWPORTS, type Viewport } from '../viewports'

const COMPONENTS: Partial<Record<Viewport, string>> = {
  onboarding: 'Setup',
  settings: 'Settings',
  'stripe.dashboard.fullpage': 'Gallery',
  'stripe.dashboard.customer.detail.page-module': 'Module',
  'stripe.dashboard.invoice.detail.page-module': 'Module',
}

/** The manifest of the gallery: a view for each viewport that there is, or for some of them. */
export function galleryManifest(viewports: readonly Viewport[] = VIEWPORTS): Manifest {
  return {
    id: 'com.example.gallery',
    version: '0.0.1',
    name: 'Gallery',
    icon: './icon.png',
    permissions: [
      { permission: 'customer_read', purpose: 'Shows a customer.' },
      { permission: 'invoice_read', purpose: 'Shows an invoice.' },
    ],
    ui_extension: {
      views: viewports.map((viewport) => ({ viewport, component: COMPONENTS[viewport] ?? 'Place' })),
      content_security_policy: { 'connect-src': null, 'image-src': null, purpose: 'Calls nobody.' },
    },
  }
}

/** Every component of the preview, and every place that it can show a view in, to look at and to test. */
export function galleryApp(viewports?: readonly Viewport[]): AppSource {
  return { root: __dirname, manifest: galleryManifest(viewports) }
}
