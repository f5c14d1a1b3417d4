import { Input, Select } from 'antd'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { useWords } from '../../parts/words.ts'
import { managementWords } from '../words.ts'
import { type EntryHead, facets, type Tag } from './entry.ts'
import { TagList } from './tag-list.tsx'
import type { Entries } from './use-entries.ts'
import { libraryWords } from './words.ts'

/** The entries that were found, and what they are looked for by. */
export function LibraryList({
  entries: { pages, typed, setTyped, tag, setTag },
  chosen,
  onChoose,
}: {
  entries: Entries
  chosen: string | undefined
  onChoose: (entry: EntryHead) => void
}) {
  const w = useWords(libraryWords)
  const m = useWords(managementWords)
  const { value } = useAnswer<{ readonly tags: readonly (Tag & { readonly count: number })[] }>('/api/library/tags')
  const known = value?.tags ?? []
  const options = facets.flatMap((facet) => {
    const own = known.filter((each) => each.facet === facet)
    return own.length === 0
      ? []
      : [
          {
            label: w.facets[facet],
            options: own.map(({ tag, count }) => ({ value: `${facet} ${tag}`, label: `${tag} (${count})` })),
          },
        ]
  })
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
        <Select<string | null>
          value={tag === null ? null : `${tag.facet} ${tag.tag}`}
          aria-label={w.tags}
          placeholder={w.allTags}
          allowClear
          options={options}
          onChange={(next) => {
            const [facet, ...rest] = (next ?? '').split(' ')
            setTag(facets.flatMap((each) => (each === facet ? [{ facet: each, tag: rest.join(' ') }] : []))[0] ?? null)
          }}
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
