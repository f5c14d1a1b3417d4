import { type OperandRole, roleOf, typeOfName, withoutActual } from './formula-names.ts'
import type { FormulaToken } from './formula-tokens.ts'
import type { Source } from './source.ts'
import type { Statement } from './statement.ts'

/** What is known beside a written formula. */
export interface FormulaContext {
  /** The leaf's name. */
  readonly name?: string | undefined
  /** Whether it has a target that is a number. */
  readonly hasTarget?: boolean | undefined
  /** Its points: 10-（…） in a row of 10 points is the score itself. */
  readonly points?: string | undefined
}

/** The statement with its places. */
export type WrittenFormula = Extract<Statement, { kind: 'formula' }>

export type FormulaOperand = WrittenFormula['operands'][number]

/** What the names of a formula mean beside its row and in its text; `own` is the name it defines. */
export function namingOf(
  source: Source,
  tokens: readonly FormulaToken[],
  isScore: boolean,
  own: string | undefined,
  context: FormulaContext,
): Naming {
  const measures = isScore ? onlyNameIn(source, own) : []
  return {
    isScore,
    measures,
    self: [context.name ?? [], measures, isScore ? ownRate(source, tokens, measures, context.name) : []].flat(),
    name: context.name,
    figures: isScore ? pairOfRow(tokens, context) : undefined,
  }
}

/** 得分=实际支出率×分值: the one rate that points are reckoned from is the value of the row, whatever it is called. */
function ownRate(
  source: Source,
  tokens: readonly FormulaToken[],
  measures: readonly string[],
  own: string | undefined,
): string[] {
  const names = tokens.flatMap(({ kind, from, to }) => (kind === 'name' ? [source.folded.slice(from, to)] : []))
  const others = [...new Set(names)].filter((name) => roleOf(name, SCORE) === 'item')
  const [only] = others
  // 完成率×5+及时率×5: beside the row's own value it is another one; and so it is beside what the text defines.
  const isBeside = names.some((name) => name !== only && (name === own || roleOf(name, SCORE) === 'self'))
  const isOther = measures.length > 0 && !measures.some((name) => name.endsWith(only ?? name) || only?.endsWith(name))
  if (isBeside || isOther) return []
  return others.length === 1 && names.length <= 3 && typeOfName(only!) === 'rate' ? [only!] : []
}

/** The name of the one other formula of the text, which 得分 may reckon with. */
function onlyNameIn(source: Source, own: string | undefined): string[] {
  const names = [...source.folded.matchAll(/(?:^|[,;。:\n(])([\p{L}“”"]{2,30})=(?!\d)/gu)].map((found) => found[1]!)
  const others = [...new Set(names)].filter((name) => name !== own && !SCORE_NAME.test(name))
  return others.length === 1 ? others : []
}

/** What names mean in this formula. */
export interface Naming {
  readonly isScore: boolean
  /** Names that are the value of the row. */
  readonly self: readonly string[]
  /** Of these, what the text defines. */
  readonly measures: readonly string[]
  readonly name: string | undefined
  readonly figures: ReadonlyMap<string, OperandRole> | undefined
}

export type NameToken = FormulaToken & { readonly kind: 'name' }

/** What one name of the formula is; undefined for a letter that nothing explains. */
export function operandOf(source: Source, token: NameToken, context: Naming): FormulaOperand | undefined {
  const span = { from: token.from, to: token.to }
  const isLetter = /^[a-zA-Z]\d?$/.test(token.text)
  const meaning = isLetter ? meaningOf(source, token.text.toLowerCase()) : undefined
  const table =
    isLetter && meaning === undefined && context.isScore ? TABLE_LETTERS[token.text.toLowerCase()] : undefined
  if (isLetter && meaning === undefined && table === undefined) return undefined
  const name = meaning ?? table?.name ?? cleanName(token.text)
  const role =
    table?.role ?? context.figures?.get(name) ?? roleOf(name.replaceAll('（', '(').replaceAll('）', ')'), context)
  if (role !== 'item') return { name: OWN[role] ?? selfName(name, context), role, span }
  const type = typeOfName(name)
  const unit = token.unit === undefined ? undefined : source.written(token.to - unitLength(source, token), token.to)
  return {
    name,
    role,
    type,
    ...(unit === undefined || unit === ''
      ? {}
      : { unit: unit.replace(/^[（([]\s*(?:单位\s*[:：为]?)?\s*|\s*[）)\]]$/g, '') }),
    span,
  }
}

/** How the row's own figures are called in the formula, whatever the text calls them. */
const OWN: { readonly [R in OperandRole]?: string } = { points: '分值', target: '目标值', actual: '实际值' }

/** 年度指标值(A), 实际完成值(B) are the columns of the national form; somebody says yes to them. */
const TABLE_LETTERS: Readonly<Record<string, { name: string; role: OperandRole }>> = {
  a: { name: '目标值', role: 'target' },
  b: { name: '实际值', role: 'actual' },
}

/** Whether it leans on the columns of the form (A), (B). */
export function isByTableLetters(operands: readonly FormulaOperand[]): boolean {
  return operands.some(({ role, span }) => (role === 'target' || role === 'actual') && span.to - span.from === 1)
}

/** The measure of the text that defines it, else the row. */
function selfName(name: string, { measures, name: own }: Naming): string {
  return measures.find((each) => withoutActual(each) === withoutActual(name)) ?? own ?? name
}

/**
 * 10-（目标天数-实际天数）×0.5 in a row with a target: the two are its target and what was reached. Without one they are
 * figures to be entered.
 */
function pairOfRow(
  tokens: readonly FormulaToken[],
  { hasTarget }: FormulaContext,
): ReadonlyMap<string, OperandRole> | undefined {
  const names = tokens.flatMap((token) => (token.kind === 'name' ? [cleanName(token.text)] : []))
  if (hasTarget !== true) {
    // 实际完成÷计划完成: two figures, and neither is the value of the row.
    const isPlanned = names.some((name) => /^(?:计划|目标|任务|应|预算)/u.test(name) && roleOf(name, SCORE) === 'item')
    return isPlanned
      ? new Map(names.filter((name) => roleOf(name, SCORE) === 'actual').map((name) => [name, 'item']))
      : undefined
  }
  const figures = [...new Set(names)].filter((name) => roleOf(name, SCORE) === 'item')
  const [one, other] = figures
  if (figures.length !== 2 || one === undefined || other === undefined) return undefined
  const target = figures.find((name) => /^(?:年度|年初)?(?:目标|计划|控制|预期|任务|指标)/u.test(name))
  const actual = figures.find((name) => /^(?:年度|全年)?(?:实际|完成)/u.test(name))
  if (target === undefined || actual === undefined || target === actual) return undefined
  return new Map([
    [target, 'target'],
    [actual, 'actual'],
  ])
}

function unitLength(source: Source, token: NameToken): number {
  const open = source.folded.slice(token.from, token.to).search(/[([{][^([{]*$/)
  return open < 0 ? 0 : token.to - token.from - open
}

/** 其中：A为年初预算数 and 实际完成值(B) say what a letter stands for. */
function meaningOf(source: Source, letter: string): string | undefined {
  const { folded } = source
  const behind = new RegExp(`([\\p{L}“”]{2,30})\\(${letter}\\)`, 'u').exec(folded)
  if (behind !== null) return cleanName(source.written(behind.index, behind.index + behind[1]!.length))
  const said = new RegExp(
    `(?:^|[,;。:、\\n(]|其中:?)(${letter}(?:,?(?:为|是|指|表示|代表|即)|:|=|-+))([\\p{L}“”][\\p{L}\\d“”()]{1,40}?)(?=[,;。、\\n)]|$)`,
    'u',
  ).exec(folded)
  if (said === null) return undefined
  const from = said.index + said[0].length - said[2]!.length
  return cleanName(source.written(from, from + said[2]!.length))
}

/** Names are kept as they are written, without the blanks and line ends of the cell, and with quotes of one kind. */
export function cleanName(words: string): string {
  return words
    .replace(/\s+/g, '')
    .replace(/["＂“”]([^"＂“”]*)["＂“”]/g, '“$1”')
    .replace(/^的/, '')
}

/** Names of what a row gives: 得分, 该项得分, 资金到位率得分. */
export const SCORE_NAME =
  /^(?:该|本|此|各|单|实际|最终|评价|自评|考核|指标|三级)?(?:项|指标)?(?:实际|最终|评价|自评|考核|应)?(?:得分|评分|计分|得分值|实得分|分数)$|得分$/u

export const SCORE = { isScore: true } as const
