import type { Doubt } from '@yardstick/exchange/indicator-table'
import { fullScoreOf, type TableChoices, type TableScheme } from '@yardstick/exchange/scheme-from-table'
import { Button, Segmented } from 'antd'
import { useWords } from '../parts/words.ts'
import { tableWords } from './table-words.ts'
import { UnreadStandards } from './unread-standards.tsx'

/** What is unsure, as questions with their answers beside them, then what was left out or filled in. */
export function TableDoubts({
  doubts,
  made,
  choices,
  onChoose,
  onRow,
}: {
  doubts: readonly Doubt[]
  made: TableScheme
  choices: Omit<TableChoices, 'name' | 'language'>
  onChoose: (choices: Partial<TableChoices>) => void
  onRow: (row: number) => void
}) {
  const w = useWords(tableWords)
  const { rows, sum, scheme } = made
  const leaves = rows.flatMap((each) => (each.rule === undefined ? [] : [{ ...each, rule: each.rule }]))
  const bare = leaves.filter(({ rule }) => rule.isBareTarget)
  const count = (from: string) => leaves.filter(({ rule }) => rule.from === from).length
  const shared = rows.filter(({ pointsFrom }) => pointsFrom === 'shared').length
  const bonuses = rows.filter(({ isBonus }) => isBonus).length
  const openCounts = leaves.filter(({ rule }) => rule.isCountOpen)
  const unreadRows = leaves.filter(({ rule }) => rule.isStandardUnread)
  const printed = doubts.flatMap((each) => (each.kind === 'total-differs' ? [each.expected] : []))
  const fullScores = [...new Set([fullScoreOf(sum, { doubts }), '100', ...printed, sum])]
  const unread = leaves.filter(({ rule }) => rule.isTargetUnread).map(({ row }) => row.target!)
  // What is plainly a title or a note is told, but asks nothing.
  const asking = doubts.filter(({ kind }) => kind !== 'row-left-out')
  const told = doubts.filter(({ kind }) => kind === 'row-left-out')
  const isCountAsked = openCounts.length > 0 && choices.stepCount === undefined
  const unconfirmed = unreadRows.filter((each) => each.isAssumed).length
  const extra = [fullScores.length > 1, bare.length > 0, unread.length > 0, shared > 0, isCountAsked, unconfirmed > 0]
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
              aria-label={w.fullScore(sum)}
              value={scheme.fullScore}
              options={fullScores.map((value) => ({ value, label: w.fullScoreOf(value) }))}
              onChange={(points) => onChoose({ fullScore: points })}
            />
            <span className="preview-fine">{w.sumHint}</span>
          </li>
        )}
        {bare.length > 0 && (
          <li>
            <span>{w.bareTargets(bare.length)}</span>
            <Button
              onClick={() => onChoose({ comparators: new Map(bare.map(({ row }) => [row.sourceRow, '>=' as const])) })}
            >
              {w.allAtLeast}
            </Button>
            <Button onClick={() => onChoose({ comparators: new Map() })}>{w.asGuessed}</Button>
          </li>
        )}
        {openCounts.length > 0 && (
          <li>
            <span>{w.openCounts(openCounts.length)}</span>
            {COUNTS.map((count) => (
              <Button
                key={count}
                type={choices.stepCount === count ? 'primary' : 'default'}
                aria-pressed={choices.stepCount === count}
                onClick={() => onChoose({ stepCount: count })}
              >
                {w.stepCounts[count]}
              </Button>
            ))}
            {isCountAsked && <span className="preview-fine">{w.countLater}</span>}
          </li>
        )}
        {unreadRows.length > 0 && (
          <UnreadStandards rows={unreadRows} choices={choices} onChoose={onChoose} onRow={onRow} />
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
      </ul>
    </section>
  )
}

const COUNTS = ['whole', 'prorata', 'started'] as const

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
