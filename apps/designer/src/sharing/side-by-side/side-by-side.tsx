import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Input, Segmented } from 'antd'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { searchRank } from '../../parts/pinyin.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { ResultCheck } from './result-check.tsx'
import { ResultImpact } from './result-impact.tsx'
import { type RowButton, RowDetail, type SideNames } from './row-detail.tsx'
import { RowList } from './row-list.tsx'
import { type Filter, filteredRows, type Side, type SideField, type SideResult, type SideRow, takenBy } from './rows.ts'
import './side-by-side.css'
import { sideWords } from './words.ts'

type View = keyof typeof sideWords.zh.views

/** Two versions put together: the rows one by one, what the checks say of the result, and what it does to scores. */
export function SideBySide({
  rows,
  result,
  names,
  filters,
  buttonsOf,
  onField,
  markOf,
  hasReasons = false,
  children,
}: {
  rows: readonly SideRow[]
  /** Null while it is worked out. */
  result: SideResult | null
  names: SideNames
  /** With their counts, in order. */
  filters: readonly { readonly key: Filter; readonly label: string }[]
  buttonsOf: (row: SideRow) => readonly RowButton[]
  onField?: ((row: SideRow, field: SideField, side: Side) => void) | undefined
  /** What a row takes, in a word. */
  markOf?: ((row: SideRow) => ReactNode) | undefined
  hasReasons?: boolean
  /** Said above the rows. */
  children?: ReactNode
}) {
  const w = useWords(sideWords)
  const signs = useWords(signWords)
  const [view, setView] = useState<View>('rows')
  const [filter, setFilter] = useState<Filter>('all')
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState<string>()
  const wanted = useDeferredValue(typed)
  const shown = useMemo(
    () => filteredRows(rows, filter, (text) => wanted === '' || searchRank(text, wanted) !== undefined),
    [rows, filter, wanted],
  )
  const row = shown.find((each) => each.key === active) ?? shown[0]
  const at = row === undefined ? -1 : shown.indexOf(row)
  const mark = markOf ?? ((each: SideRow) => markWord(each, names, w))
  const errors = result?.issues.filter(({ issue }) => issue.severity === 'error').length ?? 0
  const warnings = (result?.issues.length ?? 0) - errors
  return (
    <div className="pair">
      <div className="pair-bar">
        <Segmented<View>
          aria-label={w.view}
          value={view}
          onChange={setView}
          options={(['rows', 'check', 'impact'] as const).map((value) => ({
            value,
            label:
              value === 'check' && result !== null && errors + warnings > 0
                ? signs.aside(w.views.check, w.issueCounts(errors, warnings))
                : w.views[value],
          }))}
        />
        {view === 'rows' && (
          <>
            <Segmented<Filter>
              aria-label={w.filter}
              value={filter}
              onChange={setFilter}
              options={filters.map(({ key, label }) => ({
                value: key,
                label: (
                  <>
                    {key !== 'all' && key !== 'locked' && <span className={`pair-dot pair-dot-${key}`} />}
                    {label}
                  </>
                ),
              }))}
            />
            <Input.Search
              className="pair-search"
              aria-label={w.search}
              placeholder={w.search}
              value={typed}
              allowClear
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        )}
      </div>
      {children}
      {view === 'rows' && (
        <div className="pair-body">
          <div className="pair-left-pane">
            {shown.length === 0 ? (
              <p className="pair-notice">{w.none}</p>
            ) : (
              <RowList
                rows={shown}
                active={row?.key}
                onActive={setActive}
                onDigit={(each, digit) => {
                  if (!each.isLocked) buttonsOf(each)[digit - 1]?.onClick()
                }}
                mark={mark}
              />
            )}
            <p className="pair-keys">{w.keys}</p>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys */}
          <section className="pair-right-pane" tabIndex={0} aria-label={w.views.rows}>
            {row !== undefined && (
              <>
                <nav className="pair-steps">
                  <Button
                    type="text"
                    icon={<LeftOutlined />}
                    aria-label={w.previous}
                    disabled={at <= 0}
                    onClick={() => setActive(shown[at - 1]?.key)}
                  />
                  <span>{w.position(at + 1, shown.length)}</span>
                  <Button
                    type="text"
                    icon={<RightOutlined />}
                    aria-label={w.next}
                    disabled={at >= shown.length - 1}
                    onClick={() => setActive(shown[at + 1]?.key)}
                  />
                </nav>
                <RowDetail
                  key={row.key}
                  row={row}
                  names={names}
                  buttons={buttonsOf(row)}
                  onField={onField === undefined ? undefined : (field, side) => onField(row, field, side)}
                  hasReason={hasReasons}
                />
              </>
            )}
          </section>
        </div>
      )}
      {view === 'check' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
        <section className="pair-scroll" tabIndex={0} aria-label={w.views.check}>
          <ResultCheck result={result} />
        </section>
      )}
      {view === 'impact' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
        <section className="pair-scroll" tabIndex={0} aria-label={w.views.impact}>
          {result === null ? <p className="pair-notice">{w.checking}</p> : <ResultImpact after={result.scheme} />}
        </section>
      )}
    </div>
  )
}

function markWord(row: SideRow, names: SideNames, w: typeof sideWords.zh): string {
  const taken = takenBy(row)
  return taken === 'mixed' ? w.mixed : taken === 'mine' ? names.takeMine : names.takeTheirs
}
