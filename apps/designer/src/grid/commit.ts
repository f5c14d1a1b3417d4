import {
  type Edit,
  type Indicator,
  indicatorById,
  isBranch,
  type Language,
  type Leaf,
  type Result,
  type Scheme,
  type Scoring,
} from '@yardstick/model'
import { type LeafContext, readScoring } from '@yardstick/wording'
import { issueText } from '../parts/issue-text.tsx'
import type { CellChange } from '../parts/sheet/column.ts'
import { type CellChoice, type CellContext, readCell } from './read-cell.ts'
import type { IndicatorRow } from './rows.ts'

/** What all texts of one gesture come to: edits, what was refused, and what can mean several things. */
export interface Committed {
  readonly edits: readonly Edit[]
  readonly suggests: readonly string[]
  readonly refused: readonly { readonly text: string; readonly why: string }[]
  readonly asked: readonly { readonly ask: string; readonly choices: readonly CellChoice[] }[]
  /** Ids of rows that the edits add below the last one. */
  readonly grown: readonly string[]
}

export function readChanges(
  changes: readonly CellChange<IndicatorRow>[],
  scheme: Scheme,
  rows: readonly IndicatorRow[],
  language: Language,
): Committed {
  const context = cellContext(scheme, rows, language)
  const edits: Edit[] = []
  const suggests: string[] = []
  const refused: { text: string; why: string }[] = []
  const asked: { ask: string; choices: readonly CellChoice[] }[] = []
  for (const { row, column, text } of changes) {
    const reading = readCell(row.node, column, text, context)
    if (reading.kind === 'refuse') refused.push({ text, why: reading.why })
    else if (reading.kind === 'ask') asked.push(reading)
    else {
      edits.push(...reading.edits)
      suggests.push(...(reading.suggests ?? []))
    }
  }
  return { edits: withoutTwice(edits), suggests, refused, asked, grown: [] }
}

/** One row may have got a target and a method at once: what was typed counts, not what is suggested. */
function withoutTwice(edits: readonly Edit[]): Edit[] {
  return edits.filter(
    (edit, index) =>
      edit.type !== 'set-scoring' ||
      !edits.some((other, at) => at > index && other.type === 'set-scoring' && other.id === edit.id),
  )
}

function cellContext(scheme: Scheme, rows: readonly IndicatorRow[], language: Language): CellContext {
  const places = indicatorById(scheme)
  let positions: Map<string, string> | undefined
  let sentences: Map<string, Scoring> | undefined
  return {
    scheme,
    language,
    parentOf: (id) => places.get(id)?.parent,
    positionOf: (id) => {
      positions ??= positionsOf(scheme)
      return positions.get(id)
    },
    scoringBySentence: (text) => {
      sentences ??= new Map(
        rows.flatMap(({ node, standard }): [string, Scoring][] => (isBranch(node) ? [] : [[standard, node.scoring]])),
      )
      return sentences.get(text)
    },
    contextOf: (leaf) => leafContext(leaf, scheme),
    issueText: (issue) => issueText({ ...issue, where: [] }, language),
  }
}

function positionsOf(scheme: Scheme): Map<string, string> {
  const positions = new Map<string, string>()
  const visit = (nodes: readonly Indicator[], prefix: string) => {
    nodes.forEach((node, index) => {
      positions.set(node.id, `${prefix}${index + 1}`)
      if (isBranch(node)) visit(node.children, `${prefix}${index + 1}.`)
    })
  }
  visit(scheme.indicators, '')
  return positions
}

/** What a 评分标准 takes from its row; the value's unit and type are its item's. */
export function leafContext(leaf: Leaf, scheme: Pick<Scheme, 'items' | 'measures' | 'stepCount'>): LeafContext {
  const value = [...scheme.items, ...(scheme.measures ?? [])].find((each) => each.id === leaf.actual)
  return {
    name: leaf.name,
    points: leaf.points,
    target: leaf.target,
    actual: leaf.actual,
    stepCount: scheme.stepCount,
    unit: value?.unit,
    valueType: value?.type,
  }
}

/** A typed 评分标准 as a rule, in either language. */
export function readMethodText(text: string, leaf: Leaf, scheme: Scheme, language: Language): Result<Scoring> {
  const context = leafContext(leaf, scheme)
  const first = readScoring(text.trim(), context, language)
  if (first.ok) return first
  const second = readScoring(text.trim(), context, language === 'zh' ? 'en' : 'zh')
  return second.ok ? second : first
}
