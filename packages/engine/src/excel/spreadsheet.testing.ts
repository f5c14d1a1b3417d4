/**
 * A spreadsheet small enough to be read: the functions our formulas use, over doubles, as Excel's pages describe them. It
 * shares no code with what writes the formulas. ROUND works on 15 digits, as Excel's and LibreOffice's do.
 */
export type SheetValue = number | string | boolean | null | SheetError
export class SheetError {
  constructor(readonly code: string) {}
}

export class Spreadsheet {
  private readonly known = new Map<string, SheetValue>()

  /** `cellAt` gives the content of a cell: a value, or a formula still to be reckoned; undefined is an empty cell. */
  constructor(private readonly cellAt: (sheet: string, cell: string) => SheetValue | { formula: string } | undefined) {}

  value(sheet: string, cell: string): SheetValue {
    const key = `${sheet}!${cell}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const content = this.cellAt(sheet, cell)
    const isFormula = typeof content === 'object' && content !== null && 'formula' in content
    const value = isFormula ? this.reckon(content.formula, sheet) : (content ?? null)
    this.known.set(key, value)
    return value
  }

  reckon(formula: string, sheet = ''): SheetValue {
    return new Reckoning(formula, (name, cell) => this.value(name ?? sheet, cell)).whole()
  }
}

type Lookup = (sheet: string | undefined, cell: string) => SheetValue
type Argument = { readonly value: SheetValue; readonly isCell: boolean }
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|("(?:[^"]|"")*")|('(?:[^']|'')+'!)?(\$?[A-Z]{1,3}\$?\d+)(?![\w(])|([A-Z]+)(?=\()|(TRUE|FALSE)|(<=|>=|<>|[-+*/^%=<>(),]))/y

class Reckoning {
  private readonly tokens: {
    kind: 'number' | 'text' | 'cell' | 'name' | 'boolean' | 'sign'
    text: string
    sheet?: string
  }[] = []
  private at = 0

  constructor(
    formula: string,
    private readonly lookup: Lookup,
  ) {
    TOKEN.lastIndex = 0
    while (TOKEN.lastIndex < formula.length) {
      const from = TOKEN.lastIndex
      const found = TOKEN.exec(formula)
      if (found === null) throw new Error(`no formula at ${from}: ${formula}`)
      const [, number, text, sheet, cell, name, boolean, sign] = found
      if (number !== undefined) this.tokens.push({ kind: 'number', text: number })
      else if (text !== undefined) this.tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll('""', '"') })
      else if (cell !== undefined)
        this.tokens.push({
          kind: 'cell',
          text: cell.replaceAll('$', ''),
          ...(sheet === undefined ? {} : { sheet: sheet.slice(1, -2).replaceAll("''", "'") }),
        })
      else if (name !== undefined) this.tokens.push({ kind: 'name', text: name })
      else if (boolean !== undefined) this.tokens.push({ kind: 'boolean', text: boolean })
      else this.tokens.push({ kind: 'sign', text: sign! })
    }
  }

  whole(): SheetValue {
    const { value } = this.comparison()
    if (this.at < this.tokens.length) throw new Error(`left over: ${this.tokens[this.at]!.text}`)
    return value
  }

  private takes(...signs: string[]): string | undefined {
    const token = this.tokens[this.at]
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined
    this.at++
    return token.text
  }

  private chain(
    part: () => Argument,
    signs: readonly string[],
    join: (a: SheetValue, sign: string, b: SheetValue) => SheetValue,
  ) {
    let left = part()
    for (let sign = this.takes(...signs); sign !== undefined; sign = this.takes(...signs)) {
      left = { value: join(left.value, sign, part().value), isCell: false }
    }
    return left
  }

  private comparison(): Argument {
    return this.chain(() => this.sum(), ['=', '<>', '<', '>', '<=', '>='], compared)
  }

  private sum(): Argument {
    return this.chain(() => this.product(), ['+', '-'], reckoned)
  }

  private product(): Argument {
    return this.chain(() => this.power(), ['*', '/'], reckoned)
  }

  private power(): Argument {
    return this.chain(() => this.signed(), ['^'], reckoned)
  }

  /** In Excel a sign binds tighter than ^. */
  private signed(): Argument {
    if (this.takes('-') !== undefined) return { value: reckoned(0, '-', this.signed().value), isCell: false }
    let value = this.single()
    while (this.takes('%') !== undefined) value = { value: reckoned(value.value, '/', 100), isCell: false }
    return value
  }

  private single(): Argument {
    const token = this.tokens[this.at++]
    switch (token?.kind) {
      case 'number':
        return { value: Number(token.text), isCell: false }
      case 'text':
        return { value: token.text, isCell: false }
      case 'boolean':
        return { value: token.text === 'TRUE', isCell: false }
      case 'cell':
        return { value: this.lookup(token.sheet, token.text), isCell: true }
      case 'name':
        return { value: this.call(token.text), isCell: false }
      case 'sign':
        if (token.text === '(') {
          const inner = this.comparison()
          if (this.takes(')') === undefined) throw new Error('no )')
          return inner
        }
    }
    throw new Error(`unexpected ${token?.text}`)
  }

  private call(name: string): SheetValue {
    if (this.takes('(') === undefined) throw new Error('no (')
    const given: Argument[] = []
    if (this.takes(')') === undefined) {
      do given.push(this.comparison())
      while (this.takes(',') !== undefined)
      if (this.takes(')') === undefined) throw new Error('no )')
    }
    const call = FUNCTIONS[name]
    if (call === undefined) throw new Error(`no function ${name}`)
    return call(given)
  }
}

function compared(a: SheetValue, sign: string, b: SheetValue): SheetValue {
  if (a instanceof SheetError) return a
  if (b instanceof SheetError) return b
  const order = orderOf(a ?? blankAs(b), b ?? blankAs(a))
  switch (sign) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    default:
      return order >= 0
  }
}

const blankAs = (other: SheetValue) => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0)

/** Numbers come before texts, texts before truth values; letters of either case are equal. */
function orderOf(a: Exclude<SheetValue, SheetError | null>, b: Exclude<SheetValue, SheetError | null>): number {
  const rank = { number: 0, string: 1, boolean: 2 } as const
  const [x, y] = [rank[typeof a as 'number'], rank[typeof b as 'number']]
  if (x !== y) return x - y
  if (typeof a === 'string') return a.toLowerCase().localeCompare(String(b).toLowerCase())
  return Number(a) - Number(b)
}

function numberOf(value: SheetValue): number | SheetError {
  if (value instanceof SheetError) return value
  if (typeof value === 'string') return new SheetError('#VALUE!')
  return Number(value ?? 0)
}

function reckoned(left: SheetValue, sign: string, right: SheetValue): SheetValue {
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a instanceof SheetError) return a
  if (b instanceof SheetError) return b
  switch (sign) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '^':
      return a ** b
    default:
      return b === 0 ? new SheetError('#DIV/0!') : a / b
  }
}

/** Through 15 digits, then by the digits themselves: half away from zero, up (away from zero) or down. */
function rounded(value: number, digits: number, mode: 'half' | 'up' | 'down'): number {
  const [mantissa, exponent] = Math.abs(value).toExponential(14).split('e')
  const all = BigInt(mantissa!.replace('.', ''))
  const drop = 14 - Number(exponent) - digits
  if (drop <= 0) return value
  const unit = 10n ** BigInt(drop)
  const up = mode === 'up' ? unit - 1n : mode === 'half' ? unit / 2n : 0n
  return Math.sign(value) * Number(`${(all + up) / unit}e${-digits}`)
}

const truth = (value: SheetValue): boolean | SheetError => {
  if (value instanceof SheetError) return value
  return typeof value === 'string' ? new SheetError('#VALUE!') : Boolean(value)
}

type Call = (given: readonly Argument[]) => SheetValue

const rounding =
  (mode: 'half' | 'up' | 'down'): Call =>
  (given) => {
    const [value, digits] = given.map((each) => numberOf(each.value))
    if (value instanceof SheetError) return value
    if (digits instanceof SheetError) return digits
    return rounded(value!, digits ?? 0, mode)
  }

/** Cells that hold no numbers are passed over. */
const overNumbers =
  (join: (numbers: readonly number[]) => SheetValue): Call =>
  (given) => {
    const numbers: number[] = []
    for (const { value, isCell } of given) {
      if (isCell && !(value instanceof SheetError) && typeof value !== 'number') continue
      const number = numberOf(value)
      if (number instanceof SheetError) return number
      numbers.push(number)
    }
    return join(numbers)
  }

const joint =
  (isAny: boolean): Call =>
  (given) => {
    const truths = given.map((each) => truth(each.value))
    const error = truths.find((each) => each instanceof SheetError)
    return error ?? (isAny ? truths.includes(true) : !truths.includes(false))
  }

const FUNCTIONS: Readonly<Record<string, Call>> = {
  IF: ([test, yes, no]) => {
    const holds = truth(test!.value)
    if (holds instanceof SheetError) return holds
    return (holds ? yes!.value : (no?.value ?? false)) ?? 0
  },
  AND: joint(false),
  OR: joint(true),
  NOT: ([given]) => {
    const holds = truth(given!.value)
    return holds instanceof SheetError ? holds : !holds
  },
  EXACT: ([a, b]) => {
    const wrong = [a!.value, b!.value].find((each) => each instanceof SheetError)
    return wrong ?? String(a!.value ?? '') === String(b!.value ?? '')
  },
  FIND: ([part, whole]) => {
    const at = String(whole!.value ?? '').indexOf(String(part!.value))
    return at < 0 ? new SheetError('#VALUE!') : at + 1
  },
  REPT: ([text, times]) => {
    const count = numberOf(times!.value)
    if (count instanceof SheetError) return count
    return count < 0 ? new SheetError('#VALUE!') : String(text!.value).repeat(Math.floor(count))
  },
  ISNUMBER: ([given]) => typeof given!.value === 'number',
  NA: () => new SheetError('#N/A'),
  ROUND: rounding('half'),
  ROUNDUP: rounding('up'),
  ROUNDDOWN: rounding('down'),
  ABS: overNumbers(([value]) => Math.abs(value!)),
  MOD: overNumbers(([a, b]) => a! - b! * Math.floor(a! / b!)),
  SUM: overNumbers((numbers) => numbers.reduce((sum, each) => sum + each, 0)),
  AVERAGE: overNumbers((numbers) =>
    numbers.length === 0 ? new SheetError('#DIV/0!') : numbers.reduce((sum, each) => sum + each, 0) / numbers.length,
  ),
  MIN: overNumbers((numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers))),
  MAX: overNumbers((numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers))),
  COUNT: (given) => given.filter(({ value }) => typeof value === 'number').length,
  COUNTA: (given) => given.filter(({ value }) => value !== null).length,
  DATE: overNumbers(([year, month, day]) => Math.round(Date.UTC(year!, month! - 1, day!) / 86_400_000) + 25_569),
}
