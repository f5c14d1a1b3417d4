import { useDeferredValue, useState } from 'react'
import { usePages } from '../../parts/answer/use-pages.ts'
import type { EntryHead, Tag } from './entry.ts'

const readEntries = ({ entries }: { entries: readonly EntryHead[] }) => entries
const keyOf = ({ id }: EntryHead) => id

/** The library as it is looked through: by name or initials, and by a tag of one facet. */
export function useEntries() {
  const [typed, setTyped] = useState('')
  const [tag, setTag] = useState<Tag | null>(null)
  const search = useDeferredValue(typed.trim())
  const pages = usePages('/api/library', { search, ...(tag ?? {}) }, readEntries, keyOf)
  return { pages, typed, setTyped, tag, setTag, isFiltered: search !== '' || tag !== null }
}

export type Entries = ReturnType<typeof useEntries>
