import { useWords } from '../../parts/words.ts'
import type { Tag } from './entry.ts'
import { libraryWords } from './words.ts'

/** Tags in the order of their facets, each telling which facet it is of. */
export function TagList({ tags }: { tags: readonly Tag[] }) {
  const w = useWords(libraryWords)
  return (
    <span className="library-tags">
      {tags.map(({ facet, tag }) => (
        <span key={`${facet} ${tag}`} className={`badge library-${facet}`} title={w.facets[facet]}>
          {tag}
        </span>
      ))}
    </span>
  )
}
