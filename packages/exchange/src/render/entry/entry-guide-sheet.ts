import type { WorkbookCell, WorkbookSheet } from '../workbook.ts'
import { block, textCell } from './entry-cells.ts'
import type { ChoiceLists } from './entry-choices.ts'
import type { EntryContext } from './entry-workbook-input.ts'
import { type EntryIdentity, IDENTITY_MARK, identityRows } from './entry-workbook-keys.ts'

/** 填报说明: who fills in what for which period, and how; what 空缺, 不适用 and 待核 mean. */
export function guideSheet(
  { words, scheme, subject, period, hasClaims }: EntryContext,
  hasUnits: boolean,
): WorkbookSheet {
  const about: readonly (readonly [string, string | undefined])[] = [
    [words.who, subject.department],
    [words.unit, subject.unit],
    [words.project, subject.project],
    [words.period, period],
    [words.scheme, scheme.name],
    [words.version, scheme.version],
  ]
  const explained = [
    ...words.explained,
    ...(hasUnits ? [words.explainedUnits] : []),
    ...(hasClaims === true ? [words.explainedClaims] : []),
  ]
  const pair = (name: string, text: string) => [textCell(name, 'header'), textCell(text, 'text')]
  const rows: (WorkbookCell | null)[][] = [
    [textCell(words.heading(scheme.name), 'title')],
    ...about.flatMap(([name, text]) => (text === undefined ? [] : [pair(name, text)])),
    [],
    [textCell(words.explainHeading, 'plain')],
    ...explained.map(([name, text]) => pair(name, text)),
  ]
  return {
    name: words.guide,
    columns: [16, 92],
    rows,
    merges: [block(0, 0, 1, 2)],
    frozen: { rows: 1, columns: 0 },
    marked: [],
    isLocked: true,
  }
}

/** The hidden sheet: what the file was made for, and lists too long for a cell's own rule. */
export function identitySheet(name: string, identity: EntryIdentity, choices: ChoiceLists): WorkbookSheet {
  const pairs = [[IDENTITY_MARK, ''] as const, ...identityRows(identity)]
  const { rows, columns } = choices.size
  const texts = Array.from({ length: Math.max(rows, pairs.length) }, (_, row) =>
    Array.from({ length: columns }, (_, column) => pairs[row]?.[column] ?? choices.at(row, column) ?? ''),
  )
  return {
    name,
    columns: Array.from({ length: columns }, () => 20),
    rows: texts.map((row) => row.map((text) => (text === '' ? null : textCell(text, 'plain')))),
    merges: [],
    frozen: { rows: 0, columns: 0 },
    marked: [],
    isHidden: true,
  }
}
