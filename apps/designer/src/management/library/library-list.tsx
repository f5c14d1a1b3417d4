import { Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/words.ts'
import { Trouble } from '../trouble.tsx'
import { managementWords } from '../words.ts'
import { type EntryHead, type Facet, facets } from './entry.ts'
import { TagList } from './tag-list.tsx'
import type { Entries } from './use-entries.ts'
import { libraryWords } from './words.ts'

/** The entries that were found, and what they are looked for by. */
export function LibraryList({
  entries: { pages, typed, setTyped, facet, setFacet, tag, setTag },
  chosen,
  onChoose,
}: {
  entries: Entries
  chosen: string | undefined
  onChoose: (entry: EntryHead) => void
}) {
  const w = useWords(libraryWords)
  const m = useWords(managementWords)
  const [draft, setDraft] = useState(tag)
  return (
    <div className="library-list">
      <div className="library-filter">
        <Input
          value={typed}
          placeholder={w.search}
          aria-label={w.search}
          allowClear
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select<Facet>
          value={facet}
          aria-label={w.tags}
          popupMatchSelectWidth={false}
          options={facets.map((each) => ({ value: each, label: w.facets[each] }))}
          onChange={setFacet}
        />
        <Input
          value={draft}
          placeholder={w.tags}
          aria-label={w.facets[facet]}
          allowClear
          maxLength={200}
          onChange={(event) => {
            setDraft(event.target.value)
            if (event.target.value === '') setTag('')
          }}
          onBlur={() => setTag(draft.trim())}
          onPressEnter={() => setTag(draft.trim())}
        />
      </div>
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      {pages.rows.length === 0 && pages.isWhole && <p className="management-note">{m.nothingFound}</p>}
      <ul
        onScroll={({ currentTarget: box }) => {
          if (box.scrollHeight - box.scrollTop - box.clientHeight < 400) pages.readMore()
        }}
      >
        {pages.rows.map((entry) => (
          <li key={entry.id}>
            <button type="button" aria-current={entry.id === chosen} onClick={() => onChoose(entry)}>
              <span className="library-name">{entry.name}</span>
              <TagList tags={entry.tags} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
