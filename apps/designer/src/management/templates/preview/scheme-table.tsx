import { type Evaluation, isBranch, type Scheme, walk } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import { memo, useMemo } from 'react'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { LeafTexts } from '../../../store/results.ts'
import { previewWords } from './words.ts'

/**
 * A scheme as it is read: its tree with points, targets and 评分标准; with an evaluation also what each line was given.
 *
 * onChoose  asks for more of a line
 */
export const SchemeTable = memo(function SchemeTable({
  scheme,
  texts,
  evaluation,
  chosen,
  onChoose,
}: {
  scheme: Scheme
  texts: { readonly [leaf: string]: LeafTexts }
  evaluation: Evaluation | null
  chosen: string | null
  onChoose: ((indicator: string | null) => void) | undefined
}) {
  const w = useWords(previewWords)
  const language = useLanguage()
  const rows = useMemo(() => walk(scheme), [scheme])
  const results = useMemo(() => new Map((evaluation?.indicators ?? []).map((each) => [each.id, each])), [evaluation])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
    <section className="templates-scroll" tabIndex={0} aria-label={w.table}>
      <table className="templates-table">
        <thead>
          <tr>
            <th scope="col">{w.indicator}</th>
            <th scope="col" className="templates-points">
              {w.points}
            </th>
            <th scope="col" className="templates-target">
              {w.target}
            </th>
            <th scope="col">{w.standard}</th>
            {evaluation !== null && (
              <th scope="col" className="templates-score">
                {w.score}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ node, depth }) => {
            const isLeaf = !isBranch(node)
            const result = results.get(node.id)
            const isFull = result?.score === result?.points
            return (
              <tr
                key={node.id}
                className={isLeaf ? '' : `templates-branch templates-branch-${Math.min(depth, 2)}`}
                aria-current={node.id === chosen ? 'true' : undefined}
              >
                <th scope="row" style={{ paddingInlineStart: 8 + depth * 14 }}>
                  {onChoose === undefined ? (
                    node.name
                  ) : (
                    <button type="button" onClick={() => onChoose(node.id === chosen ? null : node.id)}>
                      {node.name}
                    </button>
                  )}
                </th>
                <td className="templates-points">{node.points}</td>
                <td>{isLeaf && node.target !== undefined ? printTarget(node.target, language) : ''}</td>
                <td>{isLeaf ? (node.standard ?? texts[node.id]?.standard ?? '') : ''}</td>
                {evaluation !== null && (
                  <td className={`templates-score ${isFull ? '' : 'templates-lost'}`}>{result?.score ?? w.noScore}</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
})
