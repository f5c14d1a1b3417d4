import type { CompiledLeaf, CompiledScheme, Shortfalls } from '@yardstick/engine'
import {
  type BranchTrace,
  type Evaluation,
  Exact,
  type IndicatorResult,
  type InputTrace,
  type Language,
  type LeafTrace,
} from '@yardstick/model'
import { showValue } from '@yardstick/wording'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { labelled } from './list.ts'
import { readable } from './numbers.ts'
import { words as wordsOf } from './words.ts'

/** What every score rests on: data with their layer and source, the formula with values, the piece that hit, the steps. */
export function traceReport(
  evaluation: Evaluation,
  compiled: CompiledScheme,
  { changes }: Shortfalls,
  shell: Shell,
): string[] {
  const { language, width, paint } = shell
  const words = wordsOf[language]
  const sections = evaluation.indicators.map((result) => {
    const node = compiled.nodeById.get(result.id)
    const score = result.score ?? words.state[result.state]
    const title = `${plainText(result.path.join(' / '))}  ${score} / ${result.points}`
    const rows = node?.type === 'leaf' ? leafRows(result, node, language) : branchRows(result, language)
    const needed = changes
      .filter(({ indicator }) => indicator === result.id)
      .map(({ sentence }): Row => [words.trace.change, plainText(sentence)])
    return [paint.bold(title), ...labelled([...rows, ...needed], width, '  ')]
  })
  return [paint.bold(words.trace.title), ...sections.flatMap((lines) => ['', ...lines])]
}

type Row = readonly [label: string, text: string]

function branchRows(result: IndicatorResult, language: Language): Row[] {
  return [[wordsOf[language].trace.sentence, plainText(result.sentence)]]
}

function leafRows(result: IndicatorResult, leaf: CompiledLeaf, language: Language): Row[] {
  const { trace: words, colon } = wordsOf[language]
  const trace = leafTraceOf(result.trace)
  const own = leaf.node.standard
  const row = (label: string, text: string | undefined): Row[] => (text === undefined ? [] : [[label, plainText(text)]])
  return [
    ...row(words.standard, result.standard),
    ...row(words.own, own === result.standard ? undefined : own),
    ...row(words.basis, result.basis),
    ...row(words.target, trace?.shownTarget),
    ...(trace?.inputs ?? []).map((input): Row => [words.input, plainText(inputText(input, language))]),
    ...row(words.formula, formulaText(trace)),
    ...row(words.completion, trace?.completion === undefined ? undefined : rate(trace.completion, language)),
    ...row(words.piece, pieceText(trace, leaf, language)),
    ...row(words.steps, stepsText(trace, leaf, language)),
    ...(trace?.parts ?? []).map((part): Row => [words.parts, plainText(partText(part, language))]),
    ...row(words.group, groupText(trace, leaf, language)),
    ...row(words.method, trace?.method === undefined ? undefined : words.pointsOf(readable(trace.method))),
    ...(result.events ?? []).map(({ effect, points, reason }): Row => {
      const done = words.effect[effect](points === undefined ? '' : readable(points))
      return [words.event, plainText(`${done}${colon}${reason}`)]
    }),
    ...row(words.sentence, result.sentence),
    ...row(words.address, result.address),
  ]
}

function leafTraceOf(trace: LeafTrace | BranchTrace | undefined): LeafTrace | undefined {
  return trace !== undefined && 'inputs' in trace ? trace : undefined
}

function inputText(input: InputTrace, language: Language): string {
  const { trace: words, state, comma, bracket } = wordsOf[language]
  const layer = input.layer === undefined ? undefined : words.layer[input.layer]
  const about = [
    ...(layer === undefined ? [] : [input.who === undefined ? layer : `${layer} ${input.who}`]),
    ...(input.when === undefined ? [] : [input.when]),
    ...(input.source === undefined ? [] : [words.source(input.source)]),
  ].join(comma)
  const below = (input.below ?? []).map((each) => words.below(each.shown, words.layer[each.layer]))
  const units = (input.units ?? []).map(({ unit, shown }) => `${unit} ${shown}`)
  return [
    `${input.name} = ${input.shown ?? state[input.state]}${about === '' ? '' : bracket(about)}`,
    ...units,
    ...below,
    ...(input.why === undefined ? [] : [words.why(input.why)]),
  ].join(language === 'zh' ? '；' : '; ')
}

/** A formula that is one name says nothing beside the data. */
function formulaText(trace: LeafTrace | undefined): string | undefined {
  const formula = trace?.formula
  const isName = trace?.inputs.some(({ name }) => formula?.text === name || formula?.text === `[${name}]`)
  return formula === undefined || isName === true ? undefined : formula.withValues
}

function pieceText(trace: LeafTrace | undefined, leaf: CompiledLeaf, language: Language): string | undefined {
  const piece = trace?.piece
  if (piece === undefined) return undefined
  const { trace: words } = wordsOf[language]
  const left =
    piece.from === undefined ? '(−∞' : `${piece.includesFrom ? '[' : '('}${shown(piece.from, leaf, language)}`
  const right = piece.to === undefined ? '+∞)' : `${shown(piece.to, leaf, language)}${piece.includesTo ? ']' : ')'}`
  return words.pieceOf(piece.index + 1, piece.count, words.shape[piece.shape], `${left}, ${right}`)
}

function stepsText(trace: LeafTrace | undefined, leaf: CompiledLeaf, language: Language): string | undefined {
  const steps = trace?.steps
  if (steps === undefined) return undefined
  return wordsOf[language].trace.stepsTaken(
    steps.side,
    shown(steps.edge, leaf, language),
    deviationText(steps.deviation, leaf, language),
    steps.size,
    readable(steps.steps),
    readable(steps.each),
    readable(steps.deducted),
  )
}

/** The distance between two rates is in percentage points. */
function deviationText(exact: string, leaf: CompiledLeaf, language: Language): string {
  const text = shown(exact, leaf, language)
  return text.endsWith('%') ? wordsOf[language].trace.percentagePoints(text.slice(0, -1)) : text
}

function partText(part: NonNullable<LeafTrace['parts']>[number], language: Language): string {
  const { trace: words, comma } = wordsOf[language]
  const mark = part.met === undefined || part.met === null ? '' : part.met ? '√ ' : '× '
  const points = part.points === undefined ? [] : [words.pointsOf(readable(part.points))]
  return mark + [part.label, ...(part.note === undefined ? [] : [part.note]), ...points].join(comma)
}

function groupText(trace: LeafTrace | undefined, leaf: CompiledLeaf, language: Language): string | undefined {
  const group = trace?.group
  if (group === undefined) return undefined
  const { trace: words, comma } = wordsOf[language]
  return [
    words.groupOf(group.size, group.place),
    ...(group.mean === undefined ? [] : [words.mean(shown(group.mean, leaf, language))]),
    ...(group.best === undefined ? [] : [words.best(shown(group.best, leaf, language))]),
  ].join(comma)
}

/** A value of the leaf's own kind: a rate as a percentage, a quantity with its unit. */
function shown(exact: string, { method }: CompiledLeaf, language: Language): string {
  const value = Exact.fromText(exact)
  return value === undefined ? exact : showValue(value, method.shown, language)
}

function rate(exact: string, language: Language): string {
  const value = Exact.fromText(exact)
  return value === undefined ? exact : showValue(value, { type: 'rate' }, language)
}
