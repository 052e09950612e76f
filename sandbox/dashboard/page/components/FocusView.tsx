import type { FocusViewProps } from '@stripe/ui-extension-sdk/ui'
import { AlertDialog, Dialog } from 'radix-ui'
import { useRef, useState } from 'react'
import { callRemote } from './events'
import { Glyph } from './Glyph'

/** Gives the focus back to where it was; the dialogs open without a trigger that could take it. */
function useFocusBack() {
  const before = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      if (before.current instanceof HTMLElement) before.current.focus()
    },
  }
}

/** A drawer over the page. With `confirmCloseMessages`, leaving asks once. */
export function FocusView(props: FocusViewProps) {
  const { children, title, confirmCloseMessages, footerContent, primaryAction, secondaryAction } = props
  const { setShown, shown = false, size = 'small' } = props
  const [asking, setAsking] = useState(false)
  const drawerFocus = useFocusBack()
  const questionFocus = useFocusBack()
  const close = () => callRemote(setShown, false)
  const requestClose = () => (confirmCloseMessages ? setAsking(true) : close())
  return (
    <Dialog.Root open={shown} onOpenChange={(open) => (open ? undefined : requestClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="ui-overlay" />
        <Dialog.Content
          className={`ui-focus-view ui-focus-${size}`}
          aria-describedby={undefined}
          {...drawerFocus}
        >
          <header className="ui-focus-header">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="ui-icon-button" aria-label="Close">
              <Glyph name="cancel" />
            </Dialog.Close>
          </header>
          <div className="ui-focus-body">{children}</div>
          {footerContent || primaryAction || secondaryAction ? (
            <footer className="ui-focus-footer">
              <div>{footerContent}</div>
              <div className="ui-button-group">
                {secondaryAction}
                {primaryAction}
              </div>
            </footer>
          ) : null}
        </Dialog.Content>
      </Dialog.Portal>
      {confirmCloseMessages ? (
        <AlertDialog.Root open={asking} onOpenChange={setAsking}>
          <AlertDialog.Portal>
            <AlertDialog.Overlay className="ui-overlay ui-overlay-top" />
            <AlertDialog.Content className="ui-dialog" {...questionFocus}>
              <AlertDialog.Title>{confirmCloseMessages.title}</AlertDialog.Title>
              <AlertDialog.Description>{confirmCloseMessages.description}</AlertDialog.Description>
              <div className="ui-button-group">
                <AlertDialog.Cancel className="ui-button ui-button-secondary ui-button-medium">
                  {confirmCloseMessages.cancelAction}
                </AlertDialog.Cancel>
                <AlertDialog.Action
                  className="ui-button ui-button-destructive ui-button-medium"
                  onClick={close}
                >
                  {confirmCloseMessages.exitAction}
                </AlertDialog.Action>
              </div>
            </AlertDialog.Content>
          </AlertDialog.Portal>
        </AlertDialog.Root>
      ) : null}
    </Dialog.Root>
  )
}
