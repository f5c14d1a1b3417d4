import type { Impact } from '@yardstick/engine'
import type { Scheme } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { engineOf } from '../evaluation/engine.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { type VersionWords, versionWords } from './words.ts'

/** 影响: whose score, grade or rank the change moves, and through which indicators; the largest change first. */
export function ImpactView({ before, after }: { before: Scheme; after: Scheme }) {
  const w = useWords(versionWords)
  const cases = useDesigner((state) => state.design!.scheme.cases)
  const impact = useImpact(before, after)
  if (cases === undefined || cases.length === 0) return <p className="versions-notice">{w.noSamples}</p>
  if (impact === undefined) return <p className="versions-notice">{w.comparing}</p>
  if (impact === null) return <p className="versions-notice">{w.notComputable}</p>
  const { changed, rows, subjects } = impact
  const full = Math.max(Number(before.ceiling ?? before.fullScore), Number(after.ceiling ?? after.fullScore))
  return (
    <>
      <p className="impact-head">
        <strong>{w.impactHead(subjects)}</strong>
        <span>{w.impactScores(changed.score)}</span>
        <span>{w.impactGrades(changed.grade)}</span>
        <span>{w.impactRanks(changed.rank)}</span>
        {changed.state > 0 && <span>{w.impactStates(changed.state)}</span>}
      </p>
      {rows.length === 0 ? (
        <p className="versions-notice">{w.noImpact}</p>
      ) : (
        <table className="comparison impact">
          <thead>
            <tr>
              {(['unit', 'total', 'chart', 'grade', 'rank', 'through'] as const).map((column) => (
                <th key={column} scope="col" className={`impact-${column}`}>
                  {w.impactColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ImpactRow key={row.index} row={row} name={cases[row.index]?.name ?? ''} full={full} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

type Row = Impact['rows'][number]

function ImpactRow({ row, name, full }: { row: Row; name: string; full: number }) {
  const w = useWords(versionWords)
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

function Through({ row: { through } }: { row: Row }) {
  const w = useWords(versionWords)
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
      {through.length > MOST && <span className="impact-cause">{w.more(through.length)}</span>}
    </>
  )
}

function contributionText({ kind, name, before, after, difference }: Row['through'][number], w: VersionWords): string {
  if (kind === 'rule') {
    const effect = w.rule[after ?? before ?? ''] ?? ''
    return after === null ? w.ruleGoes(`${effect} ${name}`) : w.ruleComes(`${effect} ${name}`)
  }
  return w.through(name, difference === null ? `${before ?? w.none} → ${after ?? w.none}` : signed(difference))
}

const WIDTH = 180

/** Before as a ring, after as a dot, on the whole range of scores. */
function Dumbbell({ before, after, full }: { before: string | null; after: string | null; full: number }) {
  const w = useWords(versionWords)
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

/** Undefined while it is on its way, null where a version cannot be scored. */
function useImpact(before: Scheme, after: Scheme): Impact | null | undefined {
  const language = useDesigner((state) => state.view.language)
  const declaration = useDesigner((state) => state.view.declaration)
  // Asked again when the worker has followed the samples.
  const revision = useDesigner((state) => state.results.revision)
  const [impact, setImpact] = useState<Impact | null>()
  useEffect(() => {
    if (revision < 0) return
    let isWanted = true
    engineOf()
      .impact(before, after, { language, declaration })
      .then((found) => isWanted && setImpact(found))
    return () => {
      isWanted = false
    }
  }, [before, after, language, declaration, revision])
  return impact
}
