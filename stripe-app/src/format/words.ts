/** A name of the API in sentence case: `credit_notes` is Credit notes. */
export function sentence(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
