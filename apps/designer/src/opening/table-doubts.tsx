import type { Doubt } from '@yardstick/exchange/indicator-table'
import type { Comparator } from '@yardstick/model'
import { Button, Segmented } from 'antd'
import { useWords } from '../parts/words.ts'
import { fullScoreOf, type TableScheme } from './scheme-from-table.ts'
import { tableWords } from './table-words.ts'

/** What is unsure, as questions with their answers beside them, then what was left out or filled in. */
export function TableDoubts({
  doubts,
  made,
  onFullScore,
  onComparators,
  onRow,
}: {
  doubts: readonly Doubt[]
  made: TableScheme
  onFullScore: (points: string) => void
  onComparators: (comparators: ReadonlyMap<number, Comparator>) => void
  onRow: (row: number) => void
}) {
  const w = useWords(tableWords)
  const { rows, sum, scheme } = made
  const leaves = rows.flatMap((each) => (each.rule === undefined ? [] : [{ ...each, rule: each.rule }]))
  const bare = leaves.filter(({ rule }) => rule.isBareTarget)
  const count = (from: string) => leaves.filter(({ rule }) => rule.from === from).length
  const shared = rows.filter(({ pointsFrom }) => pointsFrom === 'shared').length
  const bonuses = rows.filter(({ isBonus }) => isBonus).length
  const hasSteps = leaves.some(({ rule }) => rule.from === 'standard' && rule.scoring.method === 'steps')
  const printed = doubts.flatMap((each) => (each.kind === 'total-differs' ? [each.expected] : []))
  const fullScores = [...new Set([fullScoreOf(sum, { doubts }), '100', ...printed, sum])]
  const unread = leaves.filter(({ rule }) => rule.isTargetUnread).map(({ row }) => row.target!)
  // What is plainly a title or a note is told, but asks nothing.
  const asking = doubts.filter(({ kind }) => kind !== 'row-left-out')
  const told = doubts.filter(({ kind }) => kind === 'row-left-out')
  const extra = [fullScores.length > 1, bare.length > 0, unread.length > 0, shared > 0]
  const questions = asking.length + extra.filter(Boolean).length
  return (
    <section className="preview-doubts" aria-label={w.doubts(questions)}>
      <p>
        <strong>{w.doubts(questions)}</strong>
        <span>{w.ruleCounts(count('standard'), count('target'), count('nothing'))}</span>
        <span>{w.sample}</span>
      </p>
      <ul>
        {fullScores.length > 1 && (
          <li>
            <span>{w.fullScore(sum)}</span>
            <Segmented
              value={scheme.fullScore}
              options={fullScores.map((value) => ({ value, label: w.fullScoreOf(value) }))}
              onChange={onFullScore}
            />
            <span className="preview-fine">{w.sumHint}</span>
          </li>
        )}
        {bare.length > 0 && (
          <li>
            <span>{w.bareTargets(bare.length)}</span>
            <Button onClick={() => onComparators(new Map(bare.map(({ row }) => [row.sourceRow, '>=' as const])))}>
              {w.allAtLeast}
            </Button>
            <Button onClick={() => onComparators(new Map())}>{w.asGuessed}</Button>
          </li>
        )}
        {unread.length > 0 && <li>{w.unreadTargets(unread)}</li>}
        {asking.map((doubt) => (
          <DoubtLine key={keyOf(doubt)} doubt={doubt} onRow={onRow} />
        ))}
        {shared > 0 && <li>{w.shared(shared)}</li>}
        {told.map((doubt) => (
          <DoubtLine key={keyOf(doubt)} doubt={doubt} onRow={onRow} />
        ))}
        {bonuses > 0 && <li className="preview-fine">{w.bonuses(bonuses)}</li>}
        {hasSteps && <li className="preview-fine">{w.steps}</li>}
      </ul>
    </section>
  )
}

function DoubtLine({ doubt, onRow }: { doubt: Doubt; onRow: (row: number) => void }) {
  const w = useWords(tableWords)
  return (
    <li className={doubt.kind === 'row-left-out' ? 'preview-fine' : ''}>
      {'row' in doubt && (
        <Button type="link" onClick={() => onRow(doubt.row)}>
          {w.row(doubt.row + 1)}
        </Button>
      )}
      <span>{(w.doubt[doubt.kind] as (doubt: Doubt) => string)(doubt)}</span>
    </li>
  )
}

function keyOf(doubt: Doubt): string {
  return `${doubt.kind} ${'row' in doubt ? doubt.row : ''} ${'column' in doubt ? doubt.column : ''}`
}
