import {
  createContext,
  forwardRef,
  useContext,
  type ButtonHTMLAttributes,
  type ReactNode,
  type Ref,
} from 'react'

type TriggerProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>
type Trigger = { ref: Ref<HTMLButtonElement>; props: TriggerProps }

const TriggerContext = createContext<Trigger | null>(null)

/** Hands what makes a button open something to the button that the view has brought: there is no other element. */
export const TriggerSlot = forwardRef<HTMLButtonElement, TriggerProps & { children?: ReactNode }>(
  function TriggerSlot({ children, ...props }, ref) {
    return <TriggerContext.Provider value={{ ref, props }}>{children}</TriggerContext.Provider>
  },
)

/** What a button is to be given when it stands as a trigger. */
export function useTrigger(): TriggerProps & { ref?: Ref<HTMLButtonElement> } {
  const trigger = useContext(TriggerContext)
  return trigger ? { ...trigger.props, ref: trigger.ref } : {}
}
