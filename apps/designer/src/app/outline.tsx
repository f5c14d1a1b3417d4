import { isBranchPlace, walk } from '@yardstick/model'
import { useMemo } from 'react'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { shellWords } from './words.ts'

/** The branches alone, for jumping: a click selects the branch in the grid and the graph. */
export function Outline() {
  const w = useWords(shellWords)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const active = useDesigner((state) => state.view.selection.active)
  const branches = useMemo(() => walk({ indicators }).filter(isBranchPlace), [indicators])
  const select = (id: string) =>
    designer.setView(({ selection }) => ({ selection: { ...selection, active: id, ids: [id] } }))
  return (
    <nav className="outline" aria-label={w.outline}>
      {branches.map(({ node, depth }) => (
        <button
          type="button"
          key={node.id}
          className="outline-row"
          aria-current={node.id === active}
          style={{ paddingInlineStart: 8 + depth * 14 }}
          onClick={() => select(node.id)}
        >
          <span className="outline-name">{node.name}</span>
          <span className="outline-points">{node.points}</span>
        </button>
      ))}
    </nav>
  )
}
