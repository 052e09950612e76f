import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { EvidenceDialog } from './EvidenceDialog'

type Evidence = {
  /** Shows what the figure behind a link is made of. */
  open: (link: string) => void
  /** False where a view has no room for it. */
  offered: boolean
}

const Context = createContext<Evidence>({ open: () => undefined, offered: false })

export const useEvidence = (): Evidence => useContext(Context)

/** Lets every figure below it open its evidence. */
export function EvidenceProvider({ children }: { children: ReactNode }) {
  const [trail, setTrail] = useState<string[]>([])
  const value = useMemo(() => ({ open: (link: string) => setTrail([link]), offered: true }), [])
  const link = trail.at(-1)
  return (
    <Context.Provider value={value}>
      {children}
      {link === undefined ? null : (
        <EvidenceDialog
          key={link}
          link={link}
          onOpen={(next) => setTrail((links) => [...links, next])}
          onBack={trail.length > 1 ? () => setTrail((links) => links.slice(0, -1)) : null}
          onClose={() => setTrail([])}
        />
      )}
    </Context.Provider>
  )
}
