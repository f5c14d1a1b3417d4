import { DoubleLeftOutlined } from '@ant-design/icons'
import { type ImportAnswers, type ImportQuestion, underName } from '@yardstick/exchange/import-table'
import { type ChosenRoles, type IndicatorReading, readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { matchTable, type TableMatch } from '@yardstick/exchange/match-table'
import type { FileTable } from '@yardstick/exchange/read/tables'
import { Alert, Badge, Button, Spin } from 'antd'
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
import { RowDetail } from './row-detail.tsx'
import { useQuestions, withAnswer, withoutAnswer } from './use-questions.ts'
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
  const [index, setIndex] = useState(() => fullest(tables))
  const { table } = tables[index]!
  const [roles, setRoles] = useState<ChosenRoles>(new Map())
  const [answers, setAnswers] = useState<ImportAnswers>({})
  const reading = useMemo(() => readIndicatorTable(table, roles), [table, roles])
  const { made, isBusy } = useTableImport({ reading, name: w.untitled, language, answers })
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(NOTHING)
  const here = useDesigner((state) => state.design?.scheme)
  const match = useMemo(
    () =>
      isAgain && made !== undefined && here !== undefined ? matchTable(here, made, { language, leftOut }) : undefined,
    [isAgain, made, here, language, leftOut],
  )
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
  const asking = useMemo(
    () => (match === undefined ? made?.questions : questionsOfChanges(made?.questions ?? [], match)),
    [made, match],
  )
  const questions = useQuestions(asking ?? NO_QUESTIONS, chooseQuestion)
  const { open } = questions
  const asked = useMemo(() => {
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
  const taken =
    match?.differences.filter(({ id, kind, isTied }) => kind !== 'same' && isTied !== true && !leftOut.has(id))
      .length ?? 0
  const apply = (given: string) => {
    if (made === undefined) return
    if (match === undefined) {
      void api.create({ scheme: underName(made.scheme, given), declarations: [] })
      return
    }
    const label = { zh: takeOverWords.zh.undo(taken), en: takeOverWords.en.undo(taken) }
    if (designer.edit(label, match.edit).length === 0) {
      announce(label[language])
      onClose()
    }
  }
  const take = (table: number) => {
    // What was said, was said of another table.
    setRoles(new Map())
    setAnswers({})
    setLeftOut(NOTHING)
    setChosen(null)
    setIndex(table)
  }
  return (
    <div className={isListOpen ? 'import' : 'import import-list-hidden'} aria-busy={isBusy}>
      <ImportHead
        tables={tables}
        table={index}
        onTable={take}
        name={titleOf(reading) ?? name ?? ''}
        open={open.length}
        again={match === undefined ? undefined : { count: taken }}
        onApply={made === undefined || isBusy || (match !== undefined && taken === 0) ? undefined : apply}
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
            asked={asked.rows}
            onRole={(column, role) => setRoles(withRole(roles, reading.columns?.roles ?? [], column, role))}
            onPoint={setPointed}
            onChoose={chooseSource}
          />
        </section>
        <section className="import-half" aria-labelledby="import-ours">
          <h2 id="import-ours">
            {match === undefined ? w.ours : again.title}
            {made !== undefined && (
              <span>
                {w.counts(rows.length, rows.filter(({ rule }) => rule !== undefined).length)} ·{' '}
                {w.fullScore(made.scheme.fullScore)}
              </span>
            )}
          </h2>
          {made === undefined && isBusy ? (
            <Spin className="import-wait" size="large" />
          ) : made === undefined ? (
            <Alert type="warning" showIcon title={w.nothing} />
          ) : match !== undefined ? (
            <DifferenceList
              match={match}
              leftOut={leftOut}
              pointed={pointed}
              onLeaveOut={setLeftOut}
              onPoint={setPointed}
              onChoose={chooseSource}
            />
          ) : (
            <OurTree
              scroller={ours}
              rows={rows}
              chosen={chosenRow?.id ?? null}
              pointed={pointed}
              asked={asked.ids}
              onPoint={setPointed}
              onChoose={choose}
            />
          )}
        </section>
        {isListOpen ? (
          <QuestionList
            questions={questions}
            told={made?.told ?? reading.doubts}
            onAnswer={(id, value) => setAnswers(withAnswer(answers, id, value))}
            onTakeBack={(question) => setAnswers(withoutAnswer(answers, question))}
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
        <RowDetail row={chosenRow} stepCount={made?.scheme.stepCount} />
      </main>
    </div>
  )
}

/** Of what has not changed nothing is asked again. */
function questionsOfChanges(questions: readonly ImportQuestion[], { differences }: TableMatch): ImportQuestion[] {
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

const NOTHING: ReadonlySet<string> = new Set()
const NO_ROWS: readonly never[] = []
const NO_QUESTIONS: readonly never[] = []

/** A standard that goes on in a row of its own belongs to the row above it. */
function rowAround<R extends { readonly row: { readonly sourceRow: number } }>(rows: readonly R[], row: number) {
  return rows.filter((each) => each.row.sourceRow <= row).at(-1)
}

/** The table in which most indicators were found: most likely the one that is meant. */
function fullest(tables: readonly FileTable[]): number {
  const counts = tables.map(({ table }) => readIndicatorTable(table).rows.length)
  return counts.indexOf(Math.max(...counts))
}

/** What stands over the table, where it says what it is; 附件1 or 单位：分 say less than the file's name. */
function titleOf({ doubts }: IndicatorReading): string | undefined {
  const titles = doubts.flatMap((each) => (each.kind === 'row-left-out' && each.as === 'title' ? [each.text] : []))
  return titles.find((text) => /指标|评价|绩效|考核|indicator|evaluation/i.test(text))?.slice(0, 200)
}
