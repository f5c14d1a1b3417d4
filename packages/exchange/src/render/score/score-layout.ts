import { type Indicator, isBranch, isJudged, isLeaf, type Leaf, leaves, type Scheme } from '@yardstick/model'
import { sheetReference } from '../workbook.ts'
import { scoreWords } from './score-words.ts'

/**
 * Where things stand in the score workbook. It follows from the scheme alone, so that the formulas can be written for it
 * before there is anything to put into the cells.
 */
export interface ScoreLayout {
  readonly language: 'zh' | 'en'
  /** How many level columns there are. */
  readonly depth: number
  /** On the sheet of scores, from the first row below the header. */
  readonly lines: readonly ScoreLine[]
  /** On the sheet of data. */
  readonly data: readonly DataLine[]
  readonly columns: {
    readonly points: number
    readonly target: number
    readonly standard: number
    readonly actual: number
    readonly score: number
    readonly recomputed: number
    readonly difference: number
    readonly remark: number
  }
  readonly placement: Placement
}

/** As the engine's `cellFormulas` takes it. */
export interface Placement {
  readonly item: (name: string) => string | undefined
  readonly evidence: (item: string) => string | undefined
  readonly judged: (leaf: string, element?: string) => string | undefined
  readonly actual: (leaf: string) => string | undefined
  readonly score: (node: string) => string | undefined
  readonly truth: { readonly yes: string; readonly no: string }
}

/** A leaf, or the subtotal that ends a branch; `rows` are those its level cell reaches over. */
export interface ScoreLine {
  readonly node: Indicator
  /** 0 at the top. */
  readonly level: number
  readonly row: number
  /** Of a branch: the first row of what is below it. */
  readonly firstRow: number
}

export type DataLine = { readonly row: number } & (
  | { readonly kind: 'item' | 'measure'; readonly name: string }
  | { readonly kind: 'judged'; readonly leaf: Leaf; readonly element?: string; readonly text: string }
)

/** Title, about, header. */
export const HEAD_ROWS = 3
export const DATA_COLUMNS = { kind: 0, name: 1, value: 2, unit: 3, state: 4, evidence: 5, source: 6 } as const

export function layOutScores(scheme: Scheme, language: 'zh' | 'en'): ScoreLayout {
  const words = scoreWords[language]
  const lines: ScoreLine[] = []
  let depth = 1
  const add = (node: Indicator, level: number): void => {
    depth = Math.max(depth, level + 1)
    const firstRow = HEAD_ROWS + lines.length
    if (isBranch(node)) for (const child of node.children) add(child, level + 1)
    lines.push({ node, level, row: HEAD_ROWS + lines.length, firstRow })
  }
  for (const node of scheme.indicators) add(node, 0)
  const data = dataLines(scheme)
  const at = depth
  const columns = {
    points: at,
    target: at + 1,
    standard: at + 2,
    actual: at + 3,
    score: at + 4,
    recomputed: at + 5,
    difference: at + 6,
    remark: at + 7,
  }
  const rowById = new Map(lines.map((line) => [line.node.id, line.row]))
  const isLeafById = new Map(lines.map((line) => [line.node.id, isLeaf(line.node) && line.node.actual !== undefined]))
  const rowByKey = new Map(data.map((line) => [keyOf(line), line.row]))
  const dataCell = (key: string, column: number) => {
    const row = rowByKey.get(key)
    return row === undefined ? undefined : sheetReference(words.data, row, column)
  }
  const scoreCell = (id: string, column: number) => {
    const row = rowById.get(id)
    return row === undefined ? undefined : sheetReference(words.scores, row, column)
  }
  const placement: Placement = {
    item: (name) => dataCell(`item ${name}`, DATA_COLUMNS.value) ?? dataCell(`measure ${name}`, DATA_COLUMNS.value),
    evidence: (item) => {
      const cell = dataCell(`item ${item}`, DATA_COLUMNS.evidence)
      return cell && `(${cell}="${words.attached}")`
    },
    judged: (leaf, element) => dataCell(`judged ${leaf} ${element ?? ''}`, DATA_COLUMNS.value),
    actual: (leaf) => (isLeafById.get(leaf) === true ? scoreCell(leaf, columns.actual) : undefined),
    score: (node) => scoreCell(node, columns.recomputed),
    truth: { yes: words.yes, no: words.no },
  }
  return { language, depth, lines, data, columns, placement }
}

function dataLines(scheme: Scheme): DataLine[] {
  const lines: DataLine[] = []
  const row = () => HEAD_ROWS + lines.length
  for (const { id } of scheme.items) lines.push({ row: row(), kind: 'item', name: id })
  for (const { id } of scheme.measures ?? []) lines.push({ row: row(), kind: 'measure', name: id })
  for (const { node: leaf } of leaves(scheme)) {
    if (!isJudged(leaf)) continue
    if (leaf.scoring.method !== 'checklist') lines.push({ row: row(), kind: 'judged', leaf, text: leaf.name })
    else {
      for (const { id, text, met } of leaf.scoring.elements) {
        if (met === 'judged')
          lines.push({ row: row(), kind: 'judged', leaf, element: id, text: `${leaf.name}：${text}` })
      }
    }
  }
  return lines
}

function keyOf(line: DataLine): string {
  return line.kind === 'judged' ? `judged ${line.leaf.id} ${line.element ?? ''}` : `${line.kind} ${line.name}`
}
