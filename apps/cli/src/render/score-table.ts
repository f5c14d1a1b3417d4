import type { Evaluation, IndicatorResult, Language } from '@yardstick/model'
import type { Paint } from '../paint.ts'
import type { Shell } from '../shell.ts'
import { padEnd, plainText, textWidth, wrapText } from '../text-width.ts'
import { NumberColumn } from './numbers.ts'
import { depthOf, type ResultNode, resultTree } from './result-tree.ts'
import { words as wordsOf } from './words.ts'

/**
 * The 评分表 as reports print it: a column for each level of the tree, 分值, 得分, and the reason. A branch stands beside
 * all of its children, once, with its own score under its name. Where the levels would leave no room for the reasons, the
 * tree is indented in one column; where even that leaves none, the reason follows under its row.
 */
export function scoreTable(evaluation: Evaluation, shell: Shell): string[] {
  const { language, paint } = shell
  const roots = resultTree(evaluation)
  const table: Table = { evaluation, words: wordsOf[language], paint, ...layOut(evaluation, roots, shell) }
  const groups = roots.map((root) =>
    table.levels.length === 1 && depthOf(roots) > 1 ? outline(root, table) : block(root, table),
  )
  return [
    heading(table),
    line('━', table),
    ...groups.flatMap((lines, at) => (at === 0 ? lines : [line('─', table), ...lines])),
    line('━', table),
    ...foot(table),
  ]
}

interface Layout {
  readonly width: number
  /** Columns of each level; one where the tree is indented. */
  readonly levels: readonly number[]
  readonly points: NumberColumn
  readonly score: NumberColumn
  /** 0: the reason follows under the row. */
  readonly reasonWidth: number
}

interface Table extends Layout {
  readonly evaluation: Evaluation
  readonly words: (typeof wordsOf)[Language]
  readonly paint: Paint
}

const GAP = '  '
const LEAST_REASON = 28
/** What stands further right has the longer names. */
const MOST_BRANCH = 14
const MOST_LEAF = 20
const MOST_INDENTED = 40

function layOut(evaluation: Evaluation, roots: readonly ResultNode[], { width, language }: Shell): Layout {
  const words = wordsOf[language]
  const { indicators, fullScore, total } = evaluation
  const points = new NumberColumn([...indicators.map((each) => each.points), fullScore], words.points)
  const scores = indicators.map((each) => scoreText(each, words))
  const score = new NumberColumn([...scores, total ?? words.state.missing], words.score)
  const numbers = points.width + score.width + GAP.length * 3
  const fits = (levels: readonly number[]) => width - span(levels, 0) - numbers >= LEAST_REASON
  const depth = depthOf(roots)
  const levels = Array.from({ length: depth }, (_, level) => levelWidth(level, depth, roots, words))
  const common = { width, points, score }
  if (fits(levels)) return { ...common, levels, reasonWidth: width - span(levels, 0) - numbers }
  const indented = Math.min(MOST_INDENTED, indentedWidth(roots, words))
  if (fits([indented])) return { ...common, levels: [indented], reasonWidth: width - indented - numbers }
  return { ...common, levels: [Math.max(width - numbers + GAP.length, 12)], reasonWidth: 0 }
}

function levelWidth(level: number, depth: number, roots: readonly ResultNode[], words: Table['words']): number {
  const isLast = level === depth - 1
  // A leaf above the lowest level takes the columns to its right too.
  const nodes = nodesAt(roots, level).filter((node) => isLast || node.children.length > 0)
  const names = nodes.map(({ result }) => textWidth(nameOf(result, words)))
  const scores = isLast ? [] : nodes.map(({ result }) => textWidth(branchScore(result, words)))
  return Math.max(
    Math.min(Math.max(0, ...names), isLast ? MOST_LEAF : MOST_BRANCH),
    textWidth(levelName(level, words)),
    ...scores,
  )
}

function indentedWidth(nodes: readonly ResultNode[], words: Table['words']): number {
  return Math.max(
    textWidth(words.indicator),
    ...nodes.flatMap(({ result, depth, children }) => [
      depth * 2 + textWidth(nameOf(result, words)),
      indentedWidth(children, words),
    ]),
  )
}

function nodesAt(nodes: readonly ResultNode[], depth: number): ResultNode[] {
  return nodes.flatMap((node) => (node.depth === depth ? [node] : nodesAt(node.children, depth)))
}

/** Columns from a level to the points. */
function span(levels: readonly number[], from: number): number {
  return levels.slice(from).reduce((sum, width) => sum + width + GAP.length, -GAP.length)
}

// Rows

function heading({ levels, points, score, reasonWidth, words, paint, evaluation }: Table): string {
  const isIndented = levels.length < Math.max(...evaluation.indicators.map(({ path }) => path.length))
  const names = levels.map((width, level) => padEnd(isIndented ? words.indicator : levelName(level, words), width))
  const reason = reasonWidth > 0 ? [words.reason] : []
  return paint.bold([...names, points.cell(words.points), score.cell(words.score), ...reason].join(GAP))
}

/** A node with all below it, from its level's column on. */
function block(node: ResultNode, table: Table): string[] {
  const { depth, children, result } = node
  if (children.length === 0) return row(node, '', span(table.levels, depth), table)
  const { words, paint } = table
  const width = table.levels[depth]!
  const names = wrapText(nameOf(result, words), width)
  const left = [
    ...names.map((name) => paint.bold(padEnd(name, width))),
    tinted(result, padEnd(branchScore(result, words), width), table, true),
  ]
  const right = [...children.flatMap((child) => block(child, table)), ...branchReason(result, table, depth + 1)]
  const height = Math.max(left.length, right.length)
  return Array.from({ length: height }, (_, at) => (left[at] ?? padEnd('', width)) + GAP + (right[at] ?? ''))
}

/** How a branch came to its score stands under its children, where it is more than their sum. */
function branchReason(result: IndicatorResult, table: Table, level: number): string[] {
  const { levels, points, score, reasonWidth, paint } = table
  if (isPlainSum(result)) return []
  const before = padEnd('', span(levels, level) + points.width + score.width + GAP.length * 3)
  return wrapText(plainText(result.sentence), reasonWidth).map((each) => before + paint.dim(each))
}

/** A node with all below it, indented. */
function outline(node: ResultNode, table: Table): string[] {
  const own = row(node, '  '.repeat(node.depth), table.levels[0]!, table)
  return [...own, ...node.children.flatMap((child) => outline(child, table))]
}

/** Name, points, score and reason of one node, over as many lines as the longest of them takes. */
function row({ result, children }: ResultNode, indent: string, nameWidth: number, table: Table): string[] {
  const { words, paint, points, score, reasonWidth, width } = table
  const isBranch = children.length > 0
  const names = wrapText(nameOf(result, words), nameWidth - indent.length)
  const reason = isBranch && isPlainSum(result) ? '' : reasonOf(result)
  const beside = reasonWidth > 0 ? wrapText(reason, reasonWidth) : []
  const numbers = points.cell(result.points) + GAP + tinted(result, score.cell(scoreText(result, words)), table)
  const noNumbers = padEnd('', points.width + GAP.length + score.width)
  const lines = Array.from({ length: Math.max(names.length, beside.length) }, (_, at) => {
    const name = padEnd(at < names.length ? indent + names[at] : '', nameWidth)
    return (isBranch ? paint.bold(name) : name) + GAP + (at === 0 ? numbers : noNumbers) + GAP + (beside[at] ?? '')
  })
  if (reasonWidth > 0 || reason === '') return lines
  return [...lines, ...wrapText(reason, width - indent.length - 2).map((each) => paint.dim(`${indent}  ${each}`))]
}

function foot({ evaluation, words, paint, levels, points, score, reasonWidth }: Table): string[] {
  const { fullScore, total, grade, state } = evaluation
  const name = paint.bold(padEnd(words.total, span(levels, 0)))
  const text = score.cell(total === null ? words.state.missing : state === 'provisional' ? `${total}*` : total)
  const painted = total === null ? paint.magenta(text) : paint.bold(text)
  const graded =
    grade === null || reasonWidth === 0 ? '' : `${words.grade}${words.colon}${paint.bold(plainText(grade))}`
  const cells = [name, paint.bold(points.cell(fullScore)), painted, graded].join(GAP)
  return [cells, ...(state === 'provisional' ? [words.provisional] : [])]
}

function line(stroke: string, { width, paint }: Table): string {
  return paint.dim(stroke.repeat(width))
}

// Cells

function levelName(level: number, words: Table['words']): string {
  return words.levels[level] ?? words.level(level + 1)
}

function nameOf(result: IndicatorResult, words: Table['words']): string {
  const name = plainText(result.name)
  return result.kind === 'bonus' ? words.bonus(name) : name
}

function scoreText(result: IndicatorResult, words: Table['words']): string {
  if (result.score === null) return words.state[result.state]
  return result.provisional === true ? `${result.score}*` : result.score
}

function branchScore(result: IndicatorResult, words: Table['words']): string {
  return `${scoreText(result, words)} / ${result.points}`
}

/** Lost points and what has no score stand out; a bonus nobody earned has lost nothing. */
function tinted(result: IndicatorResult, text: string, { paint }: Table, isQuiet = false): string {
  if (result.score === null) return paint.magenta(text)
  if (result.kind !== 'bonus' && result.score !== result.points) return paint.yellow(text)
  return isQuiet ? paint.dim(text) : text
}

function isPlainSum({ trace }: IndicatorResult): boolean {
  if (trace === undefined || !('combine' in trace)) return true
  return trace.combine === 'sum' && trace.redistributed === undefined && trace.limited === undefined
}

/** The sentence without the name that stands in front of it already. */
export function reasonOf({ name, sentence }: Pick<IndicatorResult, 'name' | 'sentence'>): string {
  const text = plainText(sentence)
  const head = `${plainText(name)} `
  return text.startsWith(head) ? text.slice(head.length) : text
}
