import type { Scheme } from '@yardstick/model'
import { memo, useMemo } from 'react'
import type { ManualTexts } from '../evaluation/manual-texts.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { depthOf } from './general.ts'
import { targetText } from './indicator-fields.ts'
import { type TreeCell, treeLines } from './tree-table.ts'
import { useGrowing } from './use-growing.ts'
import { manualWords } from './words.ts'

/** The table as it is published: levels in merged cells, points, targets, 评分标准. */
export const TreeTable = memo(function TreeTable({ scheme, texts }: { scheme: Scheme; texts: ManualTexts }) {
  const w = useWords(manualWords)
  const language = useLanguage()
  const levels = depthOf(scheme)
  const lines = useMemo(() => treeLines(scheme), [scheme])
  const shown = useGrowing(lines.length)
  return (
    <table className="manual-table manual-tree-table">
      <colgroup>
        {Array.from({ length: levels }, (_, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its index
          <col key={level} style={{ width: `${Math.max(11, 42 / levels)}%` }} />
        ))}
        <col style={{ width: '6.5%' }} />
        <col style={{ width: '15%' }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          {Array.from({ length: levels }, (_, level) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its index
            <th key={level} scope="col">
              {w.columns.level(level)}
            </th>
          ))}
          <th scope="col">{w.columns.points}</th>
          <th scope="col">{w.columns.target}</th>
          <th scope="col">{w.columns.standard}</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, shown).map(({ cells, leaf }) => {
          const last = cells.at(-1)!
          return (
            <tr key={last.node.id}>
              {cells.map((cell) => (
                <LevelCell key={cell.node.id} cell={cell} isLast={cell === last} />
              ))}
              <td className="manual-number">{last.node.points}</td>
              <td>{leaf?.target && targetText(leaf.target, language, w)}</td>
              <td>{leaf === undefined ? '' : (texts[leaf.id]?.standard ?? leaf.standard ?? '')}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
})

function LevelCell({ cell, isLast }: { cell: TreeCell; isLast: boolean }) {
  const w = useWords(manualWords)
  const { node, rows, columns, number } = cell
  return (
    <td rowSpan={rows} colSpan={columns} className={isLast ? '' : 'manual-branch-cell'}>
      {number} {node.name}
      {!isLast && w.ofPoints(node.points)}
      {node.kind === 'bonus' && <span className="manual-mark">{w.bonus}</span>}
    </td>
  )
}
