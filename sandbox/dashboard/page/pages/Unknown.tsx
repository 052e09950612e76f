import { PlaceLink } from '../parts/PlaceLink'

export function Unknown({ path }: { path: string }) {
  return (
    <div className="page">
      <h1>Not part of the preview</h1>
      <p>
        There is no page <code>{path}</code> here: the preview has those that an app’s views live on.{' '}
        <PlaceLink to={{ page: 'home' }}>Go to home</PlaceLink>
      </p>
    </div>
  )
}
