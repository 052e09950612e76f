import { Link } from '../components/actions'

export function Unknown() {
  return (
    <div className="page">
      <h1>Not part of the preview</h1>
      <p>
        The preview has only the pages that the app’s views live on.{' '}
        <Link href={{ name: 'dashboard' }}>Go to home</Link>
      </p>
    </div>
  )
}
