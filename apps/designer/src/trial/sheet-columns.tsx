import type { CaseDifference } from '@yardstick/engine'
import { type Language, readItem, readJudgement } from '@yardstick/model'
import type { CaseScore } from '../evaluation/case-scores.ts'
import { indicatorStateText } from '../parts/explanation/state-text.ts'
import { issueText } from '../parts/issue-text.tsx'
import type { SheetColumn } from '../parts/sheet/column.ts'
import { hasExpected } from './has-expected.ts'
import { JudgementForm } from './judgement-form.tsx'
import { RecordsForm } from './records-form.tsx'
import { type ColumnScheme, columnText, type EntryColumn, scoreColumns } from './sample-columns.ts'
import { entryAt } from './sample-edits.ts'
import type { SampleRow } from './sample-row.ts'
import { viewWords } from './view-words.ts'
import { trialWords } from './words.ts'

export function sheetColumns(
  scheme: ColumnScheme,
  entries: readonly EntryColumn[],
  isExpanded: boolean,
  language: Language,
): SheetColumn<SampleRow>[] {
  const w = viewWords[language]
  return [
    {
      id: 'name',
      title: w.name,
      width: 190,
      isFixed: true,
      shown: 'always',
      text: ({ sample }) => sample.name,
    },
    { ...totalColumn(language), isFixed: true },
    ...entries.map((column) => entryColumn(column, scheme, language)),
    gradeColumn(language),
    testColumn(language),
    ...scoreColumns(scheme, isExpanded).map((node) => scoreColumn(node.id, node.name, language)),
  ]
}

function entryColumn(column: EntryColumn, scheme: ColumnScheme, language: Language): SheetColumn<SampleRow> {
  const w = viewWords[language]
  const t = trialWords[language]
  const words = { ...t, notApplicable: t.notApplicable, toBeVerified: t.toBeVerified }
  const isItem = 'item' in column
  const entryOf = ({ sample }: SampleRow) => entryAt(sample.submission, column.place)
  const issuesOf = (row: SampleRow) =>
    isItem
      ? readItem(column.item, entryOf(row), [true]).issues
      : readJudgement(column.leaf, entryOf(row), { scheme }).issues
  const isNumber = isItem && ['number', 'money', 'rate', 'count'].includes(column.item.type)
  const choices = choicesOf(column, t)
  return {
    id: column.key,
    title: column.title,
    group: isItem ? w.items : w.judged,
    width: Math.max(72, Math.min(180, 30 + column.title.length * 14)),
    align: isNumber || (!isItem && column.leaf.scoring.method === 'judgement') ? 'end' : 'start',
    text: (row) => columnText(column, entryOf(row), words),
    placeholder: () => t.states.missing,
    ...popupOf(column),
    ...(choices === undefined
      ? {}
      : { isChoice: true, suggest: () => choices.map((each) => ({ label: each, text: each })) }),
    mark: (row) => {
      const severities = issuesOf(row).map(({ severity }) => severity)
      return (['error', 'warning', 'hint'] as const).find((each) => severities.includes(each))
    },
    hint: (row) => issuesOf(row).map((each) => <p key={each.code}>{issueText({ ...each, where: [] }, language)}</p>),
    look: (row) => (entryOf(row) === undefined ? 'trial-cell-missing' : undefined),
  }
}

/** Lists and judgements do not fit a cell: they have a form below it. */
function popupOf(column: EntryColumn): Pick<SheetColumn<SampleRow>, 'popup'> {
  if ('leaf' in column) return { popup: (row) => <JudgementForm leaf={column.leaf} row={row} /> }
  const { item } = column
  return item.type === 'list' ? { popup: (row, close) => <RecordsForm item={item} row={row} close={close} /> } : {}
}

function choicesOf(column: EntryColumn, t: (typeof trialWords)['zh']): readonly string[] | undefined {
  if ('leaf' in column) {
    return column.leaf.scoring.method === 'levels' ? column.leaf.scoring.levels.map(({ name }) => name) : undefined
  }
  if (column.item.type === 'boolean') return [t.yes, t.no]
  return column.item.type === 'choice' ? column.item.choices : undefined
}

/** The total with the mark of its test. */
function totalColumn(language: Language): SheetColumn<SampleRow> {
  const t = trialWords[language]
  return {
    ...readOnly(language),
    id: 'total',
    title: viewWords[language].total,
    width: 96,
    align: 'end',
    text: ({ score }) => score?.total ?? '',
    cell: (row) => (
      <>
        <Passed row={row} language={language} />
        <strong className="trial-cell-total">{row.score === undefined ? '…' : (row.score.total ?? t.noTotal)}</strong>
        {row.score?.state === 'provisional' && <span className="trial-provisional">{t.provisional}</span>}
      </>
    ),
    ...differing('total', language),
    hint: ({ score }) =>
      score === undefined ? null : (
        <>
          {differencesAt(score, 'total').map((each) => differenceText(each, language))}
          {score.total === null && score.missing.length > 0 && (
            <p>
              {t.waitingCount(score.missing.length)}: {score.missing.slice(0, 12).join(viewWords[language].comma)}
            </p>
          )}
        </>
      ),
  }
}

function Passed({ row: { sample, score }, language }: { row: SampleRow; language: Language }) {
  const differences = score?.differences ?? null
  if (differences === null || !hasExpected(sample.expected)) return null
  const w = viewWords[language]
  return differences.length === 0 ? (
    <span className="trial-good" title={w.passed(1)}>
      ✓{' '}
    </span>
  ) : (
    <span className="trial-bad" title={w.failed(1)}>
      ✗{' '}
    </span>
  )
}

function gradeColumn(language: Language): SheetColumn<SampleRow> {
  return {
    ...readOnly(language),
    id: 'grade',
    title: viewWords[language].grade,
    group: viewWords[language].scores,
    width: 64,
    text: ({ score }) => score?.grade ?? '',
    ...differing('grade', language),
  }
}

/** What a test expects and does not get, in one cell. */
function testColumn(language: Language): SheetColumn<SampleRow> {
  const w = viewWords[language]
  const textOf = ({ sample, score }: SampleRow) => {
    if (!hasExpected(sample.expected)) return ''
    if (score === undefined) return '…'
    const { differences } = score
    if (differences === null) return ''
    return differences.length === 0 ? w.asExpected : w.differences(differences.length)
  }
  return {
    ...readOnly(language),
    id: 'test',
    title: w.expected,
    group: w.scores,
    width: 96,
    text: textOf,
    look: ({ score }) => ((score?.differences?.length ?? 0) > 0 ? 'trial-cell-failed' : undefined),
  }
}

function scoreColumn(id: string, name: string, language: Language): SheetColumn<SampleRow> {
  const t = trialWords[language]
  const scoreOf = ({ score }: SampleRow) => score?.scores[id]
  return {
    ...readOnly(language),
    id: `score:${id}`,
    title: name,
    group: viewWords[language].scores,
    width: Math.max(72, Math.min(150, 26 + name.length * 14)),
    align: 'end',
    text: (row) => {
      const score = scoreOf(row)
      return score === undefined ? '' : indicatorStateText(score, t)
    },
    cell: (row) => {
      const score = scoreOf(row)
      if (score === undefined) return null
      const [difference] = row.score === undefined ? [] : differencesAt(row.score, id)
      return (
        <>
          {indicatorStateText(score, t)}
          {difference !== undefined && <small className="trial-expected"> ≠ {difference.expected ?? t.noTotal}</small>}
          {score.provisional === true && <span className="trial-provisional">{t.provisional}</span>}
        </>
      )
    },
    ...differing(id, language),
  }
}

function readOnly(_: Language) {
  return { canEdit: () => false } as const
}

/** Red where a test gets something else than it expects, with both. */
function differing(of: string, language: Language): Pick<SheetColumn<SampleRow>, 'mark' | 'hint' | 'look'> {
  const found = ({ score }: SampleRow) => (score === undefined ? [] : differencesAt(score, of))
  return {
    mark: (row) => (found(row).length > 0 ? 'error' : undefined),
    hint: (row) => found(row).map((each) => differenceText(each, language)),
    look: (row) => (found(row).length > 0 ? 'trial-cell-failed' : undefined),
  }
}

function differencesAt({ differences }: CaseScore, of: string): readonly CaseDifference[] {
  return (differences ?? []).filter((each) => (typeof each.of === 'string' ? each.of === of : each.of.id === of))
}

function differenceText({ expected, found }: CaseDifference, language: Language) {
  const none = trialWords[language].noTotal
  return <p key={`${expected} ${found}`}>{viewWords[language].difference(expected ?? none, found ?? none)}</p>
}
