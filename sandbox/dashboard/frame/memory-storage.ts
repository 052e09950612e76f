/** A look-alike of web storage behind the SDK's `useStorage`: shared by the app's views, gone with the frame. */
export function createMemoryStorage(): Storage {
  const items = new Map<string, string>()

  // A real StorageEvent refuses a storageArea that is no real Storage, so a plain event is dressed as one.
  const announce = (key: string | null, oldValue: string | null, newValue: string | null) => {
    const event = Object.assign(new Event('storage'), { storageArea: storage, key, oldValue, newValue })
    globalThis.dispatchEvent(event)
  }

  const storage: Storage = {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      const before = items.get(key) ?? null
      items.set(key, String(value))
      announce(key, before, String(value))
    },
    removeItem: (key) => {
      const before = items.get(key) ?? null
      items.delete(key)
      announce(key, before, null)
    },
    clear: () => {
      items.clear()
      announce(null, null, null)
    },
  }
  return storage
}
