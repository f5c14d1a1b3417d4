import { type Formula, printExcel, readsAll } from '@yardstick/formula'
import {
  type ChecklistScoring,
  Exact,
  isJudged,
  type NotApplicablePolicy,
  type RatioScoring,
  type ShareMetScoring,
  type TableScoring,
} from '@yardstick/model'
import type { CompiledLeaf, CompiledRule, CompiledScheme } from '../compile/compiled.ts'
import { policyOf } from '../compile/policy.ts'
import { ratioUnit } from '../compile/ratio-unit.ts'
import { scoreValue } from '../curve/plain-curves.ts'
import { scoreBounds } from '../curve/score-curve.ts'
import { rulesOn } from '../evaluate/events.ts'
import { isZeroWhenMissing } from '../evaluate/finish-leaf.ts'
import { countsSiblings } from '../evaluate/siblings.ts'
import { type ConditionText, conditionText } from './condition-text.ts'
import { curveText, EXCEL_EPOCH, inExcelDays } from './curve-text.ts'
import { clampedText, guardedText, literal, roundedText, sureDigits, timesText } from './number-text.ts'
import { type CellPlacement, placed, Refused, truthIn, truthShown } from './placement.ts'
import { targetCurveText } from './target-curve-text.ts'

/** What the formulas of one sheet are written with. */
export interface Sheet {
  readonly compiled: CompiledScheme
  readonly placement: CellPlacement
  /** Nodes that do not apply in the evaluation that is shown. */
  readonly notApplicable: ReadonlySet<string>
}

/** Points before they are clamped and adjusted, and the cells they wait for. */
interface MethodText {
  readonly text: string
  readonly cells: readonly string[]
  /** One of some fixed numbers or what was typed in: no arithmetic has touched it. */
  readonly isPlain?: true
  /** An empty cell among those it waits for leaves it without a value for sure; a decided condition may not need them all. */
  readonly isSure?: boolean
  /** What is known of its least and most, so that nothing is clamped that cannot go over. */
  readonly bounds?: { readonly worst: Exact | null; readonly best: Exact | null }
}

const PLAIN = { isPlain: true } as const

function rulesOf(leaf: CompiledLeaf, compiled: CompiledScheme): readonly CompiledRule[] {
  return [...rulesOn(leaf, 'items', compiled), ...rulesOn(leaf, 'leaves', compiled)]
}

/** A formula of the scheme over cells; `cells` are those it needs. */
export function formulaText(formula: Formula, { placement, compiled }: Sheet): { text: string; cells: string[] } {
  const text = printExcel(formula, (name) => {
    const cell = placed(placement.item(name))
    return compiled.scope.find(name)?.type === 'boolean' ? truthIn(cell, placement) : cell
  })
  if (text === undefined) throw new Refused('no-equal')
  return { text, cells: formula.names.map((name) => placed(placement.item(name))) }
}

/** Whether it has a value only if all it comes down to has one, also by way of measures. */
function needsEverything(formula: Formula, compiled: CompiledScheme): boolean {
  if (!readsAll(formula)) return false
  return formula.names.every((name) => {
    const measure = compiled.measureByName.get(name)?.formula
    return measure === undefined || (!('broken' in measure) && needsEverything(measure, compiled))
  })
}

/** The actual value of a leaf, as its own cell shows it. */
export function actualText(leaf: CompiledLeaf, sheet: Sheet): string {
  const { actual, broken } = leaf.method
  if (actual === undefined || broken !== undefined) throw new Refused('broken')
  if (sheet.notApplicable.has(leaf.node.id)) throw new Refused('not-applicable')
  const { text, cells } = formulaText(actual, sheet)
  return guardedText(cells, actual.result.type === 'boolean' ? truthShown(text, sheet.placement) : text)
}

/** Phases 1 to 3 for one leaf: method, clamp, what rules give and take, clamp, round. */
export function leafText(leaf: CompiledLeaf, sheet: Sheet): string {
  const { compiled, notApplicable } = sheet
  const { broken, isUndeclared } = leaf.method
  if (broken !== undefined || isUndeclared) throw new Refused('broken')
  if (notApplicable.has(leaf.node.id)) return notApplicableText(leaf, sheet)
  if (leaf.node.weighUnitsBy !== undefined && !isJudged(leaf.node)) throw new Refused('units')
  const method = methodText(leaf, sheet)
  const absent = rulesOn(leaf, 'items', compiled).map((rule) => asked(rule, sheet))
  const { text, cells, isAdjusted } = adjustedText(leaf, clampedText(method.text, leaf.points, method.bounds), sheet)
  const clamped = isAdjusted ? clampedText(text, leaf.points) : text
  const rounded = roundedText(clamped, leaf.rounding, method.isPlain !== true || isAdjusted, leaf.points)
  const applicable = absent.reduce((inner, { text: holds }) => `IF(${holds},"",${inner})`, rounded)
  const waits = [...method.cells, ...cells, ...absent.flatMap((each) => each.cells)]
  // What does not apply and waits for a mean of its group is no missing value.
  const mayWait = policyOf(compiled.scheme, leaf.node) === 'group-mean'
  const isSure = method.isSure === true && rulesOf(leaf, compiled).length === 0 && !mayWait
  const countsZero = isSure && isZeroWhenMissing(leaf, compiled)
  return guardedText(waits, applicable, countsZero ? '0' : '""')
}

function notApplicableText(leaf: CompiledLeaf, { compiled, notApplicable }: Sheet): string {
  const policy: NotApplicablePolicy = policyOf(compiled.scheme, leaf.node)
  // An alternative that was not chosen is not scored, whatever its policy.
  if (policy !== 'full' || isUnderLeftOut(leaf, notApplicable)) throw new Refused('not-applicable')
  return roundedText(literal(leaf.points), leaf.rounding, false, leaf.points)
}

function isUnderLeftOut(leaf: CompiledLeaf, notApplicable: ReadonlySet<string>): boolean {
  for (let node: CompiledLeaf['parent'] | CompiledLeaf = leaf; node !== null; node = node.parent) {
    if (typeof node.parent?.node.combine === 'object' && notApplicable.has(node.node.id)) return true
  }
  return false
}

function methodText(leaf: CompiledLeaf, sheet: Sheet): MethodText {
  const { method, points } = leaf
  const { scoring } = method
  const { placement } = sheet
  switch (scoring.method) {
    case 'ratio':
    case 'steps':
    case 'bands':
    case 'curve':
      return byCurve(leaf, sheet)
    case 'pass': {
      const key = method.conditionKeys.get('pass')
      if (key !== undefined) {
        const { text, cells } = conditionText(key, 'items', sheet)
        return {
          text: `IF(${text},${literal(points)},0)`,
          cells,
          ...PLAIN,
          bounds: { worst: Exact.zero, best: points },
        }
      }
      if (method.curve !== undefined) return byCurve(leaf, sheet)
      const { text, cells, isSure } = valueText(leaf, sheet)
      return {
        text: `IF(${text},${literal(points)},0)`,
        cells,
        isSure,
        ...PLAIN,
        bounds: { worst: Exact.zero, best: points },
      }
    }
    case 'checklist':
      return checklistText(leaf, scoring, sheet)
    case 'levels': {
      const cell = placed(placement.judged(leaf.node.id))
      return { text: timesText(cell, points), cells: [cell], isSure: true }
    }
    case 'judgement': {
      const cell = placed(placement.judged(leaf.node.id))
      return { text: cell, cells: [cell], isSure: true, ...PLAIN, bounds: { worst: Exact.zero, best: points } }
    }
    case 'formula': {
      const { text, cells } = formulaText(method.formula!, sheet)
      const unit = ratioUnit(method.formula!.result)
      const isSure = needsEverything(method.formula!, sheet.compiled)
      return { text: unit.equals(Exact.one) ? text : timesText(`(${text})`, unit), cells, isSure }
    }
    case 'table':
      return tableText(leaf, scoring, sheet)
    case 'share-met':
      return shareText(leaf, scoring, sheet)
    case 'rank':
      throw new Refused('group')
  }
}

/** The leaf's value: its own cell, or its formula in brackets. */
function valueText(
  leaf: CompiledLeaf,
  sheet: Sheet,
): { text: string; cells: readonly string[]; isReckoned: boolean; isSure: boolean } {
  const formula = leaf.method.actual!
  const isItem = formula.root.kind === 'name' && sheet.compiled.itemByName.has(formula.root.name)
  const cell = sheet.placement.actual(leaf.node.id)
  const isSure = needsEverything(formula, sheet.compiled)
  if (cell !== undefined) {
    const text = formula.result.type === 'boolean' ? truthIn(cell, sheet.placement) : cell
    return { text, cells: [cell], isReckoned: !isItem, isSure }
  }
  const { text, cells } = formulaText(formula, sheet)
  return { text: formula.root.kind === 'name' ? text : `(${text})`, cells, isReckoned: !isItem, isSure }
}

function byCurve(leaf: CompiledLeaf, sheet: Sheet): MethodText {
  const { curve, target, actual } = leaf.method
  const { text, cells, isReckoned, isSure } = valueText(leaf, sheet)
  const isDate = actual!.result.type === 'date'
  if (curve === undefined) throw new Refused('broken')
  if (typeof curve !== 'function') {
    const drawn = isDate ? inExcelDays(curve) : curve
    const isStepped = curve.pieces.every((piece) => piece.shape.kind === 'constant')
    return {
      text: curveText(drawn, text, isReckoned),
      cells,
      isSure,
      ...(isStepped ? PLAIN : {}),
      bounds: scoreBounds(curve),
    }
  }
  if (target?.kind !== 'formula') throw new Refused('target')
  const goal = formulaText(target.formula, sheet)
  const goalText = target.formula.root.kind === 'name' ? goal.text : `(${goal.text})`
  const written = targetCurveText(
    (value) => curve({ comparator: target.comparator, value: value.times(target.factor) }),
    { x: text, target: goalText },
    { isDate, full: leaf.points, zeroTarget: (leaf.method.scoring as RatioScoring).zeroTarget ?? 'error' },
  )
  return {
    text: written,
    cells: [...cells, ...goal.cells],
    isSure: isSure && needsEverything(target.formula, sheet.compiled),
  }
}

function checklistText(leaf: CompiledLeaf, { elements }: ChecklistScoring, sheet: Sheet): MethodText {
  const { placement } = sheet
  const met = elements.map((element): ConditionText => {
    if (element.met === 'judged') {
      const cell = placed(placement.judged(leaf.node.id, element.id))
      return { text: truthIn(cell, placement), cells: [cell], isSure: true }
    }
    if ('evidence' in element.met)
      return { text: placed(placement.evidence(element.met.evidence)), cells: [], isSure: true }
    if ('item' in element.met) {
      const cell = placed(placement.item(element.met.item))
      return { text: truthIn(cell, placement), cells: [cell], isSure: true }
    }
    return conditionText(leaf.method.conditionKeys.get(element.id)!, 'items', sheet)
  })
  const parts = elements.map(
    (element, index) => `IF(${met[index]!.text},${literal(scoreValue(element.score, leaf.points))},0)`,
  )
  const gates = met.filter((_, index) => elements[index]!.gate === true).map((each) => each.text)
  const whole = parts.join('+')
  const text =
    gates.length === 0 ? whole : `IF(${gates.length === 1 ? gates[0]! : `AND(${gates.join(',')})`},${whole},0)`
  return { text, cells: met.flatMap((each) => each.cells), isSure: met.every((each) => each.isSure) }
}

function tableText(leaf: CompiledLeaf, { rows, hit, otherwise }: TableScoring, sheet: Sheet): MethodText {
  const cells: string[] = []
  const tests = rows.map((row, index) => {
    const texts = row.when.flatMap((cell, column) => {
      if (cell === null) return []
      const condition = conditionText(leaf.method.conditionKeys.get(`${index}/${column}`)!, 'items', sheet)
      cells.push(...condition.cells)
      return [condition.text]
    })
    return texts.length === 0 ? 'TRUE' : texts.length === 1 ? texts[0]! : `AND(${texts.join(',')})`
  })
  const points = (score: string) => literal(scoreValue(score, leaf.points))
  const none = points(otherwise)
  if (hit === 'sum') {
    const added = tests.map((test, index) => `IF(${test},${points(rows[index]!.score)},0)`).join('+')
    return { text: `IF(OR(${tests.join(',')}),${added},${none})`, cells }
  }
  const first = tests.reduceRight((rest, test, index) => `IF(${test},${points(rows[index]!.score)},${rest})`, none)
  if (hit === 'first' || tests.length < 2) return { text: first, cells, ...PLAIN }
  // Two rows at once are an error under unique.
  const hits = tests.map((test) => `IF(${test},1,0)`).join('+')
  return { text: `IF(${hits}>1,NA(),${first})`, cells, ...PLAIN }
}

/** Siblings that are held against a constant target by their value; what does not apply leaves both sides. */
function shareText(leaf: CompiledLeaf, { of }: ShareMetScoring, sheet: Sheet): MethodText {
  if ('list' in of) throw new Refused('records')
  const { compiled, notApplicable } = sheet
  const nodes = leaf.parent === null ? compiled.roots : leaf.parent.children
  const siblings = nodes.filter(
    (node): node is CompiledLeaf =>
      node.type === 'leaf' &&
      node !== leaf &&
      !node.isBonus &&
      !countsSiblings(node) &&
      !notApplicable.has(node.node.id),
  )
  if (siblings.length === 0) throw new Refused('siblings')
  const tests = siblings.map((sibling) => {
    const { target, actual } = sibling.method
    if (target?.kind !== 'constant' || 'low' in target.resolved || actual === undefined) throw new Refused('siblings')
    // What counts as zero although it has no value would keep the share back.
    if (isZeroWhenMissing(sibling, compiled)) throw new Refused('siblings')
    const { comparator, value } = target.resolved
    const { text, cells, isReckoned } = valueText(sibling, sheet)
    const isDate = actual.result.type === 'date'
    const edge = literal(isDate ? value.plus(EXCEL_EPOCH) : value)
    const firm = isReckoned && !isDate ? `ROUND(${text},${sureDigits(value)})` : text
    // One that has a value and no score is not counted either.
    return {
      test: `IF(${firm}${comparator}${edge},1,0)`,
      cells: [...cells, placed(sheet.placement.score(sibling.node.id))],
    }
  })
  const met = tests.map((each) => each.test).join('+')
  const share = timesText(`(${met})`, leaf.points.over(Exact.integer(siblings.length)))
  return { text: share, cells: tests.flatMap((each) => each.cells), bounds: { worst: Exact.zero, best: leaf.points } }
}

/** Zero wins; else minus all deductions plus all bonuses. */
function adjustedText(
  leaf: CompiledLeaf,
  base: string,
  sheet: Sheet,
): { text: string; cells: readonly string[]; isAdjusted: boolean } {
  const rules = rulesOn(leaf, 'leaves', sheet.compiled)
  const cells: string[] = []
  let text = base
  for (const rule of rules) {
    const condition = asked(rule, sheet)
    cells.push(...condition.cells)
    if (rule.effect === 'zero') continue
    const amount = amountText(rule, sheet)
    cells.push(...amount.cells)
    text += `${rule.effect === 'deduct' ? '-' : '+'}IF(${condition.text},${amount.text},0)`
  }
  const zeros = rules.filter((rule) => rule.effect === 'zero').map((rule) => asked(rule, sheet).text)
  // Times 0 and not 0 itself: what the method cannot compute stays an error.
  if (zeros.length > 0) text = `(${text})*IF(${zeros.length === 1 ? zeros[0]! : `OR(${zeros.join(',')})`},0,1)`
  return { text, cells, isAdjusted: rules.some((rule) => rule.effect !== 'zero') }
}

export function asked({ key, stage }: CompiledRule, sheet: Sheet): ConditionText {
  return conditionText(key, stage, sheet)
}

/** Points of one event, after its own limit; a negative amount is none. */
export function amountText({ amount, limit }: CompiledRule, sheet: Sheet): { text: string; cells: readonly string[] } {
  if (amount === undefined) return { text: '0', cells: [] }
  if ('fixed' in amount)
    return { text: literal(limit === undefined ? amount.fixed : amount.fixed.min(limit)), cells: [] }
  const { text, cells } = formulaText(amount.formula, sheet)
  const unit = ratioUnit(amount.formula.result)
  const points = `MAX(${unit.equals(Exact.one) ? text : timesText(`(${text})`, unit)},0)`
  return { text: limit === undefined ? points : `MIN(${points},${literal(limit)})`, cells }
}
