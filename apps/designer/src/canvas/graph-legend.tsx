import { CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import type { ScoringMethod } from '@yardstick/model'
import { METHOD_STROKES } from '../parts/tree-picture/method-icon.ts'
import { treeWords } from '../parts/tree-picture/words.ts'
import { useWords } from '../parts/words.ts'
import { MethodIcon } from './graph-node.tsx'
import { canvasWords } from './words.ts'

/** What the signs in the boxes mean. */
export function GraphLegend() {
  const w = useWords(canvasWords)
  const tree = useWords(treeWords)
  return (
    <section className="graph-legend" aria-label={w.legend}>
      <div className="graph-legend-methods">
        {(Object.keys(METHOD_STROKES) as ScoringMethod[]).map((method) => (
          <span key={method}>
            <MethodIcon method={method} title={tree.methods[method]} />
            {tree.methods[method]}
          </span>
        ))}
      </div>
      <div className="graph-legend-marks">
        {(['full', 'part', 'low'] as const).map((standing) => (
          <span key={standing} className={`graph-rate-${standing}`}>
            <span className="graph-bar">
              <div style={{ width: { full: '100%', part: '75%', low: '40%' }[standing] }} />
            </span>
            {tree.standings[standing]}
          </span>
        ))}
        <span>
          <CloseCircleFilled className="graph-bad" /> <ExclamationCircleFilled className="graph-warn" /> {w.problem}
        </span>
        <span>
          <span className="graph-bonus">{tree.bonus}</span> {w.bonus}
        </span>
        <span>
          <span className="graph-fold graph-fold-sample">5</span> {w.hidden}
        </span>
      </div>
      <p>{w.wheel}</p>
    </section>
  )
}
