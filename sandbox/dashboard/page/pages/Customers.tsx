import type Stripe from 'stripe'
import type { FormEvent } from 'react'
import { Listed, ListFrame, useListQuery } from '../parts/Listed'
import type { Column } from '../parts/ObjectTable'
import { customerName, day } from '../parts/words'
import { usePreview } from '../preview-context'

const COLUMNS: Column<Stripe.Customer>[] = [
  { label: 'Name', cell: customerName },
  { label: 'Email', cell: ({ email }) => email },
  { label: 'Currency', cell: ({ currency }) => currency?.toUpperCase() },
  { label: 'Created', kind: 'date', cell: ({ created }) => day(created) },
]

function EmailFilter({ email }: { email: string }) {
  const { navigate } = usePreview()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = new FormData(event.currentTarget).get('email')
    navigate({ page: 'customers', ...(wanted ? { query: { email: String(wanted) } } : {}) })
  }
  return (
    <form className="search" role="search" onSubmit={submit}>
      <label className="ui-hidden" htmlFor="email-filter">
        Filter by email
      </label>
      <input
        key={email}
        id="email-filter"
        name="email"
        type="search"
        className="ui-input"
        placeholder="Email, in full"
        defaultValue={email}
      />
      <button type="submit" className="ui-button ui-button-secondary ui-button-medium">
        Filter
      </button>
    </form>
  )
}

export function Customers() {
  const { email = '' } = useListQuery()
  return (
    <ListFrame page="customers" tools={<EmailFilter email={email} />}>
      <Listed
        page="customers"
        path={`/v1/customers${email ? `?email=${encodeURIComponent(email)}` : ''}`}
        columns={COLUMNS}
        empty={email ? `No customer has the email ${email}.` : 'No customers yet.'}
        open={({ id }) => ({ page: 'customers', id })}
      />
    </ListFrame>
  )
}
