import type { Impact } from '@yardstick/engine'
import type { Scheme } from '@yardstick/model'
import { useState } from 'react'
import { issueText } from '../issue-text.tsx'
import { useLanguage, useWords } from '../words.ts'
import '../two-versions/two-versions.css'
import './impact.css'
import { type ImpactWords, impactWords } from './words.ts'

/** So many rows are drawn until somebody wants the rest. */
const SHOWN = 200

/**
 * Whose total, grade or rank changes, the largest change first.
 *
 * nameOf  what a row is called
 * full    the most points there are, in either version
 */
export function ImpactTable<R extends Row>({
  rows,
  nameOf,
  unit,
  full,
}: {
  rows: readonly R[]
  nameOf: (row: R) => string
  unit: string
  full: number
}) {
  const w = useWords(impactWords)
  const [isWhole, setIsWhole] = useState(false)
  return (
    <>
      <table className="two-table impact">
        <thead>
          <tr>
            <th scope="col" className="impact-unit">
              {unit}
            </th>
            {(['total', 'chart', 'grade', 'rank', 'through'] as const).map((column) => (
              <th key={column} scope="col" className={`impact-${column}`}>
                {w.impactColumns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(isWhole ? rows : rows.slice(0, SHOWN)).map((row) => (
            <ImpactRow key={row.index} row={row} name={nameOf(row)} full={full} />
          ))}
        </tbody>
      </table>
      {!isWhole && rows.length > SHOWN && (
        <button type="button" className="two-more" onClick={() => setIsWhole(true)}>
          {w.showAll(rows.length)}
        </button>
      )}
    </>
  )
}

/** How many change in each respect. */
export function Changed({ of: { score, grade, rank, state } }: { of: Impact['changed'] }) {
  const w = useWords(impactWords)
  return (
    <>
      <span>{w.impactScores(score)}</span>
      <span>{w.impactGrades(grade)}</span>
      <span>{w.impactRanks(rank)}</span>
      {state > 0 && <span>{w.impactStates(state)}</span>}
    </>
  )
}

/** The most points there are in any of these. */
export function fullOf(...schemes: readonly Pick<Scheme, 'ceiling' | 'fullScore'>[]): number {
  return Math.max(...schemes.map(({ ceiling, fullScore }) => Number(ceiling ?? fullScore)))
}

type Row = Impact['rows'][number]

function ImpactRow({ row, name, full }: { row: Row; name: string; full: number }) {
  const w = useWords(impactWords)
  const { before, after, difference } = row
  return (
    <tr>
      <td className="impact-unit">{name}</td>
      <td className="impact-total">
        <Change before={before.total ?? w.noTotal} after={after.total ?? w.noTotal} />
        {difference !== null && difference !== '0' && (
          <strong className={isLess(difference) ? 'impact-down' : 'impact-up'}>{signed(difference)}</strong>
        )}
      </td>
      <td className="impact-chart">
        <Dumbbell before={before.total} after={after.total} full={full} />
      </td>
      <td className="impact-grade">
        <Change before={before.grade ?? w.none} after={after.grade ?? w.none} />
      </td>
      <td className="impact-rank">
        <Change before={before.rank?.toString() ?? w.none} after={after.rank?.toString() ?? w.none} />
      </td>
      <td className="impact-through">
        <Through row={row} />
      </td>
    </tr>
  )
}

function Change({ before, after }: { before: string; after: string }) {
  if (before === after) return <span>{after}</span>
  return (
    <span>
      <del>{before}</del> → <ins>{after}</ins>
    </span>
  )
}

/** How many contributions are told of one sample. */
const MOST = 5

function Through({ row: { through, further = 0, before, after } }: { row: Row }) {
  const w = useWords(impactWords)
  const language = useLanguage()
  // Where the scheme and what was declared do not go together, that is why.
  const issues = [...(before.issues ?? []), ...(after.issues ?? [])]
  if (issues.length > 0) return <>{issueText(issues[0]!, language)}</>
  const shown = through.slice(0, MOST).map((each) => ({ ...each, text: contributionText(each, w) }))
  return (
    <>
      {shown.map(({ kind, id, text, path, difference }) => (
        <span
          key={`${kind} ${id}`}
          className={`impact-cause ${difference !== null && isLess(difference) ? 'impact-down' : ''}`}
          title={path.join(' / ')}
        >
          {text}
        </span>
      ))}
      {through.length > MOST && <span className="impact-cause">{w.more(through.length + further)}</span>}
    </>
  )
}

function contributionText({ kind, name, before, after, difference }: Row['through'][number], w: ImpactWords): string {
  if (kind === 'rule') {
    const effect = w.rule[after ?? before ?? ''] ?? ''
    return after === null ? w.ruleGoes(`${effect} ${name}`) : w.ruleComes(`${effect} ${name}`)
  }
  return w.through(name, difference === null ? `${before ?? w.none} → ${after ?? w.none}` : signed(difference))
}

const WIDTH = 180

/** Before as a ring, after as a dot, on the whole range of scores. */
function Dumbbell({ before, after, full }: { before: string | null; after: string | null; full: number }) {
  const w = useWords(impactWords)
  const at = (total: string) => 6 + (Math.max(0, Math.min(full, Number(total))) / full) * (WIDTH - 12)
  const isDown = before !== null && after !== null && Number(after) < Number(before)
  return (
    <svg
      className={`impact-picture ${isDown ? 'impact-down' : 'impact-up'}`}
      viewBox={`0 0 ${WIDTH} 20`}
      role="img"
      aria-label={w.chart(before ?? w.noTotal, after ?? w.noTotal)}
    >
      <line className="impact-axis" x1="6" x2={WIDTH - 6} y1="10" y2="10" />
      {before !== null && after !== null && (
        <line className="impact-way" x1={at(before)} x2={at(after)} y1="10" y2="10" />
      )}
      {before !== null && <circle className="impact-before" cx={at(before)} cy="10" r="4" />}
      {after !== null && <circle className="impact-after" cx={at(after)} cy="10" r="4.5" />}
    </svg>
  )
}

const isLess = (difference: string) => difference.startsWith('-')
const signed = (difference: string) => (isLess(difference) ? `−${difference.slice(1)}` : `+${difference}`)
