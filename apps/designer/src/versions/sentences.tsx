import { walk } from '@yardstick/model'
import { useMemo } from 'react'
import type { DifferenceSentence } from '../evaluation/compare-schemes.ts'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { versionWords } from './words.ts'

const order = ['scheme', 'indicator', 'item', 'measure', 'rule', 'condition', 'grade', 'case'] as const

/** 文字: what differs, grouped by what it is about; an indicator that is there now can be gone to. */
export function Sentences({ sentences, isNow }: { sentences: readonly DifferenceSentence[]; isNow: boolean }) {
  const w = useWords(versionWords)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const known = useMemo(() => new Set(walk({ indicators }).map(({ node }) => node.id)), [indicators])
  return order
    .map((of) => ({ of, all: sentences.filter((each) => each.of === of) }))
    .filter(({ all }) => all.length > 0)
    .map(({ of, all }) => (
      <section key={of} className="sentences">
        <h3>
          {w.parts[of]} <span>{all.length}</span>
        </h3>
        <ul>
          {all.map((each) => (
            <li key={`${each.id} ${each.change} ${each.text}`}>
              <span className={`versions-change versions-${each.change}`}>{w.changes[each.change]}</span>
              {isNow && of === 'indicator' && known.has(each.id) ? (
                <button type="button" title={w.toIndicator} onClick={() => openInTable(each.id)}>
                  {each.text}
                </button>
              ) : (
                <span>{each.text}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
    ))
}

function openInTable(id: string): void {
  designer.setView(({ selection }) => ({ tab: 'table', selection: { ...selection, active: id, ids: [id] } }))
}
