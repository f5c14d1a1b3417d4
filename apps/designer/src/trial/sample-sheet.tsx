import type { Entry, SchemeCase } from '@yardstick/model'
import type { MenuProps } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CaseScore } from '../evaluation/case-scores.ts'
import { withState } from '../parts/entry/entry-layers.ts'
import type { CellChange, ChangeKind, CommitAnswer, Paste, SheetSelection } from '../parts/sheet/column.ts'
import { Sheet, type SheetHandle } from '../parts/sheet/sheet.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { useBoundScheme } from './bound-scheme.ts'
import { PastePreview } from './paste-preview.tsx'
import { carryOut, isClear, type PastePlan, planByHeader, planByPosition } from './plan-paste.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { refusalText } from './refusal-text.ts'
import { chooseSample, deleteSamples, duplicateSample, labelOf, pinSample, selectIndicator } from './sample-actions.ts'
import { type ColumnScheme, type EntryColumn, entryColumns } from './sample-columns.ts'
import { casesOf, entryAt, setCases, withEntry } from './sample-edits.ts'
import type { SampleRow } from './sample-row.ts'
import { sheetColumns } from './sheet-columns.tsx'
import { SubjectDialog } from './subject-dialog.tsx'
import { useCases } from './use-sample.ts'
import { viewWords } from './view-words.ts'
import { trialWords } from './words.ts'

/** The samples as a sheet: Excel's keys, paste with a preview where anything is in doubt, scores as they come. */
export function SampleSheet({
  scores,
  isExpanded,
  onRows,
}: {
  scores: readonly (CaseScore | undefined)[]
  isExpanded: boolean
  onRows: (rows: readonly number[]) => void
}) {
  const w = useWords(viewWords)
  const t = useWords(trialWords)
  const language = useLanguage()
  const scheme = useBoundScheme()
  const cases = useCases()
  const { items, indicators, notApplicable } = scheme
  // Columns stay the same objects while only samples change, so that only changed rows are drawn.
  const shape = useMemo<ColumnScheme>(
    () => ({ items, indicators, ...(notApplicable === undefined ? {} : { notApplicable }) }),
    [items, indicators, notApplicable],
  )
  const entries = useMemo(() => entryColumns(shape, language), [shape, language])
  const byKey = useMemo(() => new Map(entries.map((column) => [column.key, column])), [entries])
  const columns = useMemo(
    () => sheetColumns(shape, entries, isExpanded, language),
    [shape, entries, isExpanded, language],
  )
  const rows = useRows(cases, scores)
  const handle = useRef<SheetHandle<SampleRow>>(null)
  const [plan, setPlan] = useState<PastePlan | null>(null)
  const [reasonFor, setReasonFor] = useState<readonly SampleRow[] | null>(null)
  const [subjectOf, setSubjectOf] = useState<number | null>(null)
  const [column, setColumn] = useState<EntryColumn | undefined>()
  const chosen = useDesigner(({ view }) => view.sample)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on opening; then the sheet leads
  useEffect(() => {
    if (chosen !== null) handle.current?.goTo(String(chosen))
  }, [])

  const apply = (next: PastePlan, label: 'enter' | 'paste', answers?: ReadonlyMap<number, Entry>) =>
    designer.edit(labelOf(label), carryOut(next, designer.getState().design!.scheme, answers), {})
  const placedChanges = (changes: readonly CellChange<SampleRow>[]) =>
    changes.flatMap(({ row, column: id, text }) => {
      const of = id === 'name' ? 'name' : byKey.get(id)
      return of === undefined ? [] : [{ row: row.index, column: of, text } as const]
    })
  const onCommit = (changes: readonly CellChange<SampleRow>[], kind: ChangeKind): CommitAnswer | undefined => {
    const next = planByPosition(placedChanges(changes), scheme, t.newName)
    if (isClear(next)) {
      apply(next, kind === 'paste' ? 'paste' : 'enter')
      return undefined
    }
    const [only] = next.cells
    if (next.cells.length > 1 || only === undefined) {
      setPlan(next)
      return undefined
    }
    const { reading } = only
    if ('refused' in reading) return { refuse: refusalText(reading, only.column, language, w) }
    if (!('question' in reading)) return undefined
    return {
      ask: w.questions[reading.question],
      choices: reading.readings.map(({ text, entry }) => ({
        label: text,
        onChoose: () => apply(next, 'enter', new Map([[0, entry]])),
      })),
    }
  }
  const onPaste = (paste: Paste<SampleRow>): CommitAnswer | undefined => {
    const byHeader = planByHeader(paste.texts, entries, scheme, t.newName)
    const beyond = paste.beyond.flatMap((texts, at) =>
      texts.flatMap((text, index) => {
        const id = paste.columns[index] ?? ''
        const of = id === 'name' ? ('name' as const) : byKey.get(id)
        return of === undefined ? [] : [{ row: cases.length + at, column: of, text }]
      }),
    )
    const next = byHeader ?? planByPosition([...placedChanges(paste.changes), ...beyond], scheme, t.newName)
    if (byHeader === undefined && isClear(next)) apply(next, 'paste')
    else setPlan(next)
    return undefined
  }
  const setEntries = (of: readonly SampleRow[], change: (entry: Entry | undefined) => Entry | undefined) => {
    if (column === undefined) return
    const indexes = new Set(of.map(({ index }) => index))
    const next = casesOf(designer.getState().design!.scheme).map((each, index) =>
      indexes.has(index)
        ? {
            ...each,
            submission: withEntry(each.submission, column.place, change(entryAt(each.submission, column.place))),
          }
        : each,
    )
    designer.edit(labelOf('enter'), setCases(next))
  }
  const onSelect = ({ active, rows: keys }: SheetSelection) => {
    onRows(keys.length > 1 ? keys.map(Number) : [])
    if (active === null) return
    setColumn(byKey.get(active.column))
    const index = Number(active.row)
    if (index !== designer.getState().view.sample && casesOf(scheme)[index] !== undefined) chooseSample(index)
    const id = active.column.replace(/^(score|judgement):/, '')
    if (id !== active.column) selectIndicator(id)
  }
  const menu = (of: readonly SampleRow[], columnId: string): MenuProps['items'] => {
    const entryColumn = byKey.get(columnId)
    const indexes = of.map(({ index }) => index)
    const first = indexes[0]
    return [
      ...(entryColumn === undefined
        ? []
        : [
            { key: 'missing', label: w.setMissing, onClick: () => setEntries(of, () => undefined) },
            { key: 'absent', label: w.setNotApplicable, onClick: () => setReasonFor(of) },
            {
              key: 'verify',
              label: w.setToBeVerified,
              onClick: () =>
                setEntries(of, (entry) => (entry === undefined ? undefined : withState(entry, 'to-be-verified'))),
            },
            { type: 'divider' as const },
          ]),
      {
        key: 'duplicate',
        label: t.duplicate,
        disabled: first === undefined || of.length > 1,
        onClick: () => first !== undefined && duplicateSample(first),
      },
      {
        key: 'subject',
        label: w.editSubject,
        disabled: first === undefined || of.length > 1,
        onClick: () => first !== undefined && setSubjectOf(first),
      },
      { key: 'pin', label: w.pinRow, disabled: of.length > 1, onClick: () => first !== undefined && pinSample(first) },
      { key: 'remove', label: w.removeRows(of.length), danger: true, onClick: () => deleteSamples(indexes) },
    ]
  }
  return (
    <>
      <Sheet
        label={w.sheet}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        layoutKey={`trial:${scheme.id}`}
        handle={handle}
        onCommit={onCommit}
        onPaste={onPaste}
        onSelect={onSelect}
        onRows={(action, of) => {
          const indexes = of.map(({ index }) => index)
          if (action === 'remove') deleteSamples(indexes)
          else if (action === 'insert') duplicateSample(indexes.at(-1) ?? 0)
          else return false
          return true
        }}
        menu={menu}
        footer={<p className="trial-note trial-foot">{w.pasteHint}</p>}
      />
      {plan !== null && (
        <PastePreview
          plan={plan}
          onClose={() => setPlan(null)}
          onApply={(answers) => {
            apply(plan, 'paste', answers)
            setPlan(null)
          }}
        />
      )}
      {subjectOf !== null && <SubjectDialog index={subjectOf} onClose={() => setSubjectOf(null)} />}
      {reasonFor !== null && (
        <ReasonDialog
          onClose={() => setReasonFor(null)}
          onReason={(why) => {
            setEntries(reasonFor, (entry) => withState(entry, 'not-applicable', why))
            setReasonFor(null)
          }}
        />
      )}
    </>
  )
}

/** One object a sample for as long as neither it nor its score changes. */
function useRows(cases: readonly SchemeCase[], scores: readonly (CaseScore | undefined)[]): readonly SampleRow[] {
  const before = useRef<readonly SampleRow[]>([])
  return useMemo(() => {
    const rows = cases.map((sample, index): SampleRow => {
      const old = before.current[index]
      const score = scores[index]
      return old?.sample === sample && old.score === score ? old : { key: String(index), index, sample, score }
    })
    before.current = rows
    return rows
  }, [cases, scores])
}
