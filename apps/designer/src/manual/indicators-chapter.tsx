import type { Indicator, Scheme } from '@yardstick/model'
import { memo, useMemo } from 'react'
import type { ManualTexts } from '../evaluation/manual-texts.ts'
import { useWords } from '../parts/words.ts'
import { indicatorFields, type LeafSays, type Speaking } from './indicator-fields.ts'
import { numbered } from './tree-table.ts'
import { useGrowing } from './use-growing.ts'
import { manualWords } from './words.ts'

/** Each indicator as a paragraph of its own. */
export function Indicators({ scheme, texts, speaking }: { scheme: Scheme; texts: ManualTexts; speaking: Speaking }) {
  const all = useMemo(() => numbered(scheme), [scheme])
  const shown = useGrowing(all.length)
  return all
    .slice(0, shown)
    .map(({ node, number, depth }) => (
      <Entry
        key={node.id}
        node={node}
        number={number}
        depth={depth}
        standard={texts[node.id]?.standard}
        edges={texts[node.id]?.edges ?? noEdges}
        speaking={speaking}
      />
    ))
}

const noEdges: LeafSays['edges'] = []

const Entry = memo(function Entry({
  node,
  number,
  depth,
  standard,
  edges,
  speaking,
}: {
  node: Indicator
  number: string
  depth: number
  standard: string | undefined
  edges: LeafSays['edges']
  speaking: Speaking
}) {
  const w = useWords(manualWords)
  const fields = indicatorFields(node, { standard, edges }, speaking)
  const isBranch = 'children' in node
  return (
    <section className={`manual-entry ${isBranch ? 'manual-entry-branch' : ''} manual-depth-${Math.min(depth, 3)}`}>
      <h3>
        <span className="manual-entry-number">{number}</span>
        {node.name}
        <span className="manual-entry-points">{w.ofPoints(node.points)}</span>
        {node.kind === 'bonus' && <span className="manual-mark">{w.bonus}</span>}
        {node.core === true && <span className="manual-mark">{w.core}</span>}
      </h3>
      {fields.length > 0 && (
        <dl>
          {fields.map(({ field, text }) => (
            <div key={field}>
              <dt>{w.fields[field]}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
})
