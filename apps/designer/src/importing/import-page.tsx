import { DoubleLeftOutlined } from '@ant-design/icons'
import type { ImportAnswers, ImportQuestion } from '@yardstick/exchange/import-table'
import type { ChosenRoles, ColumnRole } from '@yardstick/exchange/indicator-table'
import type { RowDifference } from '@yardstick/exchange/match-table'
import type { FileTable } from '@yardstick/exchange/read/tables'
import type { Table } from '@yardstick/exchange/table'
import { Alert, Badge, Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../api.ts'
import { announce } from '../parts/announce.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { DifferenceList } from './difference-list.tsx'
import { differenceWords, takeOverWords } from './difference-words.ts'
import { withRole } from './halves/column-roles.ts'
import './import.css'
import { OurTree } from './halves/our-tree.tsx'
import { scrollMap } from './halves/scroll-map.ts'
import { TheirSheet } from './halves/their-sheet.tsx'
import { showRow } from './halves/use-rows-shown.ts'
import { useScrolledTogether } from './halves/use-scrolled-together.ts'
import { ImportHead } from './import-head.tsx'
import { QuestionList } from './question-list.tsx'
import type { AskedTable } from './reader/table-reader.ts'
import { ReadingProgress } from './reading-progress.tsx'
import { RowDetail } from './row-detail.tsx'
import { type Choices, countTaken, leftOutOf } from './take-over.ts'
import { useQuestions, withAnswer, withoutAnswer, withSaid } from './use-questions.ts'
import { useTableImport } from './use-table-import.ts'
import { importWords } from './words.ts'

export interface ImportPageProps {
  readonly tables: readonly FileTable[]
  /** What the file is called. */
  readonly name: string | undefined
  /** It is held against the design that is open, and changes it; else it becomes a design of its own. */
  readonly isAgain?: boolean
  readonly onClose: () => void
}

/**
 * A pasted or dropped table before anything is made of it (`ux.md` 4.8): their sheet as it looks on the left, our reading of
 * it on the right, what is open as a short list of questions; below, the chosen row's 评分标准 word by word.
 */
export function ImportPage({ tables, name, isAgain = false, onClose }: ImportPageProps) {
  const w = useWords(importWords)
  const again = useWords(differenceWords)
  const language = useLanguage()
  const [index, setIndex] = useState(tables.length === 1 ? 0 : null)
  const [roles, setRoles] = useState<ChosenRoles>(NO_ROLES)
  const [answers, setAnswers] = useState<ImportAnswers>(NO_ANSWERS)
  const here = useDesigner((state) => (isAgain ? state.design?.scheme : undefined))
  const asked = useMemo<AskedTable>(
    () => ({ index, roles, name: w.untitled, language, answers, against: here }),
    [index, roles, w.untitled, language, answers, here],
  )
  const { sheet, read, isBusy, rows: rowsRead, isAway, tryAgain, desk } = useTableImport(tables, asked)
  const made = read?.made
  const differences = isAgain ? read?.differences : undefined
  // Of several tables the reader says which is meant.
  const shownIndex = index ?? sheet?.index
  const table = shownIndex === undefined ? NO_TABLE : tables[shownIndex]!.table
  const reading = sheet ?? NO_READING
  const [choices, setChoices] = useState<Choices>(NO_CHOICES)
  const onTake = useCallback((ids: readonly string[], isTaken: boolean) => {
    setWaiting(null)
    setChoices((before) => new Map([...before, ...ids.map((id) => [id, isTaken] as const)]))
  }, [])
  const [waiting, setWaiting] = useState<string | null>(null)
  const leftOut = useMemo(() => leftOutOf(differences ?? [], choices), [differences, choices])
  const [chosen, setChosen] = useState<string | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const [isListOpen, setIsListOpen] = useState(true)
  const theirs = useRef<HTMLElement>(null)
  const ours = useRef<HTMLDivElement>(null)
  const rows = made?.rows ?? NO_ROWS
  const map = useMemo(
    () =>
      scrollMap(
        rows.map(({ row }) => row.sourceRow),
        table.rows.length,
      ),
    [rows, table],
  )
  useScrolledTogether(theirs, ours, map)
  /** A row of ours, shown on both sides. */
  const choose = useCallback(
    (id: string) => {
      const at = rows.findIndex((each) => each.id === id)
      if (at < 0) return
      setChosen(id)
      showRow(theirs.current, rows[at]!.row.sourceRow)
      showRow(ours.current, at)
    },
    [rows],
  )
  const chooseSource = useCallback(
    (row: number) => {
      // The leaf of the row is what its standard is about.
      const found = rows.filter((each) => each.row.sourceRow === row).at(-1) ?? rowAround(rows, row)
      if (found !== undefined) choose(found.id)
    },
    [rows, choose],
  )
  const chooseQuestion = useCallback(
    ({ rows: about }: ImportQuestion) => {
      if (about[0] !== undefined) choose(about[0].indicator)
    },
    [choose],
  )
  const asking = useMemo(() => {
    const said = withSaid(made?.questions ?? [], answers)
    return differences === undefined ? said : questionsOfChanges(said, differences)
  }, [made, differences, answers])
  const questions = useQuestions(asking, chooseQuestion)
  const { open } = questions
  const openOf = useMemo(() => {
    const about = open.flatMap((each) => each.rows.filter((row) => !row.isAnswered))
    return { rows: new Set(about.map(({ row }) => row)), ids: new Set(about.map(({ indicator }) => indicator)) }
  }, [open])
  // Until somebody chooses, what the first question is about, else the first row with words to be read.
  const chosenRow =
    rows.find(({ id }) => id === chosen) ??
    rows.find(({ id }) => id === open[0]?.rows[0]?.indicator) ??
    rows.find(({ rule }) => rule?.reading !== undefined)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !closesPopup(event.target)) onClose()
    }
    // Before what is open over the page closes, to know that there was something.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [onClose])
  const taken = countTaken(differences ?? [], leftOut)
  const apply = async (given: string) => {
    if (made === undefined || desk === undefined) return
    if (differences === undefined) {
      const scheme = await desk.scheme(given)
      if (scheme !== undefined) void api.create({ scheme, declarations: [] })
      return
    }
    const edit = here === undefined ? undefined : await desk.takeOver(here, leftOut, language)
    const label = { zh: takeOverWords.zh.undo(taken), en: takeOverWords.en.undo(taken) }
    if (edit !== undefined && designer.edit(label, edit).length === 0) {
      announce(label[language])
      onClose()
    }
  }
  const applyNow = useRef(apply)
  applyNow.current = apply
  useEffect(() => {
    // Pressed before everything was read again: what is applied is what was answered.
    if (waiting === null || isBusy) return
    setWaiting(null)
    void applyNow.current(waiting)
  }, [waiting, isBusy])
  const answer = (next: ImportAnswers) => {
    setWaiting(null)
    setAnswers(next)
  }
  const columns = reading.columns?.roles
  const chooseRole = useCallback(
    (column: number, role: ColumnRole | undefined) => {
      setWaiting(null)
      setRoles((before) => withRole(before, columns ?? [], column, role))
    },
    [columns],
  )
  const take = (table: number) => {
    // What was said, was said of another table.
    setRoles(NO_ROLES)
    answer(NO_ANSWERS)
    setChoices(NO_CHOICES)
    setChosen(null)
    setIndex(table)
  }
  return (
    <div className={isListOpen ? 'import' : 'import import-list-hidden'} aria-busy={isBusy}>
      <ImportHead
        tables={tables}
        table={shownIndex}
        onTable={take}
        name={sheet?.title ?? name ?? ''}
        open={open.length}
        again={isAgain ? { count: taken } : undefined}
        onApply={made === undefined || (isAgain && taken === 0) ? undefined : setWaiting}
        isApplying={waiting !== null}
        onClose={onClose}
      />
      <main className="import-main">
        <section className="import-half" aria-labelledby="import-theirs">
          <h2 id="import-theirs">{w.theirs}</h2>
          <TheirSheet
            scroller={theirs}
            table={table}
            reading={reading}
            chosen={chosenRow?.row.sourceRow ?? null}
            pointed={pointed}
            asked={openOf.rows}
            onRole={chooseRole}
            onPoint={setPointed}
            onChoose={chooseSource}
          />
        </section>
        <section className="import-half" aria-labelledby="import-ours">
          <h2 id="import-ours">
            {isAgain ? again.title : w.ours}
            {made !== undefined && (
              <span>
                {isBusy && rowsRead !== undefined
                  ? w.readSoFar(rowsRead.read, rowsRead.all)
                  : `${w.counts(rows.length, rows.filter(({ rule }) => rule !== undefined).length)} · ${w.fullScore(made.fullScore)}`}
              </span>
            )}
          </h2>
          {isAway && (
            <Alert type="warning" showIcon title={w.away} action={<Button onClick={tryAgain}>{w.tryAgain}</Button>} />
          )}
          {made === undefined && isBusy ? (
            !isAway && <ReadingProgress rows={rowsRead} />
          ) : made === undefined ? (
            <Alert type="warning" showIcon title={w.nothing} />
          ) : differences !== undefined ? (
            <DifferenceList
              differences={differences}
              leftOut={leftOut}
              pointed={pointed}
              onTake={onTake}
              onPoint={setPointed}
              onChoose={chooseSource}
            />
          ) : (
            <OurTree
              scroller={ours}
              rows={rows}
              chosen={chosenRow?.id ?? null}
              pointed={pointed}
              asked={openOf.ids}
              onPoint={setPointed}
              onChoose={choose}
            />
          )}
        </section>
        {isListOpen ? (
          <QuestionList
            questions={questions}
            told={made?.told ?? reading.doubts}
            isBusy={made === undefined && isBusy}
            onAnswer={(id, value) => answer(withAnswer(answers, id, value))}
            onTakeBack={(question) => answer(withoutAnswer(answers, question))}
            onRow={({ indicator }) => choose(indicator)}
            onHide={() => setIsListOpen(false)}
          />
        ) : (
          <Badge count={open.length} size="small" className="import-list-opener">
            <Button
              type="text"
              icon={<DoubleLeftOutlined />}
              aria-label={w.showQuestions}
              onClick={() => setIsListOpen(true)}
            />
          </Badge>
        )}
        <RowDetail row={chosenRow} stepCount={made?.stepCount} />
      </main>
    </div>
  )
}

/** Of what has not changed nothing is asked again. */
function questionsOfChanges(
  questions: readonly ImportQuestion[],
  differences: readonly RowDifference[],
): readonly ImportQuestion[] {
  const changed = new Set(differences.flatMap(({ kind, where }) => (kind === 'same' ? [] : [where.join('\n')])))
  const isHead = differences.some(({ id }) => id === '')
  return questions.filter(({ rows }) =>
    rows.length === 0 ? isHead : rows.some(({ where }) => changed.has(where.join('\n'))),
  )
}

/** Esc in an open menu or list closes that, and not the page behind. */
function closesPopup(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [aria-expanded="true"]') !== null
}

const NO_ROWS: readonly never[] = []
const NO_ROLES: ChosenRoles = new Map()
const NO_ANSWERS: ImportAnswers = {}
const NO_CHOICES: Choices = new Map()
const NO_TABLE: Table = { rows: [] }
const NO_READING = { doubts: [], columns: undefined, parts: [] } as const

/** A standard that goes on in a row of its own belongs to the row above it. */
function rowAround<R extends { readonly row: { readonly sourceRow: number } }>(rows: readonly R[], row: number) {
  return rows.filter((each) => each.row.sourceRow <= row).at(-1)
}
