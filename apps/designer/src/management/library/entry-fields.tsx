import { Input } from 'antd'
import { useState } from 'react'
import { FormRow } from '../../parts/form/form.tsx'
import { useWords } from '../../parts/words.ts'
import { type EntryHead, type Facet, facets, readTags, type Tag, tagsText } from './entry.ts'
import { libraryWords } from './words.ts'

/** What people say about an entry. */
export interface Fields {
  readonly name: string
  readonly tags: readonly Tag[]
}

export function fieldsOf({ name, tags }: Pick<EntryHead, 'name' | 'tags'>): Fields {
  return { name, tags }
}

/** Its name, and its tags in four facets. */
export function EntryFields({ fields, onChange }: { fields: Fields; onChange: (fields: Fields) => void }) {
  const w = useWords(libraryWords)
  return (
    <>
      <FormRow label={w.name}>
        <Input
          value={fields.name}
          maxLength={200}
          aria-label={w.name}
          onChange={(event) => onChange({ ...fields, name: event.target.value })}
        />
      </FormRow>
      {facets.map((facet, index) => (
        <TagsRow
          key={facet}
          facet={facet}
          tags={fields.tags}
          hint={index === facets.length - 1 ? w.facetHint : undefined}
          onChange={(tags) => onChange({ ...fields, tags })}
        />
      ))}
    </>
  )
}

function TagsRow({
  facet,
  tags,
  hint,
  onChange,
}: {
  facet: Facet
  tags: readonly Tag[]
  hint: string | undefined
  onChange: (tags: readonly Tag[]) => void
}) {
  const w = useWords(libraryWords)
  const [text, setText] = useState(() => tagsText(tags, facet))
  return (
    <FormRow label={w.facets[facet] ?? facet} hint={hint}>
      <Input
        value={text}
        maxLength={400}
        aria-label={w.facets[facet]}
        onChange={(event) => {
          setText(event.target.value)
          onChange([...tags.filter((each) => each.facet !== facet), ...readTags(facet, event.target.value)])
        }}
      />
    </FormRow>
  )
}
