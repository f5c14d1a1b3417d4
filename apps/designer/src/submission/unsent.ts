import { emptyJournal, isEmpty, type Journal } from './journal.ts'

/** What is not on the server yet, kept in this browser under the person who wrote it, so that nobody else finds it. */
export interface Unsent {
  read(): { readonly journal: Journal; readonly revision: number } | undefined
  /** `revision`: what the submission was when it was written. */
  keep(journal: Journal, revision: number): void
}

export function unsentOf(person: string, submission: string): Unsent {
  const key = `yardstick.unsent.${person}.${submission}`
  return {
    read() {
      try {
        const { entries, claims, revision } = JSON.parse(localStorage.getItem(key) ?? '{}')
        if (!Array.isArray(entries) || typeof revision !== 'number') return undefined
        return { journal: { ...emptyJournal, entries, claims }, revision }
      } catch {
        return undefined
      }
    },
    keep(journal, revision) {
      try {
        if (isEmpty(journal)) localStorage.removeItem(key)
        else localStorage.setItem(key, JSON.stringify({ ...journal, revision }))
      } catch {
        // A browser without storage keeps it as long as the page is open.
      }
    },
  }
}
