import type { OnboardingViewProps } from '@stripe/ui-extension-sdk/ui'
import { useEffect } from 'react'
import { usePreview } from '../preview-context'
import { TaskList, TaskListItem } from './lists'

/** How long the user sees that all is done, before the view closes by itself. */
const CLOSES_AFTER_MS = 1500

export function OnboardingView(props: OnboardingViewProps) {
  const { children, completed, tasks, title, description, error, pending = false } = props
  const { place, navigate } = usePreview()
  const closes = completed && place.page === 'onboarding'
  useEffect(() => {
    if (!closes) return undefined
    const timer = setTimeout(() => navigate({ page: 'home' }, { replace: true }), CLOSES_AFTER_MS)
    return () => clearTimeout(timer)
    // Asked for once: `navigate` is another function at each rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [closes])
  return (
    <section className="ui-full-page" aria-label={title} aria-busy={pending}>
      <h1>{title}</h1>
      {description ? <p>{description}</p> : null}
      {completed ? <p role="status">All done</p> : null}
      {error ? <div role="alert">{error}</div> : null}
      <TaskList>
        {tasks.map((task) => (
          <TaskListItem key={task.title} {...task} />
        ))}
      </TaskList>
      {pending ? (
        <p role="status">
          <span className="ui-spinner ui-spinner-small" aria-hidden="true" /> Loading
        </p>
      ) : (
        children
      )}
    </section>
  )
}
