import { LinkOutlined, MessageOutlined } from '@ant-design/icons'
import {
  type Evaluation,
  type IndicatorResult,
  indicatorById,
  isLeafPlace,
  type Leaf,
  type LeafTrace,
  type Scheme,
} from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import { useEffect, useMemo, useRef } from 'react'
import '../../../parts/plain-table.css'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { Complaint } from '../complaints/complaint.ts'
import { complaintWords } from '../complaints/words.ts'
import { scoringWords } from '../scoring-words.ts'
import { type LevelCell, scoreRows } from './score-rows.ts'
import { resultWords } from './words.ts'

/** 评分表: levels merged, then points, target, standard, actual, score, why. Every line has an address. */
export function ScoreTable({
  evaluation,
  scheme,
  complaints,
  chosen,
  hrefOfLine,
}: {
  evaluation: Evaluation
  /** Once it is there: targets, and the author's own wording of standards. */
  scheme: Scheme | undefined
  complaints: readonly Complaint[]
  /** Id of the line that the address names. */
  chosen: string | undefined
  hrefOfLine: (indicator: string) => string
}) {
  const w = useWords(resultWords)
  const s = useWords(scoringWords)
  const { depth, rows } = useMemo(() => scoreRows(evaluation.indicators), [evaluation])
  const leafOf = useMemo(() => leavesOf(scheme), [scheme])
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (chosen === undefined) return
    table.current?.querySelector(`[data-line="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'center' })
  }, [chosen])
  const shared = { complaints, chosen, hrefOfLine }
  return (
    <section className="result-sheet">
      <h4>
        {w.scores} <small>{w.scoresHint}</small>
      </h4>
      <table className="plain-table result-table" ref={table}>
        <colgroup>
          {Array.from({ length: depth }, (_, column) => (
            <col key={w.levels[column] ?? column} style={{ width: column === depth - 1 ? '12%' : '8%' }} />
          ))}
          <col style={{ width: 52 }} />
          <col style={{ width: '8%' }} />
          <col className="result-col-standard" />
          <col style={{ width: '8%' }} />
          <col style={{ width: 76 }} />
          <col className="result-col-why" />
        </colgroup>
        <thead>
          <tr>
            {Array.from({ length: depth }, (_, column) => (
              <th key={w.levels[column] ?? column} scope="col">
                {depth === 1 ? s.indicator : (w.levels[column] ?? w.level(column + 1))}
              </th>
            ))}
            <th scope="col" className="result-number">
              {w.points}
            </th>
            <th scope="col">{w.target}</th>
            <th scope="col">{w.standard}</th>
            <th scope="col">{w.actual}</th>
            <th scope="col" className="result-number">
              {w.score}
            </th>
            <th scope="col">{w.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ leaf, cells, columns }) => (
            <tr
              key={leaf.id}
              className={leaf.id === chosen ? 'line-chosen' : ''}
              aria-current={leaf.id === chosen ? 'location' : undefined}
            >
              {cells.map((cell) => (
                <Branch key={cell.branch.id} cell={cell} {...shared} />
              ))}
              <th scope="row" colSpan={columns} className="result-leaf" data-line={leaf.id}>
                {leaf.name}
                {leaf.kind === 'bonus' && <span className="badge">{s.bonus}</span>}
                <LineMarks line={leaf} {...shared} />
              </th>
              <LeafCells leaf={leaf} own={leafOf.get(leaf.id)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={depth}>
              {w.total}
            </th>
            <td className="result-number">{evaluation.fullScore}</td>
            <td colSpan={3} />
            <td className="result-number">
              <strong>{evaluation.total ?? s.noGrade}</strong>
            </td>
            <td>{evaluation.grade}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

interface Lines {
  readonly complaints: readonly Complaint[]
  readonly chosen: string | undefined
  readonly hrefOfLine: (indicator: string) => string
}

function Branch({ cell: { branch, rows }, ...lines }: { cell: LevelCell } & Lines) {
  const s = useWords(scoringWords)
  const { id, name, score, points, state } = branch
  const isChosen = id === lines.chosen
  return (
    <th
      scope="rowgroup"
      rowSpan={rows}
      className={`result-level ${isChosen ? 'is-chosen' : ''}`}
      data-line={id}
      aria-current={isChosen ? 'location' : undefined}
    >
      {name}
      <small>{state === 'not-applicable' ? s.notApplicable : s.full(score ?? s.noGrade, points)}</small>
      <LineMarks line={branch} {...lines} />
    </th>
  )
}

function LeafCells({ leaf, own }: { leaf: IndicatorResult; own: Leaf | undefined }) {
  const s = useWords(scoringWords)
  const language = useLanguage()
  const { score, points, state, provisional } = leaf
  const isLost = score !== null && score !== points && leaf.kind !== 'bonus'
  return (
    <>
      <td className="result-number">{points}</td>
      <td>{own?.target === undefined ? '' : printTarget(own.target, language)}</td>
      <td className="result-standard">{own?.standard ?? leaf.standard}</td>
      <td>{actualText(leaf)}</td>
      <td className="result-number">
        {state === 'not-applicable' ? (
          <span className="list-faint">{s.notApplicable}</span>
        ) : (
          <strong className={isLost ? 'result-lost' : ''}>{score ?? s.noGrade}</strong>
        )}
        {provisional === true && <span className="badge badge-warn">{s.provisional}</span>}
      </td>
      <td>{leaf.sentence}</td>
    </>
  )
}

/** The value that was scored; of a level its name. */
function actualText({ trace, state }: IndicatorResult): string {
  if (state !== 'present' || trace === undefined || !('inputs' in trace)) return ''
  const { shownActual, parts }: LeafTrace = trace
  if (shownActual !== undefined) return shownActual
  const [first] = parts ?? []
  return parts?.length === 1 && first?.note?.endsWith('%') === true ? first.label : ''
}

/** How much is complained of a line, and its address. */
function LineMarks({ line: { id, name }, complaints, hrefOfLine }: { line: IndicatorResult } & Lines) {
  const c = useWords(complaintWords)
  const own = complaints.filter((each) => each.indicator === id)
  const isDecided = own.every(({ state }) => state === 'decided')
  return (
    <>
      {own.length > 0 && (
        <a
          className={`line-complaints ${isDecided ? 'line-decided' : ''}`}
          href={hrefOfLine(id)}
          title={c.count(own.length)}
        >
          <MessageOutlined aria-hidden="true" /> {c.states[own[0]!.state]}
        </a>
      )}
      <a className="line-link" href={hrefOfLine(id)} title={c.line} aria-label={c.lineOf(name)}>
        <LinkOutlined />
      </a>
    </>
  )
}

function leavesOf(scheme: Scheme | undefined): ReadonlyMap<string, Leaf> {
  if (scheme === undefined) return new Map()
  return new Map(
    [...indicatorById(scheme)].flatMap(([id, place]) => (isLeafPlace(place) ? [[id, place.node] as const] : [])),
  )
}
