import {
  CaretDownFilled,
  CaretRightFilled,
  CheckOutlined,
  CloseCircleFilled,
  LockFilled,
  WarningFilled,
} from '@ant-design/icons'
import { completions } from '@yardstick/formula'
import { Exact, type Indicator, isBranch, type Language } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import type { ReactNode } from 'react'
import { scopeOfScheme } from '../parts/formula-field/read-formula.ts'
import { lazyPart } from '../parts/lazy-part.tsx'
import { pinyinKeys, search } from '../parts/pinyin.ts'
import { RemarkMark } from '../parts/remark-mark.tsx'
import { sharingWords } from '../parts/sharing/words.ts'
import type { SheetColumn, Suggestion } from '../parts/sheet/column.ts'
import { designer } from '../store/use-designer.ts'
import { IssueHint } from './issue-hint.tsx'
import { PointsCell } from './points-cell.tsx'
import { RANGE } from './row-locks.ts'
import { GHOST, type IndicatorRow, type Score } from './rows.ts'
import { explainScore, setFolded } from './view-actions.ts'
import { gridWords } from './words.ts'

const MethodPopup = lazyPart(async () => (await import('./method-popup.tsx')).MethodPopup)

/** The columns of the table (`ux.md` 4.4): what each shows, what it takes, and what it warns of. */
export function gridColumns(
  language: Language,
  isCompared: boolean,
  /** The scheme was adopted: how each row compares with what came. */
  isAdopted: boolean,
  onSuggested: (id: string) => void,
): SheetColumn<IndicatorRow>[] {
  const w = gridWords[language]
  const title = w.columns
  const column = (id: keyof typeof title, width: number, rest: Rest): SheetColumn<IndicatorRow> => ({
    id,
    title: title[id],
    width,
    mark: (row) => row.marks[id],
    hint: (row) => <IssueHint id={row.id} column={id} />,
    describe: (row) => row.locks[id] ?? (id === 'points' ? row.locks[RANGE] : undefined),
    look: (row) => lookOf(row, id),
    ...rest,
    ...inGhost(id, rest, id === 'name' ? (row) => <GhostName row={row} language={language} /> : () => null),
  })
  const isLeaf = (row: IndicatorRow) => !isBranch(row.node)
  return [
    column('code', 72, { isFixed: true, shown: 'always', text: (row) => row.number }),
    column('name', isAdopted ? 172 : 190, {
      isFixed: true,
      shown: 'always',
      text: (row) => row.node.name,
      cell: (row) => <NameCell row={row} language={language} />,
    }),
    ...(isAdopted
      ? [
          column('origin', 68, {
            text: (row) => (row.origin === undefined ? '' : sharingWords[language].origins[row.origin]),
            canEdit: () => false,
            cell: (row) => <OriginCell row={row} language={language} />,
          }),
        ]
      : []),
    column('points', isAdopted ? 92 : 100, {
      align: 'end',
      text: (row) => row.node.points,
      cell: (row) => <PointsCell row={row} language={language} />,
    }),
    column('kind', isAdopted ? 58 : 66, {
      text: (row) => kindText(row.node, language),
      isChoice: true,
      suggest: ({ node }, text) =>
        search(kindChoices(node), text, (each) => [w.kinds[each]]).map((each) => ({
          label: w.kinds[each],
          text: w.kinds[each],
        })),
    }),
    column('direction', 50, {
      text: ({ node }) => directionText(node, language),
      canEdit: isLeaf,
      isChoice: true,
      suggest: (_, text) =>
        DIRECTIONS.filter((each) => each.startsWith(text)).map((each) => ({ label: each, text: each })),
    }),
    column('target', 96, {
      text: ({ node }) => (isBranch(node) || node.target === undefined ? '' : printTarget(node.target, language)),
      editText: ({ node }) =>
        isBranch(node) || node.target === undefined
          ? ''
          : (('written' in node.target ? node.target.written : undefined) ?? printTarget(node.target, language)),
      canEdit: isLeaf,
      cell: ({ node }) => <TargetCell node={node} language={language} />,
    }),
    column('method', isAdopted ? 140 : 156, {
      text: (row) => row.standard,
      canEdit: isLeaf,
      cell: (row) => <MethodCell row={row} language={language} onSuggested={onSuggested} />,
      popup: (row, close) => <MethodPopup id={row.id} close={close} />,
    }),
    column('actual', 106, {
      text: ({ node }) => (isBranch(node) ? '' : (node.actual ?? '')),
      canEdit: isLeaf,
      suggest: (_, text, caret) => formulaSuggestions(text, caret, language),
    }),
    column('score', 56, {
      align: 'end',
      text: (row) => row.score?.score ?? '',
      canEdit: () => false,
      cell: (row) => scoreCell(row, row.score, language),
    }),
    column('lost', 52, {
      align: 'end',
      text: (row) => row.score?.lost ?? '',
      canEdit: () => false,
      cell: (row) =>
        row.score?.lost === undefined ? null : (
          <button
            type="button"
            tabIndex={-1}
            className="grid-lost"
            data-sheet-skip=""
            title={w.explain(row.node.name)}
            onClick={() => explainScore(row.id)}
          >
            −{row.score.lost}
          </button>
        ),
    }),
    ...(isCompared
      ? [
          column('pinned', 76, {
            align: 'end' as const,
            text: (row) => row.pinned?.score ?? '',
            canEdit: () => false,
            cell: (row) => scoreCell(row, row.pinned, language),
          }),
          column('difference', 70, {
            align: 'end' as const,
            text: difference,
            canEdit: () => false,
            cell: (row) => <span className={differenceLook(row)}>{difference(row)}</span>,
          }),
        ]
      : []),
    column('basis', 150, { text: ({ node }) => node.basis ?? '' }),
    column('status', 76, {
      text: (row) => w.problems(row.errors, row.warnings),
      canEdit: () => false,
      cell: (row) => <StatusCell row={row} language={language} />,
      mark: () => undefined,
    }),
    column('weight', 64, { shown: 'on-demand', align: 'end', text: ({ node }) => node.weight ?? '' }),
    column('dataSource', 150, { shown: 'on-demand', text: leafText('dataSource'), canEdit: isLeaf }),
    column('evidence', 150, { shown: 'on-demand', text: leafText('evidence'), canEdit: isLeaf }),
    column('definition', 200, { shown: 'on-demand', text: ({ node }) => node.definition ?? '' }),
    column('standard', 200, { shown: 'on-demand', text: leafText('standard'), canEdit: isLeaf }),
    column('note', 160, { shown: 'on-demand', text: ({ node }) => node.note ?? '' }),
  ]
}

type Rest = Omit<SheetColumn<IndicatorRow>, 'id' | 'title' | 'width'>

/** The empty row holds no text, and takes only what a line of text can say. */
function inGhost(
  id: string,
  { text, editText, cell, canEdit, popup }: Rest,
  ghost: (row: IndicatorRow) => ReactNode,
): Pick<Rest, 'text' | 'editText' | 'cell' | 'canEdit'> {
  return {
    text: (row) => (row.id === GHOST ? '' : text(row)),
    editText: (row) => (row.id === GHOST ? '' : (editText ?? text)(row)),
    cell: (row) =>
      row.id === GHOST ? ghost(row) : cell === undefined ? <span className="sheet-text">{text(row)}</span> : cell(row),
    canEdit: (row) =>
      (canEdit?.(row) ?? true) && row.locks[id] === undefined && (row.id !== GHOST || popup === undefined),
  }
}

function leafText(field: 'dataSource' | 'evidence' | 'standard') {
  return ({ node }: IndicatorRow) => (isBranch(node) ? '' : (node[field] ?? ''))
}

/** Branches stand out by weight and ground, the deeper the less; what those above have locked is grey. */
function lookOf({ node, place, locks }: IndicatorRow, column: string): string | undefined {
  const level = isBranch(node) ? `grid-branch grid-branch-${Math.min(place.level, 3)}` : ''
  const look = locks[column] === undefined ? level : `${level} grid-locked`
  return look === '' ? undefined : look
}

function NameCell({ row, language }: { row: IndicatorRow; language: Language }) {
  const w = gridWords[language]
  const { node, place } = row
  const isOpen = place.isExpanded === true
  return (
    <span className="grid-name" style={{ paddingInlineStart: (place.level - 1) * 14 }}>
      {place.isExpanded === undefined ? (
        <span className="grid-fold" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className="grid-fold"
          data-sheet-skip=""
          aria-label={isOpen ? w.fold(node.name) : w.unfold(node.name)}
          onClick={() => setFolded([row.id], isOpen)}
        >
          {isOpen ? <CaretDownFilled /> : <CaretRightFilled />}
        </button>
      )}
      <span className="sheet-text" title={node.name}>
        {node.name}
      </span>
      {row.isFolded && row.errors + row.warnings > 0 && (
        <span
          className={row.errors > 0 ? 'grid-count grid-bad' : 'grid-count grid-warn'}
          title={w.folded(w.problems(row.errors, row.warnings))}
        >
          {row.errors > 0 ? <CloseCircleFilled /> : <WarningFilled />} {row.errors + row.warnings}
        </span>
      )}
      {row.locks['name'] !== undefined && (
        <LockFilled className="grid-lock" aria-label={sharingWords[language].sign.locked} />
      )}
      {row.signs !== undefined && (
        <span className="grid-tag grid-given" title={sharingWords[language].signTitle(row.signs)}>
          {row.signs}
        </span>
      )}
      <RemarkMark id={row.id} />
      {node.core === true && <span className="grid-tag">{w.kinds.core}</span>}
      {node.kind === 'bonus' && <span className="grid-tag grid-tag-good">{w.kinds.bonus}</span>}
    </span>
  )
}

/** 上级原样, 改分值, 本地改 or 本地增. */
function OriginCell({ row: { origin }, language }: { row: IndicatorRow; language: Language }) {
  const w = sharingWords[language]
  if (origin === undefined) return null
  return (
    <span className={`grid-origin grid-origin-${origin}`} title={w.originTitles[origin]}>
      {w.origins[origin]}
    </span>
  )
}

function GhostName({ row, language }: { row: IndicatorRow; language: Language }) {
  return (
    <span className="grid-name" style={{ paddingInlineStart: (row.place.level - 1) * 14 }}>
      <span className="grid-fold" />
      <span className="sheet-ghost">{gridWords[language].ghostName}</span>
    </span>
  )
}

function kindText(node: Indicator, language: Language): string {
  const w = gridWords[language]
  if (node.kind === 'bonus') return w.kinds.bonus
  if (isBranch(node)) {
    if (node.individual === true) return w.kinds.individual
    if (typeof node.combine === 'object') return w.alternatives
    if (node.combine !== undefined && node.combine !== 'sum') return w.kinds[node.combine]
  }
  return node.core === true ? w.kinds.core : ''
}

function kindChoices(node: Indicator) {
  return isBranch(node)
    ? (['common', 'core', 'bonus', 'individual', 'sum', 'best-of', 'minimum', 'weighted-mean'] as const)
    : (['common', 'core', 'bonus'] as const)
}

const DIRECTIONS = ['≥', '≤', '=', '>', '<']
const SIGNS = { '>=': '≥', '<=': '≤', '=': '=', '>': '>', '<': '<' } as const

function directionText(node: Indicator, language: Language): string {
  const w = gridWords[language]
  if (isBranch(node) || node.target === undefined) return ''
  if ('text' in node.target) return w.reached
  return 'low' in node.target ? w.range : SIGNS[node.target.comparator]
}

/** The number in the text colour, the unit in grey. */
function TargetCell({ node, language }: { node: Indicator; language: Language }) {
  if (isBranch(node) || node.target === undefined) return null
  const text = printTarget(node.target, language)
  const unit = 'unit' in node.target ? node.target.unit : undefined
  const title = ('written' in node.target ? node.target.written : undefined) ?? text
  return (
    <span className="sheet-text" title={title}>
      {unit !== undefined && text.endsWith(unit) ? (
        <>
          {text.slice(0, -unit.length)}
          <span className="grid-unit">{unit}</span>
        </>
      ) : (
        text
      )}
    </span>
  )
}

function MethodCell({
  row,
  language,
  onSuggested,
}: {
  row: IndicatorRow
  language: Language
  onSuggested: (id: string) => void
}) {
  const w = gridWords[language]
  if (isBranch(row.node)) return null
  const isOpen =
    row.node.scoring.method === 'judgement' && row.node.scoring.panel === undefined && row.node.points === '0'
  return (
    <>
      <span className="sheet-text" title={row.standard}>
        {isOpen ? (
          <span className="sheet-ghost">
            {w.noMethod} · {w.chooseMethod}
          </span>
        ) : (
          row.brief
        )}
      </span>
      {row.isSuggested && (
        <button
          type="button"
          tabIndex={-1}
          className="grid-suggested"
          data-sheet-skip=""
          title={w.suggestedHint}
          onClick={() => onSuggested(row.id)}
        >
          {w.suggested}
        </button>
      )}
    </>
  )
}

function scoreCell(row: IndicatorRow, score: Score | undefined, language: Language): ReactNode {
  const w = gridWords[language]
  if (score === undefined) return null
  const missing = score.state === 'missing'
  const text =
    score.state === 'not-applicable'
      ? w.notApplicable
      : missing
        ? score.score === null
          ? w.missing
          : w.missingZero
        : (score.score ?? w.missing)
  const looks = ['grid-score', missing ? 'grid-score-missing' : '', score.isProvisional ? 'grid-score-provisional' : '']
  return (
    <button
      type="button"
      tabIndex={-1}
      className={looks.join(' ')}
      data-sheet-skip=""
      title={score.isProvisional ? w.provisional : missing ? w.missingZero : w.explain(row.node.name)}
      onClick={() => explainScore(row.id)}
    >
      {text}
    </button>
  )
}

function difference({ score, pinned }: IndicatorRow): string {
  if (score?.score == null || pinned?.score == null) return ''
  const by = Exact.of(score.score).minus(Exact.of(pinned.score))
  return by.sign === 0 ? '0' : `${by.sign > 0 ? '+' : '−'}${by.abs().toText()}`
}

function differenceLook(row: IndicatorRow): string {
  const text = difference(row)
  return text.startsWith('+') ? 'grid-better' : text.startsWith('−') ? 'grid-worse' : ''
}

function StatusCell({ row, language }: { row: IndicatorRow; language: Language }) {
  const w = gridWords[language]
  const { errors, warnings } = row
  const text = w.problems(errors, warnings)
  if (text === '')
    return (
      <span className="grid-fine" title={w.noProblem}>
        <CheckOutlined aria-label={w.noProblem} />
      </span>
    )
  return (
    <button
      type="button"
      tabIndex={-1}
      className="grid-status"
      data-sheet-skip=""
      title={row.isFolded ? w.folded(text) : text}
      onClick={() => designer.setView({ drawer: 'issues' })}
    >
      {errors > 0 && (
        <span className="grid-bad">
          <CloseCircleFilled /> {errors}
        </span>
      )}
      {warnings > 0 && (
        <span className="grid-warn">
          <WarningFilled /> {warnings}
        </span>
      )}
    </button>
  )
}

/** Data items, measures and functions by their beginning or pinyin initials, as the formula field offers them. */
function formulaSuggestions(text: string, caret: number, language: Language): Suggestion[] {
  const { design } = designer.getState()
  if (design === null) return []
  const offers = completions(text, caret, scopeOfScheme(design.scheme), language, pinyinKeys)
  const word = text.slice(offers[0]?.from ?? caret, caret)
  if (word === '' && text !== '') return []
  if (offers.some((each) => each.insert === word)) return []
  return offers.slice(0, 40).map((each) => ({
    label: each.label,
    note: each.detail,
    text: each.insert,
    from: each.from,
    to: each.to,
  }))
}
