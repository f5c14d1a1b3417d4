const KEY = 'yardstick.palette'
const MOST = 8

/** What was gone to last, the latest first; remembered in this browser. */
export function recentIds(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(ids) ? ids.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}

export function noteUse(id: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([id, ...recentIds().filter((each) => each !== id)].slice(0, MOST)))
  } catch {}
}
