import { Exact, sum } from '@yardstick/model'
import type { CompiledNode, CompiledScheme } from '../../compile/compiled.ts'
import { printedDigits } from '../curve/printed.ts'
import { Fill } from '../fill.ts'
import { MISSING, PRESENT, SAFE, UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import { Printer } from '../tree/printer.ts'
import { mostOf, unitsOf } from '../tree/units.ts'
import type { NumberValue, Register, ScoreValue } from '../value.ts'
import { BeforeVetoStep } from './before-veto-step.ts'
import { type Deduction, deduction } from './deduction.ts'
import { type GradeRule, GradeStep } from './grade-step.ts'
import { RulesRead } from './rules-read.ts'
import { ShownStep } from './shown-step.ts'

/**
 * The total and its grade.
 *
 * num    a whole number of units of 10^−digits; its state is PRESENT, NO_SCORE where the total is blocked, UNSURE where the
 *        reference is to say what the whole row is (also where a single node is UNSURE); UNVERIFIED is 暂定
 * grade  an index into the compiled scheme's grades, −1 for none
 * struck how many rules on the total and the grade held
 * lines  1 where more makes up the total than indicators and bonuses: rescaling, deductions, limit, rounding or a veto
 *
 * The last three are to be read only where there is a total.
 */
export interface TotalValue {
  readonly num: Register
  readonly digits: number
  readonly grade: Register
  readonly struck: Register
  readonly lines: Register
}

/**
 * Phases 5 and 6, once all nodes stand in `scoreById`. From then on a node there that hangs in an alternative which was not
 * chosen is NOT_APPLICABLE without a score, and IDLE, as results show it.
 */
export function totalValue(plan: Plan): TotalValue {
  const { compiled } = plan
  const roots = compiled.roots.filter((node) => !node.isBonus)
  const bonuses = compiled.nodes.filter((node) => node.isBonus && !isInsideBonus(node.parent))
  for (const id of plan.alternativesById.keys()) show(plan, id)
  const digits = printedDigits(compiled.rounding.total)
  const to = {
    num: plan.register(),
    digits,
    grade: plan.register(),
    struck: plan.register(),
    lines: plan.register(),
  }
  const before = plan.register()
  const lines = plan.register()
  const read = new RulesRead(plan)
  const deductions = sumUp(plan, [roots, bonuses], { before, lines, read })
  const unit = Exact.one.over(Exact.power10(digits))
  plan.add(
    new GradeStep(
      {
        before,
        lines,
        ...bands(compiled, digits),
        rules: gradeRules(compiled, read, { kind: 'number', num: before, den: undefined, scale: unit }),
        deductions,
        nodes: compiled.nodes.filter(countsByItself).map((node) => plan.scoreById.get(node.node.id)!.num),
      },
      to,
    ),
  )
  return to
}

function isInsideBonus(parent: CompiledNode | null): boolean {
  return parent !== null && (parent.isBonus || isInsideBonus(parent.parent))
}

/**
 * Whether a node says of itself what the total rests on: leaves, and branches that a selector may make 待核. Whether other
 * branches are sure of what they count shows at the top; a bonus may count nowhere, below another one or where there is no
 * top.
 */
function countsByItself(node: CompiledNode): boolean {
  return node.type === 'leaf' || typeof node.node.combine === 'object' || node.isBonus
}

/** From here on the node stands as results show it. */
function show(plan: Plan, id: string): void {
  const score = plan.scoreById.get(id)!
  const num = plan.register()
  plan.add(new ShownStep(score.num, num, plan.alternativesById.get(id)!))
  plan.scoreById.set(id, { num, digits: score.digits, applicable: score.applicable, toSiblings: score.toSiblings })
}

/** The total before vetoes. */
function sumUp(
  plan: Plan,
  [roots, bonuses]: readonly [readonly CompiledNode[], readonly CompiledNode[]],
  { before, lines, read }: { readonly before: Register; readonly lines: Register; readonly read: RulesRead },
): readonly Deduction[] {
  const { compiled } = plan
  const { total } = compiled.rounding
  const [inSum, inBonus] = [roots, bonuses].map((nodes) => nodes.map((node) => plan.scoreById.get(node.node.id)!))
  const digits = printedDigits(total)
  const fine = Math.max(digits, compiled.ceiling.decimalDigits!, ...[...inSum!, ...inBonus!].map((each) => each.digits))
  const printer = Printer.of(total, digits, fine)
  const reach = sum([...roots, ...bonuses].map(mostOf))
  const most = powerAbove(sum([compiled.fullScore, compiled.ceiling, reach]))
  const rules = compiled.rules.flatMap((rule) => {
    const truth = rule.stage === 'total' ? read.truth(rule) : undefined
    return truth === undefined ? [] : [{ rule, truth }]
  })
  const deductions = rules.map(({ rule, truth }) => deduction(plan, rule, truth, { fine, most }))
  const points = sum([compiled.fullScore, ...roots.map((node) => node.points)])
  const largest = Math.max(unitsOf(most, fine) + printer.step, unitsOf(points, plan.pointsDigits))
  if (roots.length === 0 || largest * (MARGIN + deductions.length) >= SAFE) {
    // Without an indicator nothing applies, and there is no total.
    plan.add(new Fill(before, 0, roots.length === 0 ? MISSING : UNSURE))
    plan.add(new Fill(lines, 0, PRESENT))
    return deductions
  }
  const factorOf = (score: ScoreValue) => 10 ** (fine - score.digits)
  const makings = {
    roots: inSum!.map((score, index) => ({
      num: score.num,
      applicable: score.applicable,
      toSiblings: score.toSiblings,
      factor: factorOf(score),
      points: plan.inPointsUnits(roots[index]!.points),
    })),
    bonuses: inBonus!.map((score) => ({ num: score.num, factor: factorOf(score) })),
    deductions,
    full: plan.inPointsUnits(compiled.fullScore),
    ceiling: unitsOf(compiled.ceiling, fine),
    most: unitsOf(most, fine),
    isLimited: !reach.atMost(compiled.ceiling),
    printer,
    width: 10 ** (fine - digits),
  }
  plan.add(new BeforeVetoStep(makings, before, lines))
  return deductions
}

/** Room for what rounding looks at. */
const MARGIN = 4

function powerAbove(value: Exact): Exact {
  let power = Exact.one
  while (power.atMost(value)) power = power.times(TEN)
  return power
}

const TEN = Exact.integer(10)

/** Grade bands as whole bounds on the total. Of several grades of one name the first is meant. */
function bands({ grades }: CompiledScheme, digits: number): { bounds: Float64Array; grades: number[] } {
  const scale = Exact.power10(digits)
  return {
    bounds: Float64Array.from(grades, ({ from }) =>
      from === undefined ? Number.NEGATIVE_INFINITY : Number(from.times(scale).ceiling().numerator),
    ),
    grades: grades.map(({ name }) => rankOf(grades, name)),
  }
}

const rankOf = (grades: CompiledScheme['grades'], name: string) => grades.findIndex((each) => each.name === name)

function gradeRules(compiled: CompiledScheme, read: RulesRead, total: NumberValue): GradeRule[] {
  return compiled.rules.flatMap((rule): GradeRule[] => {
    const { event } = rule.rule
    const truth = rule.stage === 'grade' ? read.truth(rule, total) : undefined
    if (truth === undefined) return []
    const cap = event.type === 'cap-grade' ? rankOf(compiled.grades, event.params.grade) : undefined
    return [{ truth, cap, zeroes: event.type === 'veto' && event.params.total === 'zero' }]
  })
}
