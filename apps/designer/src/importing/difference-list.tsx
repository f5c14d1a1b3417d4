import type { RowDifference } from '@yardstick/exchange/match-table'
import { Checkbox } from 'antd'
import { memo, useState } from 'react'
import { useWords } from '../parts/words.ts'
import './difference-list.css'
import { differenceWords } from './difference-words.ts'
import { countTaken, sparedRemovals } from './take-over.ts'

/** Kinds in the order they are counted. */
const KINDS = ['added', 'changed', 'moved', 'removed'] as const

/**
 * What a newer table changes in the design that is open, old → new, before it does: everything is taken that is not left
 * out. What is tied to rules elsewhere stays, and says so.
 */
export function DifferenceList({
  differences,
  leftOut,
  pointed,
  onTake,
  onPoint,
  onChoose,
}: {
  differences: readonly RowDifference[]
  /** Ids of differences that are not taken. */
  leftOut: ReadonlySet<string>
  /** A row of the sheet. */
  pointed: number | null
  onTake: (ids: readonly string[], isTaken: boolean) => void
  onPoint: (row: number | null) => void
  onChoose: (row: number) => void
}) {
  const w = useWords(differenceWords)
  const [shown, setShown] = useState<RowDifference['kind'] | null>(null)
  const count = (kind: RowDifference['kind']) => differences.filter((each) => each.kind === kind).length
  const changes = differences.filter(({ kind }) => kind !== 'same')
  const listed = changes.filter(({ kind }) => shown === null || kind === shown)
  const may = listed.filter(({ isTied }) => isTied !== true)
  const out = may.filter(({ id }) => leftOut.has(id)).length
  const spared = sparedRemovals(differences)
  const rest = listed.slice(MOST)
  if (changes.length === 0) {
    return (
      <p className="difference-none" role="status">
        {w.none}
      </p>
    )
  }
  return (
    <>
      <div className="difference-kinds">
        <Checkbox
          checked={out < may.length}
          indeterminate={out > 0 && out < may.length}
          onChange={() =>
            onTake(
              may.map(({ id }) => id),
              out > 0,
            )
          }
        >
          {w.all}
        </Checkbox>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={`difference-kind difference-${kind}`}
            disabled={count(kind) === 0}
            aria-pressed={shown === kind}
            onClick={() => setShown(shown === kind ? null : kind)}
          >
            {w.kinds[kind]} {count(kind)}
          </button>
        ))}
        <span>{w.same(count('same'))}</span>
      </div>
      {spared !== undefined && (
        <p className="difference-spared" role="status">
          {w.spared(spared)}
        </p>
      )}
      <ul className="difference-list">
        {listed.slice(0, MOST).map((each) => (
          <Difference
            key={`${each.kind} ${each.id}`}
            difference={each}
            isTaken={each.isTied !== true && !leftOut.has(each.id)}
            isPointed={each.row !== undefined && each.row === pointed}
            onTake={onTake}
            onPoint={onPoint}
            onChoose={onChoose}
          />
        ))}
        {rest.length > 0 && <li>{w.more(rest.length, countTaken(rest, leftOut))}</li>}
      </ul>
    </>
  )
}

/** More are taken over, but not listed. */
const MOST = 500

const Difference = memo(function Difference({
  difference: { id, kind, where, row, changes, isTied },
  isTaken,
  isPointed,
  onTake,
  onPoint,
  onChoose,
}: {
  difference: RowDifference
  isTaken: boolean
  isPointed: boolean
  onTake: (ids: readonly string[], isTaken: boolean) => void
  onPoint: (row: number | null) => void
  onChoose: (row: number) => void
}) {
  const w = useWords(differenceWords)
  const name = where.at(-1) ?? w.scheme
  const show = () => {
    if (row !== undefined) onChoose(row)
  }
  return (
    <li
      className={`${isPointed ? 'difference-pointed' : ''}${isTaken ? '' : ' difference-left'}`}
      onMouseEnter={() => onPoint(row ?? null)}
      onFocus={show}
    >
      <Checkbox
        checked={isTaken}
        disabled={isTied === true}
        aria-label={w.take(w.kinds[kind], name)}
        onChange={(event) => onTake([id], event.target.checked)}
      />
      <div>
        <span className={`difference-kind difference-${kind}`}>{w.kinds[kind]}</span>
        <strong>{name}</strong>
        {where.length > 1 && <span className="difference-where">{where.slice(0, -1).join(' / ')}</span>}
        {row !== undefined && <span className="difference-where">{w.row(row + 1)}</span>}
        {isTied === true && <em>{w.tied}</em>}
        {kind !== 'removed' && (
          <dl>
            {changes
              .filter(({ field }) => kind !== 'added' || field !== 'name')
              .map(({ field, from, to }) => (
                <div key={field}>
                  <dt>{w.fields[field]}</dt>
                  <dd>
                    {from !== '' && <del>{from}</del>}
                    {from !== '' && to !== '' && ' → '}
                    {to !== '' ? <ins>{to}</ins> : <em>{w.empty}</em>}
                  </dd>
                </div>
              ))}
          </dl>
        )}
      </div>
    </li>
  )
})
