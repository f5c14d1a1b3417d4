import { Exact, pointer, type ScoreSheet, type ScoreSheetRow, sum } from '@yardstick/model'

/**
 * A score sheet made ready for checking: each row with its names, its place, its numbers as exact ones, and the sums of
 * its children. A level is anything that has children and printed numbers of its own: the whole sheet, or a branch.
 *
 * A row that prints no number is worth the sum of its children where all of those are known; a printed number always
 * stands before a computed one, so that a wrong heading is found at its own row and once more where it is added up.
 */
export interface Level {
  /** Names from the root; empty for the sheet. */
  readonly names: readonly string[]
  /** JSON Pointer of the row; "" for the sheet. */
  readonly pointer: string
  readonly childrenPointer: string
  readonly scorePointer: string
  /** 分值 and 得分 as printed; fullScore and published total for the sheet. Undefined where none is printed. */
  readonly points: Exact | undefined
  readonly score: Exact | undefined
  readonly children: readonly RowView[]
  /** False where rows of this level are missing from the sheet. */
  readonly isComplete: boolean
  /** Sums of the children, undefined where one of them is not known or not there. */
  readonly pointsSum: Exact | undefined
  readonly scoreSum: Exact | undefined
}

export interface RowView extends Level {
  readonly row: ScoreSheetRow
  readonly depth: number
  readonly role: RowRole
  readonly data: Data
}

/** 加分 and 扣分 rows stand outside the points of their level; a 合计 row among its addends repeats their sum. */
export type RowRole = 'plain' | 'bonus' | 'deduction' | 'total'

export type Data = { readonly [key: string]: unknown }

export interface SheetView {
  readonly sheet: ScoreSheet
  readonly root: Level
  /** All rows in document order. */
  readonly rows: readonly RowView[]
  /** Whether the weights at this depth (0 for the top level) are points and not shares of the parent. */
  readonly hasPoints: (depth: number) => boolean
}

export function viewSheet(sheet: ScoreSheet): SheetView {
  const incomplete = incompleteNames(sheet)
  const children = sheet.tree.map((row, index) => viewRow(row, [], pointer('tree', index), 0, incomplete))
  const isComplete = !(incomplete.everything || incomplete.names.has('ROOT') || incomplete.names.has(''))
  const root: Level = {
    names: [],
    pointer: '',
    childrenPointer: '/tree',
    scorePointer: '/published/total',
    points: exactOf(sheet.fullScore),
    score: exactOf(sheet.published.total),
    children,
    isComplete,
    pointsSum: isComplete ? sumOfPoints(children) : undefined,
    scoreSum: isComplete ? sumOfScores(children) : undefined,
  }
  const rows = children.flatMap(withDescendants)
  return { sheet, root, rows, hasPoints: meaningOfWeights(root, rows) }
}

/** What a row is worth or got: as printed, else the sum of its children; undefined where neither is known. */
export function knownPoints(level: Level): Exact | undefined {
  return level.points ?? level.pointsSum
}

export function knownScore(level: Level): Exact | undefined {
  return level.score ?? level.scoreSum
}

/** A number of the sheet; undefined for null and for more digits than a printed number has (a float's tail). */
export function exactOf(value: number | null | undefined): Exact | undefined {
  return value === null || value === undefined ? undefined : Exact.fromNumber(value)
}

/** The members that add up to the level: a 合计 row among them is a claim, not an addend. */
export function addends(level: Level): readonly RowView[] {
  return level.children.filter((each) => each.role !== 'total')
}

/** 可选项: of such rows only some count, so that nothing can be said about their sum. */
export function isChoice(level: Level): boolean {
  return level.children.some((each) => CHOICE.test(`${each.row.name} ${each.row.standard ?? ''}`))
}

/** "A履职效能", "一、履职效能" and "履职效能指标" are one name. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[（(]?[A-Za-z\d一二三四五六七八九十]{1,2}[)）]?[、.．:：]|^[A-Z](?=\p{Script=Han})/u, '')
    .replace(/(?<=.{2})指标$/u, '')
}

export function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Incomplete {
  readonly names: ReadonlySet<string>
  /** The sheet says that it is partial and not where. */
  readonly everything: boolean
}

function incompleteNames(sheet: ScoreSheet): Incomplete {
  const names = new Set(sheet.partial?.incompleteNodes ?? [])
  const saysPartial = sheet.partial !== undefined || /^(partial|部分|不完整)/i.test(sheet.completeness ?? '')
  return { names, everything: saysPartial && names.size === 0 }
}

function viewRow(
  row: ScoreSheetRow,
  above: readonly string[],
  place: string,
  depth: number,
  incomplete: Incomplete,
): RowView {
  const names = [...above, row.name]
  const children = row.children.map((child, index) =>
    viewRow(child, names, `${place}${pointer('children', index)}`, depth + 1, incomplete),
  )
  const isListed = [row.name, names.join('/'), names.join(' / ')].some((each) => incomplete.names.has(each))
  const isComplete = !(incomplete.everything || isListed)
  const points = exactOf(row.weight)
  const score = exactOf(row.score)
  return {
    row,
    depth,
    role: roleOf(row),
    data: row.data ?? {},
    names,
    pointer: place,
    childrenPointer: `${place}/children`,
    scorePointer: `${place}/score`,
    points,
    score,
    children,
    isComplete,
    pointsSum: isComplete ? sumOfPoints(children) : undefined,
    scoreSum: isComplete ? sumOfScores(children) : undefined,
  }
}

function roleOf(row: ScoreSheetRow): RowRole {
  const name = row.name.replace(/\s+/g, '')
  if (row.children.length === 0 && TOTAL.test(name)) return 'total'
  if (BONUS.test(name)) return 'bonus'
  return DEDUCTION.test(name) ? 'deduction' : 'plain'
}

function sumOfPoints(children: readonly RowView[]): Exact | undefined {
  return sumOfKnown(children.filter((each) => each.role === 'plain').map(knownPoints))
}

function sumOfScores(children: readonly RowView[]): Exact | undefined {
  return sumOfKnown(
    children
      .filter((each) => each.role !== 'total')
      .map((each) => (each.role === 'deduction' ? knownScore(each)?.abs().negated() : knownScore(each))),
  )
}

function sumOfKnown(values: readonly (Exact | undefined)[]): Exact | undefined {
  const known = values.filter((each) => each !== undefined)
  return known.length === 0 || known.length < values.length ? undefined : sum(known)
}

function withDescendants(row: RowView): RowView[] {
  return [row, ...row.children.flatMap(withDescendants)]
}

/**
 * Most tables print points. Some print shares: the children of every branch add up to 100 (or 1) whatever the branch is
 * worth, or the top level adds up to 1 on a full score of 100. Then points cannot be read off the rows, and what rests
 * on them is not checked.
 */
function meaningOfWeights(root: Level, rows: readonly RowView[]): (depth: number) => boolean {
  if (areFractionsOfOne(root) && root.points?.equals(Exact.one) === false) return () => false
  const branches = rows.filter((each) => each.points !== undefined && each.pointsSum !== undefined)
  const differing = branches.filter((each) => !each.points!.equals(each.pointsSum!))
  const isShares = differing.length > 0 && branches.every(addsUpToTheWhole)
  return isShares ? (depth) => depth === 0 : () => true
}

function addsUpToTheWhole(branch: RowView): boolean {
  return branch.pointsSum?.equals(HUNDRED) === true || areFractionsOfOne(branch)
}

/** 0.4 + 0.6, but not a 1 that happens to stand under a wrong 2. */
function areFractionsOfOne(level: Level): boolean {
  const areFractions = level.children.every((each) => knownPoints(each)?.lessThan(Exact.one) === true)
  return level.pointsSum?.equals(Exact.one) === true && areFractions
}

const TOTAL = /^(合计|总计|总分|小计|总得分|总评分|得分合计)$/
const BONUS = /(?<![增参追添])加分(?![类配红流布离支析担公工])|附加分|奖励分/
const DEDUCTION = /扣分|减分(?![类配红流布离支析担])/
const CHOICE = /可选项|择一|任选|二选一|选其一/
const HUNDRED = Exact.integer(100)
