import { Button, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { type LocalNames, type NamedItem, suggestedNames } from '../../../parts/mapping/local-names.ts'
import { searchRank } from '../../../parts/pinyin.ts'
import { useWords } from '../../../parts/words.ts'
import type { SchemePage } from '../../../server/schemes.ts'
import { type Draft, readDraft } from '../../../server/schemes.ts'
import { adoptionWords } from './words.ts'

/** Which scheme of one's own the local names are like. */
export function LikeScheme({
  value,
  onChange,
  suggested,
  onTakeAll,
}: {
  value: string | null
  onChange: (scheme: string | null) => void
  suggested: ReadonlyMap<string, string>
  onTakeAll: () => void
}) {
  const w = useWords(adoptionWords)
  const { value: page } = useAnswer<SchemePage>('/api/schemes?limit=200')
  const schemes = page?.schemes ?? []
  if (schemes.length === 0) return null
  return (
    <div className="adoption-like">
      <Select<string>
        value={value ?? NONE}
        aria-label={w.likeScheme}
        prefix={w.likeScheme}
        popupMatchSelectWidth={false}
        options={[{ value: NONE, label: w.likeNone }, ...schemes.map(({ id, name }) => ({ value: id, label: name }))]}
        showSearch={{ filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined }}
        onChange={(next) => onChange(next === NONE ? null : next)}
      />
      {suggested.size > 0 && <Button onClick={onTakeAll}>{w.takeAll(suggested.size)}</Button>}
    </div>
  )
}

const NONE = ''

/** The names of a scheme's items, and those of them that items without a local name are most like. */
export function useLikeNames(
  scheme: string | null,
  items: readonly NamedItem[],
  names: LocalNames,
): { readonly known: readonly string[]; readonly suggested: ReadonlyMap<string, string> } {
  const [read, setRead] = useState<{ readonly of: string; readonly draft: Draft }>()
  useEffect(() => {
    if (scheme === null) return
    let isWanted = true
    readDraft(scheme).then(
      (draft) => isWanted && setRead({ of: scheme, draft }),
      // Without it there are no suggestions; names can be typed.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [scheme])
  const known = useMemo(() => (read?.of === scheme ? read.draft.scheme.items.map(({ id }) => id) : []), [read, scheme])
  const suggested = useMemo(() => {
    const taken = new Set(Object.values(names).map(({ name }) => name))
    return suggestedNames(
      items.filter(({ id }) => names[id] === undefined),
      known.filter((name) => !taken.has(name)),
    )
  }, [items, known, names])
  return { known, suggested }
}
