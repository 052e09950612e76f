import { AppDrawer } from '../AppDrawer'
import { objectContextOf, pageEntry, type PageName } from '../page-table'
import { PlaceLink } from '../parts/PlaceLink'

/** A page of the Dashboard that the preview does not draw, but where a view of the app can live. */
export function Elsewhere({ page, id }: { page: PageName; id: string | undefined }) {
  const { title, viewport, detail } = pageEntry(page)
  return (
    <div className="with-drawer">
      <div className="page">
        {id === undefined ? null : (
          <nav aria-label="Breadcrumb" className="ui-breadcrumbs">
            <PlaceLink to={{ page }}>{title}</PlaceLink>
          </nav>
        )}
        <h1>{id ?? title}</h1>
        <p className="note">The preview draws nothing here: the page is for the app’s view only.</p>
      </div>
      {id === undefined ? (
        <AppDrawer viewport={viewport} />
      ) : (
        <AppDrawer viewport={detail?.viewport ?? null} objectContext={objectContextOf(page, id)} />
      )}
    </div>
  )
}
