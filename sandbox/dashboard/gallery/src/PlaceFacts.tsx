import { useRefreshDashboardData, type ExtensionContextValue } from '@stripe/ui-extension-sdk/context'
import {
  Box,
  Button,
  ContextView,
  Inline,
  Link,
  PropertyList,
  PropertyListItem,
  type RouteDescriptor,
} from '@stripe/ui-extension-sdk/ui'
import {
  fetchStripeSignature,
  getDashboardUserEmail,
  getUserAuthorizedPermissions,
  isPermissionAuthorized,
  navigateToDashboardRoute,
  showToast,
  stripeApiFetch,
} from '@stripe/ui-extension-sdk/utils'
import { useEffect, useState } from 'react'

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

const CUSTOMERS = 'https://api.stripe.com/v1/customers?limit=1'

/** Where a view can lead to, by the routes of the SDK. */
const ROUTES: RouteDescriptor[] = [
  { name: 'customers', envParams: { from: 'gallery' } },
  { name: 'balanceOverview' },
  { name: 'fullPageGlob', params: { glob: ['actions'], searchParams: { at: 'now' } } },
]

async function askCustomers(): Promise<string> {
  const { status, json } = await stripeApiFetch(CUSTOMERS)
  const answer: object = json ?? {}
  return 'error' in answer ? `${status} ${JSON.stringify(answer.error)}` : `${status}`
}

/** What the page asks the Dashboard for itself. */
function useAnswers(): Record<string, string> {
  const [answers, setAnswers] = useState<Record<string, string>>({})
  useEffect(() => {
    const ask = (name: string, answer: Promise<unknown>) => {
      answer
        .then(text, (error: unknown) => `failed: ${error instanceof Error ? error.message : String(error)}`)
        .then((value) => setAnswers((known) => ({ ...known, [name]: value })))
        .catch(() => undefined)
    }
    ask('Permissions', getUserAuthorizedPermissions())
    ask('May read invoices', isPermissionAuthorized('invoice_read'))
    ask('Customers', askCustomers())
    ask('Email', getDashboardUserEmail())
    ask(
      'Signature',
      fetchStripeSignature().then((header) => (/^t=\d+,v1=\w+$/.test(header) ? 'given' : header)),
    )
  }, [])
  return answers
}

/** Everything that a view is told about where it is and for whom. */
export function PlaceFacts({ context }: { context: ExtensionContextValue }) {
  const { userContext, environment, appContext } = context
  const answers = useAnswers()
  const refresh = useRefreshDashboardData()
  const facts = {
    Viewport: environment.viewportID,
    Object: environment.objectContext,
    Query: environment.queryParams,
    Mode: environment.mode,
    User: userContext.name,
    Roles: userContext.roles?.map(({ id }) => id),
    Account: userContext.account.id,
    Locale: userContext.locale,
    Clock: new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short' }).format(0),
    Midnight: new Date(2026, 0, 3).toISOString(),
    Authorised: appContext.authorizedPermissions,
    ...answers,
  }
  return (
    <ContextView title="Place" description="What this view is told">
      <PropertyList>
        {Object.entries(facts).map(([label, value]) => (
          <PropertyListItem key={label} label={label} value={<Inline>{text(value)}</Inline>} />
        ))}
      </PropertyList>
      <Box css={{ stack: 'y', gap: 'small', alignX: 'start' }}>
        {ROUTES.map((route) => (
          <Link key={route.name} href={route}>
            {`Link to ${route.name}`}
          </Link>
        ))}
        <Button onPress={() => void navigateToDashboardRoute({ name: 'invoices' })}>
          Navigate to invoices
        </Button>
        <Button onPress={() => void navigateToDashboardRoute({ name: 'taxReportingLocations' })}>
          Navigate to nowhere
        </Button>
        <Button onPress={() => void showToast('Saved', { type: 'success' })}>Show a toast</Button>
        <Button onPress={() => void refresh()}>Refresh the page’s data</Button>
      </Box>
    </ContextView>
  )
}
