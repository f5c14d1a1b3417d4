import { CloseCircleFilled, ExclamationCircleFilled, MinusOutlined } from '@ant-design/icons'
import type { NodeProps } from '@xyflow/react'
import { createContext, memo, useContext } from 'react'
import { BRANCH_STROKES, METHOD_STROKES, SCHEME_STROKES } from '../parts/tree-picture/method-icon.ts'
import { treeWords } from '../parts/tree-picture/words.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { boxIdOf, type GraphNode, type GraphNodeData } from './graph-nodes.ts'
import { canvasWords } from './words.ts'

/** Folds or unfolds a branch; handed down, so that boxes stay the same while the picture changes. */
export const FoldContext = createContext<(id: string) => void>(() => {})

/** One box: method, name, score of points with a bar, marks. Only its own data and whether it is selected redraw it. */
export const GraphBox = memo(function GraphBox({ id, data }: NodeProps<GraphNode>) {
  const w = useWords(treeWords)
  const boxId = boxIdOf(id)
  const isSelected = useDesigner(({ view: { selection } }) =>
    boxId === '' ? false : selection.ids.includes(boxId) || selection.active === boxId,
  )
  const isActive = useDesigner(({ view: { selection } }) => selection.active === boxId)
  const kind = data.method === 'scheme' ? 'scheme' : data.method === 'branch' ? 'branch' : 'leaf'
  return (
    <div
      className={`graph-box graph-${kind} graph-rate-${data.standing} ${isSelected ? 'graph-selected' : ''} ${isActive ? 'graph-active' : ''}`}
    >
      <div className="graph-head">
        <MethodIcon method={data.method} title={w.methods[data.method]} />
        <span className="graph-name" title={data.name}>
          {data.lines.join('\n')}
        </span>
        <Marks data={data} />
      </div>
      <div className="graph-foot">
        <span className="graph-score">{w.score(data.score, data.points)}</span>
        {data.grade !== undefined && <span className="graph-grade">{data.grade}</span>}
        {data.isBonus && <span className="graph-bonus">{w.bonus}</span>}
      </div>
      <div className="graph-bar">
        <div style={{ width: `${(data.rate ?? 0) * 100}%` }} />
      </div>
      {data.folds && <FoldButton id={boxId} data={data} />}
    </div>
  )
})

export function MethodIcon({ method, title }: { method: GraphNodeData['method']; title: string }) {
  const strokes = method === 'branch' ? BRANCH_STROKES : method === 'scheme' ? SCHEME_STROKES : METHOD_STROKES[method]
  return (
    <svg className="graph-method" viewBox="0 0 16 16" role="img" aria-label={title}>
      <title>{title}</title>
      <path d={strokes} />
    </svg>
  )
}

function Marks({ data: { errors, warnings } }: { data: GraphNodeData }) {
  const w = useWords(canvasWords)
  if (errors > 0)
    return (
      <span className="graph-mark graph-bad" title={w.errors(errors)}>
        <CloseCircleFilled />
        {errors > 1 && errors}
      </span>
    )
  if (warnings === 0) return null
  return (
    <span className="graph-mark graph-warn" title={w.warnings(warnings)}>
      <ExclamationCircleFilled />
      {warnings > 1 && warnings}
    </span>
  )
}

function FoldButton({ id, data }: { id: string; data: GraphNodeData }) {
  const w = useWords(canvasWords)
  const toggle = useContext(FoldContext)
  const label = data.isFolded ? w.unfold(data.name, data.hidden) : w.fold(data.name)
  return (
    <button
      type="button"
      className="graph-fold nodrag nopan"
      tabIndex={-1}
      aria-expanded={!data.isFolded}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        toggle(id)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {data.isFolded ? <span aria-hidden="true">{data.hidden}</span> : <MinusOutlined />}
    </button>
  )
}
