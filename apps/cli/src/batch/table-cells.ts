import { type FastScheme, type Input, lane } from '@yardstick/engine'
import { RATIO, type TableColumn, type TableHeads } from '@yardstick/exchange/submission-table'
import { conversion, Exact, type Item, type Leaf } from '@yardstick/model'

/**
 * What the bytes of a column's cells become in the registers of the fast path. A cell that is written in another way than
 * these say makes its row an odd one, which is read as a submission: what is here is what nobody can take for anything else.
 */
export type CellPlan =
  /** Not read. */
  | { readonly kind: 'idle' }
  /** Only an empty one is plain. */
  | { readonly kind: 'odd' }
  | NumberCell
  /** `blank`: the state that an empty cell has. */
  | { readonly kind: 'truth'; readonly num: number; readonly blank: number }
  | { readonly kind: 'date'; readonly num: number }
  | { readonly kind: 'text'; readonly num: number; readonly choices: ReadonlySet<string> | undefined }
  /** One element of a checklist: a bit of the leaf's register. */
  | { readonly kind: 'element'; readonly group: number; readonly bit: number }
  /** All judged elements of a checklist in one cell, 1101. */
  | { readonly kind: 'bits'; readonly num: number; readonly count: number }
  | { readonly kind: 'level'; readonly num: number; readonly unitsByLevel: ReadonlyMap<string, number> }

/** A whole number of 10^−digits, or what is judged in points. */
export interface NumberCell {
  readonly kind: 'number'
  readonly num: number
  readonly den: number | undefined
  readonly digits: number
  /** What the unit in the head multiplies by, as a power of ten. */
  readonly shift: number
  readonly min: number
  readonly max: number
  /** `always`: the head says that figures are percent; `sign`: each needs its own sign. */
  readonly percent: 'never' | 'always' | 'sign' | 'may'
}

export interface TableCells {
  /** By column. */
  readonly cells: readonly CellPlan[]
  /** Checklists whose elements stand in columns: their register, and the bits there are. */
  readonly groups: readonly { readonly num: number; readonly all: number }[]
  /** Registers that no column fills, with the state that they have in every row. */
  readonly rest: readonly { readonly num: number; readonly den: number | undefined; readonly state: number }[]
}

export function tableCells(fast: FastScheme, { columns }: TableHeads): TableCells {
  const inputByKey = new Map(fast.inputs.map((input) => [inputKey(input), input]))
  const groups: { num: number; all: number }[] = []
  const groupByLeaf = new Map<string, number>()
  const filled = new Set<Input>()
  const cells = columns.map((column): CellPlan => {
    if (column === undefined) return IDLE
    const input = inputByKey.get(columnInput(column) ?? '')
    if (input === undefined) return isIdle(column) ? IDLE : unread(column)
    filled.add(input)
    if (input.kind === 'item') return itemCell(column, input.num, input.digits)
    if (input.kind === 'evidence') return { kind: 'truth', num: input.num, blank: lane.PRESENT }
    if (column.kind === 'points') return pointsCell(column.leaf, input)
    if (column.kind === 'level') return levelCell(column.leaf, input)
    if (column.kind === 'elements') return bitsCell(column.leaf, input.num, columns)
    if (column.kind !== 'element') return ODD
    const bit = judgedElements(column.leaf).indexOf(column.element)
    let group = groupByLeaf.get(column.leaf.id)
    if (group === undefined) {
      group = groups.push({ num: input.num, all: 2 ** judgedElements(column.leaf).length - 1 }) - 1
      groupByLeaf.set(column.leaf.id, group)
    }
    return bit > MOST_BITS ? ODD : { kind: 'element', group, bit: 2 ** bit }
  })
  const rest = fast.inputs
    .filter((input) => !filled.has(input) || isLeftAlone(input, columns))
    .map((input) => ({
      num: input.num,
      den: input.kind === 'entry' ? input.den : undefined,
      state: stateWithout(input),
    }))
  return { cells, groups, rest }
}

/** A register holds whole numbers of up to 53 bits; masks are put together of 32. */
const MOST_BITS = 30
const IDLE: CellPlan = { kind: 'idle' }
const ODD: CellPlan = { kind: 'odd' }

function inputKey(input: Input): string {
  if (input.kind === 'item') return `item ${input.item.id}`
  return input.kind === 'evidence' ? `evidence ${input.item}` : `entry ${input.leaf.node.id}`
}

function columnInput(column: TableColumn): string | undefined {
  switch (column.kind) {
    case 'item':
      return `item ${column.item.id}`
    case 'evidence':
      return `evidence ${column.item}`
    case 'element':
    case 'elements':
    case 'points':
    case 'level':
    case 'share':
    case 'computed':
      return `entry ${column.leaf.id}`
    default:
      return undefined
  }
}

/** Whose it is and of when, and reasons, which change no score. */
function isIdle({ kind }: TableColumn): boolean {
  return ['subject', 'attribute', 'period', 'item-why', 'leaf-why', 'evidence'].includes(kind)
}

/** Of something that nothing reads: still checked where that is quick. */
function unread(column: TableColumn): CellPlan {
  if (column.kind === 'item' && isQuantity(column.item)) return itemCell(column, NOWHERE, DIGITS_UNREAD)
  return ODD
}

/** In place of a register. */
export const NOWHERE = -1
const DIGITS_UNREAD = 6

/** Columns that only hold what is said seldom leave the register as it is without them. */
function isLeftAlone(input: Input, columns: TableHeads['columns']): boolean {
  if (input.kind !== 'entry') return false
  const own = columns.filter(
    (column) => column !== undefined && 'leaf' in column && column.leaf.id === input.leaf.node.id,
  )
  return own.every((column) => !['points', 'level', 'element', 'elements'].includes(column!.kind))
}

function stateWithout(input: Input): number {
  if (input.kind === 'evidence') return lane.PRESENT
  return input.kind === 'entry' && input.form === 'state' ? lane.PRESENT : lane.MISSING
}

const isQuantity = ({ type }: Item) => type === 'number' || type === 'money' || type === 'count' || type === 'rate'

function itemCell(column: TableColumn, num: number, digits: number): CellPlan {
  if (column.kind !== 'item') return ODD
  const { item, beside } = column
  if (isQuantity(item)) return quantityCell(item, beside, num, digits)
  if (item.type === 'boolean') return { kind: 'truth', num, blank: lane.MISSING }
  if (item.type === 'date') return { kind: 'date', num }
  if (item.type === 'text') return { kind: 'text', num, choices: undefined }
  return item.type === 'choice' && item.choices !== undefined
    ? { kind: 'text', num, choices: new Set(item.choices) }
    : ODD
}

function quantityCell(item: Item, beside: string | undefined, num: number, digits: number): CellPlan {
  const isRate = item.type === 'rate'
  const shift = isRate ? 0 : shiftOf(conversion(beside, item.unit))
  if (shift === undefined || (isRate && beside === '‰')) return ODD
  const unit = Exact.power10(digits)
  const { min, max } = item.range ?? {}
  const least = min === undefined ? undefined : Number(Exact.of(min).times(unit).ceiling().toText())
  const most = max === undefined ? undefined : Number(Exact.of(max).times(unit).floor().toText())
  const percent = !isRate ? 'never' : beside === '%' ? 'always' : beside === RATIO ? 'may' : 'sign'
  return {
    ...{ kind: 'number', num, den: undefined, digits, shift, percent },
    min: Math.max(least ?? -lane.SAFE, item.type === 'count' ? 0 : -lane.SAFE),
    max: Math.min(most ?? lane.SAFE, lane.SAFE),
  }
}

/** The power of ten that a factor is; undefined for any other factor. */
function shiftOf(factor: Exact | undefined): number | undefined {
  if (factor === undefined) return undefined
  for (let exponent = -12; exponent <= 12; exponent++) if (factor.equals(Exact.power10(exponent))) return exponent
  return undefined
}

function pointsCell(leaf: Leaf, input: Input): CellPlan {
  if (input.kind !== 'entry' || input.form !== 'points') return ODD
  const max = Number(Exact.of(leaf.points).times(Exact.power10(input.digits)).floor().toText())
  const { num, den, digits } = input
  return { kind: 'number', num, den, digits, shift: 0, min: 0, max, percent: 'never' }
}

/** Levels of a fixed share by name; those with a range have a number beside them. */
function levelCell({ scoring }: Leaf, input: Input): CellPlan {
  if (input.kind !== 'entry' || input.form !== 'share' || scoring.method !== 'levels') return ODD
  const unitsByLevel = new Map<string, number>()
  for (const { name, share } of scoring.levels) {
    const units = share === undefined ? undefined : Exact.of(share).times(Exact.power10(input.digits))
    if (units?.isWhole === true && !unitsByLevel.has(name)) unitsByLevel.set(name, Number(units.toText()))
  }
  return { kind: 'level', num: input.num, unitsByLevel }
}

/** Where single elements have columns too, both are to be read together. */
function bitsCell(leaf: Leaf, num: number, columns: TableHeads['columns']): CellPlan {
  const count = judgedElements(leaf).length
  const isAlone = columns.every((column) => column?.kind !== 'element' || column.leaf.id !== leaf.id)
  return isAlone && count <= MOST_BITS ? { kind: 'bits', num, count } : ODD
}

function judgedElements({ scoring }: Leaf): string[] {
  if (scoring.method !== 'checklist') return []
  return scoring.elements.filter(({ met }) => met === 'judged').map(({ id }) => id)
}
