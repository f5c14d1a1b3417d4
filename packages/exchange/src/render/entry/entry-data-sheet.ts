import type { Item, Leaf, Place } from '@yardstick/model'
import type { Block, CellRule, WorkbookCell, WorkbookSheet } from '../workbook.ts'
import { block, cell, itemNotes, lastValue, reportedLayer, textCell, valueContent, valueRule } from './entry-cells.ts'
import { type EntryGroup, entryGroups } from './entry-groups.ts'
import type { EntryContext } from './entry-workbook-input.ts'
import { HEADING_KEY, ITEMS_MARK, nameOf } from './entry-workbook-keys.ts'
import type { EntryWords } from './entry-workbook-words.ts'

/**
 * 数据填报: the items by indicator, one a row. The first column is hidden and holds the stable key; a heading stands above
 * each indicator of the first level, and the indicator's own cell reaches over its items.
 */
export function dataSheet(context: EntryContext): WorkbookSheet {
  const { words, scheme, subject, period } = context
  const rows: (WorkbookCell | null)[][] = []
  const merges: Block[] = [block(0, 1, 1, WIDTH - 1), block(1, 1, 1, WIDTH - 1)]
  const rules: CellRule[] = []
  rows.push([null, textCell(words.dataHeading(scheme.name), 'title')])
  rows.push([null, textCell(words.about(whoOf(subject), period, scheme.version), 'plain')])
  rows.push([textCell(ITEMS_MARK, 'header'), ...COLUMNS.map((column) => textCell(words.columns[column], 'header'))])
  let top = ''
  for (const group of entryGroups(scheme)) {
    const { leaf } = group
    const heading = leaf?.path[0] ?? words.noIndicator
    if (heading !== top && (leaf === undefined || leaf.depth > 0)) {
      merges.push(block(rows.length, 1, 1, WIDTH - 1))
      rows.push([textCell(HEADING_KEY, 'aside'), textCell(heading, 'section')])
    }
    top = heading
    if (group.items.length > 1) merges.push(block(rows.length, 1, group.items.length))
    addItems(group, context, rows, rules)
  }
  return {
    name: words.data,
    columns: [6, 24, 26, 8, 17, 10, 22, 15, 14, 36],
    rows,
    merges,
    frozen: { rows: 3, columns: 3 },
    marked: [],
    hiddenColumns: [0],
    isLocked: true,
    rules,
  }
}

const COLUMNS = ['indicator', 'item', 'unit', 'value', 'state', 'why', 'last', 'by', 'note'] as const
const WIDTH = COLUMNS.length + 1
/** Behind the hidden key. */
const [VALUE, STATE] = [COLUMNS.indexOf('value') + 1, COLUMNS.indexOf('state') + 1]

function addItems(
  { leaf, items }: EntryGroup,
  context: EntryContext,
  rows: (WorkbookCell | null)[][],
  rules: CellRule[],
): void {
  const { words } = context
  items.forEach((item, index) => {
    const row = rows.length
    const name = index === 0 ? textCell(leaf === undefined ? words.noIndicator : leafName(leaf, words), 'text') : null
    rows.push([textCell(item.id, 'aside'), name, ...itemCells(item, context)])
    const rule = item.type === 'list' ? undefined : valueRule(item, block(row, VALUE), context)
    if (rule !== undefined) rules.push(rule)
    const { present, missing, 'to-be-verified': verifying, 'not-applicable': none } = words.states
    const states = [present, verifying, missing, ...(item.mayBeNotApplicable === true ? [none] : [])]
    const message = words.messages.state
    rules.push({ block: block(row, STATE), allows: { choices: states }, message, isStrict: true })
  })
}

function itemCells(item: Item, { words, present, last, sheetByList }: EntryContext): WorkbookCell[] {
  const layer = reportedLayer(present, item.id)
  const before = lastValue(last, item.id)
  const count = Array.isArray(before) ? words.records(before.length) : undefined
  const isList = item.type === 'list'
  const value = isList
    ? textCell(words.listIn(sheetByList.get(item.id) ?? ''), 'aside')
    : cell(valueContent(item, layer?.value, words), 'input')
  const state = layer?.state === undefined || layer.state === 'present' ? '' : words.states[layer.state]
  return [
    textCell(nameOf(item), 'text'),
    textCell(item.type === 'rate' ? '%' : (item.unit ?? ''), 'aside'),
    value,
    cell(state === '' ? { blank: 'text' } : { text: state }, 'input'),
    cell(layer?.why === undefined ? { blank: 'text' } : { text: layer.why }, 'input'),
    count === undefined ? shownLast(item, before, words) : textCell(count, 'aside'),
    textCell(item.filledBy ?? '', 'aside'),
    textCell(notesOf(item, present, words), 'text'),
  ]
}

/** With its units, where they are filled in and the item itself is not. */
function notesOf(item: Item, present: EntryContext['present'], words: EntryWords): string {
  const units = (present?.units ?? []).filter((unit) => reportedLayer(unit, item.id) !== undefined)
  const isOfUnits = units.length > 0 && reportedLayer(present, item.id) === undefined
  const notes = [isOfUnits ? words.ofUnits(units.length) : '', itemNotes(item, words)]
  return notes.filter((text) => text !== '').join(words.notes.semicolon)
}

function shownLast(item: Item, before: ReturnType<typeof lastValue>, words: EntryWords): WorkbookCell {
  if (before === undefined || before === null || item.type === 'list') return textCell('', 'aside')
  const isFigure = item.type !== 'text' && item.type !== 'choice' && item.type !== 'boolean'
  return cell(valueContent(item, before, words), isFigure ? 'figure' : 'text')
}

/** Below its first level, which stands above. */
function leafName({ node, path, depth }: Place<Leaf>, words: EntryWords): string {
  const below = depth === 0 ? path : path.slice(1)
  return words.withPoints(below.join(' / '), node.points)
}

/** Who is evaluated, from the large to the small. */
export function whoOf({ department, unit, project }: EntryContext['subject']): string {
  return [department, unit, project].filter((each) => each !== undefined).join(' / ')
}
