import { createContext, useContext, type ReactNode } from 'react'

const LocaleContext = createContext('en-US')

/** A locale that `Intl` accepts: some systems name one that it refuses, such as `en-US@posix`. */
function usable(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}

export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <LocaleContext.Provider value={usable(locale)}>{children}</LocaleContext.Provider>
}

/** The Dashboard user's locale; every number and date is written in it. */
export function useLocale(): string {
  return useContext(LocaleContext)
}
