import { Exact, type Language } from '@yardstick/model'
import { printMethodBrief, printTarget } from '@yardstick/wording'
import { issueText } from '../parts/issue-text.tsx'
import { methodWords } from '../parts/method/words.ts'
import type { SheetColumn } from '../parts/sheet/column.ts'
import type { DeclarationRow } from './declaration-rows.ts'
import { ownMethods } from './own-scoring.ts'
import { declarationWords } from './words.ts'

/** Columns of the declaration's tree; which cells can be edited depends on the row. `hasLeaves`: targets may be declared. */
export function sheetColumns(language: Language, hasLeaves: boolean): SheetColumn<DeclarationRow>[] {
  const w = declarationWords[language]
  const methods = methodWords[language].methods
  const look = ({ kind }: DeclarationRow) =>
    kind === 'heading' || kind === 'branch' ? 'declarations-branch' : undefined
  const isOwn = ({ kind }: DeclarationRow) => kind === 'own'
  const columns: SheetColumn<DeclarationRow>[] = [
    {
      id: 'name',
      title: w.columns.name,
      width: 240,
      isFixed: true,
      shown: 'always',
      look,
      text: ({ node }) => node.name,
      canEdit: isOwn,
      cell: (row) => (
        <span style={{ paddingInlineStart: row.depth * 16 }}>
          {row.node.name}
          {row.kind === 'branch' && <span className="declarations-tag">{w.individual}</span>}
          {row.kind === 'own' && <span className="declarations-tag">{w.own}</span>}
        </span>
      ),
      ...issuesIn(
        (row) => (row.kind === 'leaf' ? [] : row.issues.filter(({ pointer }) => !isOfField(pointer))),
        language,
      ),
    },
    {
      id: 'points',
      title: w.columns.points,
      width: 130,
      align: 'end',
      look,
      text: ({ node }) => node.points,
      canEdit: isOwn,
      cell: (row) => (row.kind === 'branch' ? <PointsBar row={row} language={language} /> : row.node.points),
      ...issuesIn((row) => row.issues.filter(({ pointer }) => pointer.endsWith('/points')), language),
    },
    {
      id: 'scheme-target',
      title: w.columns.schemeTarget,
      width: 110,
      look,
      text: (row) =>
        row.kind === 'leaf' && row.node.target !== undefined ? printTarget(row.node.target, language) : '',
      canEdit: () => false,
    },
    {
      id: 'limits',
      title: w.columns.limits,
      width: 130,
      look,
      text: (row) => {
        if (row.kind !== 'leaf') return ''
        const { atLeast, atMost } = row.node.declared ?? {}
        return w.limits(atLeast, atMost)
      },
      canEdit: () => false,
    },
    {
      id: 'target',
      title: w.columns.target,
      width: 130,
      look,
      text: (row) => {
        const target = row.kind === 'leaf' ? row.target : row.kind === 'own' ? row.node.target : undefined
        return target === undefined ? '' : (target.written ?? printTarget(target, language))
      },
      canEdit: ({ kind }) => kind === 'leaf' || kind === 'own',
      placeholder: (row) => (row.kind === 'leaf' ? w.asScheme : row.kind === 'own' ? w.targetExample : undefined),
      ...issuesIn(
        (row) => (row.kind === 'leaf' ? row.issues : row.issues.filter(({ pointer }) => /\/target/.test(pointer))),
        language,
      ),
    },
    {
      id: 'method',
      title: w.columns.method,
      // Without the scheme's targets and limits there is room to read it whole.
      width: hasLeaves ? 200 : 300,
      look,
      text: (row) => (row.kind === 'own' ? methods[row.node.scoring.method] : ''),
      cell: (row) => {
        if (row.kind !== 'own' && row.kind !== 'leaf') return null
        const { node } = row
        const target = row.kind === 'leaf' ? (row.target ?? row.node.target) : row.node.target
        return printMethodBrief(node.scoring, language, {
          points: node.points,
          ...(target === undefined ? {} : { target }),
        })
      },
      canEdit: isOwn,
      isChoice: true,
      suggest: () => ownMethods.map((method) => ({ label: methods[method], text: methods[method] })),
    },
    {
      id: 'actual',
      title: w.columns.actual,
      width: 180,
      look,
      text: (row) => (row.kind === 'own' || row.kind === 'leaf' ? (row.node.actual ?? '') : ''),
      canEdit: isOwn,
      placeholder: (row) => (row.kind === 'own' && row.node.scoring.method !== 'levels' ? w.actualExample : undefined),
      ...issuesIn((row) => row.issues.filter(({ pointer }) => pointer.endsWith('/actual')), language),
    },
  ]
  return hasLeaves ? columns : columns.filter(({ id }) => id !== 'scheme-target' && id !== 'limits')
}

const isOfField = (pointer: string) => /\/(points|target|actual)(\/|$)/.test(pointer)

function issuesIn(
  of: (row: DeclarationRow) => DeclarationRow['issues'],
  language: Language,
): Pick<SheetColumn<DeclarationRow>, 'mark' | 'hint'> {
  return {
    mark: (row) => (of(row).length > 0 ? 'error' : undefined),
    hint: (row) =>
      of(row).map((each) => <div key={each.code + each.pointer}>{issueText({ ...each, where: [] }, language)}</div>),
  }
}

/** 已分/应分 of a branch for own leaves: full, short with the number, over with the number. */
function PointsBar({
  row: { node, given },
  language,
}: {
  row: Extract<DeclarationRow, { kind: 'branch' }>
  language: Language
}) {
  const w = declarationWords[language]
  const left = Exact.of(node.points).minus(Exact.of(given))
  const state = left.sign === 0 ? 'full' : left.sign > 0 ? 'short' : 'over'
  const whole = Number(node.points)
  const width = whole <= 0 ? 100 : Math.min(100, (Number(given) / whole) * 100)
  const text = left.sign === 0 ? '✓' : left.sign > 0 ? w.short(left.toText()) : w.over(left.abs().toText())
  return (
    <span className="declarations-points" title={w.bar(given, node.points)}>
      <span className={`declarations-bar declarations-bar-${state}`}>
        <span style={{ width: `${width}%` }} />
        <small>{text}</small>
      </span>
      {node.points}
    </span>
  )
}
