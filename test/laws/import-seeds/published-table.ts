import { createHash } from 'node:crypto'
import { compile, standardContext } from '@yardstick/engine'
import { writeDocument } from '@yardstick/exchange/write/docx'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { type Indicator, isBranch, type Leaf, type Scheme, walk } from '@yardstick/model'
import { printStandard, printTarget } from '@yardstick/wording'

/**
 * A scheme laid out as bureaus publish theirs: a title, a header row, level cells merged over what belongs to them, a leaf at a
 * higher level reaching over the columns beside it, a row of totals and a note. The author's words where there are any, else
 * the sentences of the rules.
 */
interface Grid {
  readonly rows: readonly (readonly (string | null)[])[]
  readonly merges: readonly { row: number; column: number; rowSpan: number; columnSpan: number }[]
}

export const NOTE = '注：本表按评价方案编制，得分保留两位小数。'

function grid(scheme: Scheme): Grid {
  const depth = Math.max(...walk(scheme).map((place) => place.depth)) + 1
  const levels = ['一级指标', '二级指标', '三级指标', '四级指标'].slice(0, depth)
  const header = [...levels, '分值', '目标值', '计算公式', '评分标准']
  const standardOf = standards(scheme)
  const rows: (string | null)[][] = []
  const merges: Grid['merges'][number][] = []
  const across = (text: string) => {
    merges.push({ row: rows.length, column: 0, rowSpan: 1, columnSpan: header.length })
    rows.push([text, ...header.slice(1).map(() => null)])
  }
  const put = (node: Indicator, level: number) => {
    const row = rows.length
    if (!isBranch(node)) {
      const cells: (string | null)[] = header.map(() => null)
      cells[level] = node.name
      const target = node.target === undefined ? '' : (node.target.written ?? printTarget(node.target, 'zh'))
      cells.splice(depth, 4, node.points, target, formulaOf(node, scheme), standardOf(node))
      rows.push(cells)
      if (level < depth - 1) merges.push({ row, column: level, rowSpan: 1, columnSpan: depth - level })
      return
    }
    for (const child of node.children) put(child, level + 1)
    rows[row]![level] = node.name
    if (rows.length - row > 1) merges.push({ row, column: level, rowSpan: rows.length - row, columnSpan: 1 })
  }
  across(scheme.name)
  rows.push(header)
  for (const node of scheme.indicators) put(node, 0)
  if (depth > 1) merges.push({ row: rows.length, column: 0, rowSpan: 1, columnSpan: depth })
  rows.push(['合计', ...header.slice(1).map((_, index) => (index === depth - 1 ? scheme.fullScore : null))])
  across(NOTE)
  return { rows, merges }
}

function standards(scheme: Scheme): (leaf: Leaf) => string {
  const compiled = compile(scheme, { sha256: (text) => createHash('sha256').update(text).digest('hex') })
  if (!compiled.ok) throw new Error(compiled.issues[0]!.code)
  const contexts = new Map(
    compiled.value.nodes.flatMap((node) =>
      node.type === 'leaf' ? [[node.node.id, standardContext(node, compiled.value)]] : [],
    ),
  )
  return (leaf) => leaf.standard ?? printStandard(leaf.scoring, contexts.get(leaf.id)!, 'zh')
}

/** As people write it, where the standard does not have it already. */
function formulaOf({ actual, standard }: Leaf, { measures = [] }: Scheme): string {
  const measure = measures.find(({ id }) => id === actual)
  if (measure === undefined || standard?.includes('=') === true || standard?.includes('＝') === true) return ''
  const formula = measure.formula.replaceAll(' / ', '÷').replaceAll(' - ', '－').replaceAll(' + ', '＋')
  return `${measure.id}＝${measure.type === 'rate' ? `${formula}×100%` : formula}`
}

const widths = (count: number) => Array.from({ length: count }, (_, index) => (index === count - 1 ? 50 : 14))

export function seedWorkbook(scheme: Scheme): Promise<Uint8Array> {
  const { rows, merges } = grid(scheme)
  const look = (row: number) => (row === 0 ? ('title' as const) : row === 1 ? ('header' as const) : ('text' as const))
  const cells = rows.map((row, index) =>
    row.map((text) => (text === null || text === '' ? null : { content: { text }, look: look(index) })),
  )
  const frozen = { rows: 2, columns: 0 }
  const sheet = { name: '指标表', columns: widths(rows[0]!.length), rows: cells, merges, frozen, marked: [] }
  return writeWorkbook({ title: scheme.name, language: 'zh', sheets: [sheet] })
}

export function seedDocument(scheme: Scheme): Promise<Uint8Array> {
  const { rows, merges } = grid(scheme)
  const covered = new Set(
    merges.flatMap(({ row, column, rowSpan, columnSpan }) =>
      Array.from(
        { length: rowSpan * columnSpan },
        (_, index) => `${row + Math.floor(index / columnSpan)} ${column + (index % columnSpan)}`,
      ).slice(1),
    ),
  )
  const cells = rows.map((row, at) =>
    row.map((text, column) =>
      covered.has(`${at} ${column}`)
        ? null
        : { content: { text: text ?? '' }, look: at === 1 ? ('header' as const) : ('text' as const) },
    ),
  )
  const table = { columns: widths(rows[0]!.length), rows: cells, merges, headerRows: 2 }
  const blocks = [
    { kind: 'paragraph' as const, text: '附件' },
    { kind: 'table' as const, table },
  ]
  return writeDocument({
    title: scheme.name,
    language: 'zh',
    foot: [],
    parts: [{ shape: 'landscape', blocks }],
    toFill: [],
  })
}
