import * as actions from './actions'
import * as charts from './charts'
import * as nextCharts from './charts-next'
import * as choices from './choices'
import { CurrencyField } from './CurrencyField'
import { DataTable } from './DataTable'
import { DateRangePicker } from './DateRangePicker'
import * as details from './details'
import * as feedback from './feedback'
import * as fields from './fields'
import { FocusView } from './FocusView'
import * as layout from './layout'
import * as lists from './lists'
import * as menus from './menus'
import { OnboardingView } from './OnboardingView'
import * as pages from './pages'
import { SearchField } from './SearchField'
import { StripeFileUploader } from './StripeFileUploader'
import * as tables from './tables'
import * as tabs from './tabs'
import { NextTab, NextTabs } from './tabs-next'
import * as views from './views'

/** A component takes the props that the SDK declares for it; what arrives is checked in `HostedComponent`. */
export type Implementation = (props: never) => React.ReactNode

const { Option, ...formFields } = fields

/** `@stripe/ui-extension-sdk/ui`, and `option`, which a view writes as a host element. */
export const UI: Record<string, Implementation> = {
  ...actions,
  ...charts,
  ...choices,
  ...details,
  ...feedback,
  ...formFields,
  ...layout,
  ...lists,
  ...menus,
  ...pages,
  ...tables,
  ...tabs,
  ...views,
  CurrencyField,
  DataTable,
  DateRangePicker,
  FocusView,
  OnboardingView,
  SearchField,
  StripeFileUploader,
  option: Option,
}

/** `@stripe/ui-extension-sdk/ui/next`: some of the same names with another contract. */
export const UI_NEXT: Record<string, Implementation> = {
  ...nextCharts,
  Tab: NextTab,
  Tabs: NextTabs,
}

/** The implementation that a component's name and its `schemaVersion` choose together. */
export function findImplementation(name: string, schemaVersion: unknown): Implementation | undefined {
  if (schemaVersion === 'v9Next') return UI_NEXT[name]
  if (schemaVersion === 'v9Experimental') return undefined
  return UI[name]
}
