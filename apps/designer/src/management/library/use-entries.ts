import { useDeferredValue, useState } from 'react'
import { usePages } from '../use-pages.ts'
import type { EntryHead, Facet } from './entry.ts'

const readEntries = ({ entries }: { entries: readonly EntryHead[] }) => entries
const keyOf = ({ id }: EntryHead) => id

/** The library as it is looked through: by name or initials, and by a tag of one facet. */
export function useEntries() {
  const [typed, setTyped] = useState('')
  const [facet, setFacet] = useState<Facet>('industry')
  const [tag, setTag] = useState('')
  const search = useDeferredValue(typed.trim())
  const filter = { search, ...(tag === '' ? {} : { facet, tag }) }
  const pages = usePages('/api/library', filter, readEntries, keyOf)
  return { pages, typed, setTyped, facet, setFacet, tag, setTag, isFiltered: search !== '' || tag !== '' }
}

export type Entries = ReturnType<typeof useEntries>
