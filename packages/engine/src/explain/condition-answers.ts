import {
  CivilDate,
  type Condition,
  Exact,
  type GroupFacts,
  type Issue,
  type Language,
  type Reading,
  type Submission,
  sum,
  unitOf,
} from '@yardstick/model'
import { showDate, showValue } from '@yardstick/wording'
import type { CompiledScheme, Stage } from '../compile/compiled.ts'
import { asLater, factsAt } from '../compile/facts.ts'
import { type FactInfo, type TypedCondition, typeCondition } from '../compile/typed-condition.ts'
import { ask } from '../evaluate/asking.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { conditionSet, type Truth } from '../evaluate/rules.ts'
import type { Run } from '../evaluate/run.ts'
import { scoreLeaves } from '../evaluate/score-leaves.ts'
import { scoreTree } from '../evaluate/score-tree.ts'
import { gradeFact, scoreTotal, totalFacts } from '../evaluate/total.ts'

/** What one part of a condition comes to for one submission. */
export interface ConditionAnswer {
  /** JSON Pointer into the condition; "" is the whole. */
  readonly pointer: string
  /** Null where the part cannot be asked: `issue` says why. */
  readonly truth: Truth | null
  /** Of a comparison: the state of the value it asks about, and the value as a person reads it. */
  readonly state?: Reading['state']
  readonly shown?: string
  readonly issue?: Issue
}

/** A condition, and the stage whose values it reads. */
export interface AskedCondition {
  readonly condition: Condition
  readonly stage: Stage
}

/**
 * Each part of each condition by itself, asked with three values of one submission: what an author sees beside the lines
 * while writing them. The conditions need not be in the scheme.
 */
export async function conditionAnswers(
  compiled: CompiledScheme,
  submission: Submission,
  asked: readonly AskedCondition[],
  { language, group }: { readonly language: Language; readonly group?: GroupFacts | undefined },
): Promise<ConditionAnswer[][]> {
  const readerAt = readers({ compiled, submission, inputs: new Inputs(compiled, submission), group })
  const answers: ConditionAnswer[][] = []
  for (const { condition, stage } of asked) {
    answers.push(await answersOf(condition, factsOf(compiled, stage), await readerAt(stage), language, compiled))
  }
  return answers
}

type Read = (fact: string) => Reading

async function answersOf(
  condition: Condition,
  { context, nodeKinds }: ReturnType<typeof factsOf>,
  read: Read,
  language: Language,
  compiled: CompiledScheme,
): Promise<ConditionAnswer[]> {
  const parts = partsOf(condition, '').map(({ part, pointer }) => {
    const { typed, issues } = typeCondition(part, context, { pointer, where: [] })
    return { part, pointer, typed, issue: issues[0] && asLater(issues[0], nodeKinds) }
  })
  const whole = new Map(parts.flatMap(({ pointer, typed }) => (typed === undefined ? [] : [[pointer, typed] as const])))
  const truths = await conditionSet(whole, context.find).ask(read)
  return parts.map(({ part, pointer, typed, issue }) => {
    if (typed === undefined) return { pointer, truth: null, ...(issue === undefined ? {} : { issue }) }
    const truth = truths.get(pointer) ?? 'unknown'
    if (!('fact' in part)) return { pointer, truth }
    const reading = read(part.fact)
    const shown = showReading(reading, part.fact, context.find(part.fact)!, edgesOf(typed), language, compiled)
    return { pointer, truth, state: reading.state, ...(shown === undefined ? {} : { shown }) }
  })
}

function partsOf(part: Condition, pointer: string): { part: Condition; pointer: string }[] {
  const own = { part, pointer }
  if ('not' in part) return [own, ...partsOf(part.not, `${pointer}/not`)]
  const [key, members] = 'all' in part ? ['all', part.all] : 'any' in part ? ['any', part.any] : ['', []]
  return [own, ...members.flatMap((each, index) => partsOf(each, `${pointer}/${key}/${index}`))]
}

function factsOf(compiled: CompiledScheme, stage: Stage) {
  const nodeKinds = new Map(compiled.nodes.map((node) => [node.node.id, node.type] as const))
  return { context: factsAt(stage, compiled.scheme, compiled.scope, nodeKinds), nodeKinds }
}

/** The values at the start of each stage; the phases before it are run once, when they are needed. */
function readers(run: Run): (stage: Stage) => Promise<Read> {
  const { compiled, inputs } = run
  const once = <T>(make: () => T) => {
    let made: T | undefined
    return () => {
      made ??= make()
      return made
    }
  }
  const ofLeaves = once(() => ask(scoreLeaves(run)))
  const ofTree = once(async () => {
    const { results, truths } = await ofLeaves()
    return scoreTree(compiled, inputs, results, truths)
  })
  const ofTotal = once(async () => ask(scoreTotal(run, await ofTree())))
  return async (stage) => {
    if (stage === 'items') return inputs.read
    if (stage === 'leaves') return (await ofLeaves()).read
    const read = totalFacts(run, await ofTree())
    if (stage === 'total') return read
    const { state, total, grade, lines } = await ofTotal()
    // A veto strikes after the grade is asked for: before it, the total is what all other lines come to.
    const printed =
      stage === 'flag' ? total : sum(lines.filter(({ line }) => line !== 'veto').map((each) => each.amount))
    const ofResult: ReadonlyMap<string, Reading> = new Map([
      [
        'total',
        state === 'blocked' || printed === null
          ? { state: 'missing', names: ['total'] }
          : { state: 'present', value: printed },
      ],
      ['grade', gradeFact(grade)],
    ])
    return (fact) => ofResult.get(fact) ?? read(fact)
  }
}

/** Numbers that the value is compared with, in its own unit: it must show on its side of them. */
function edgesOf(typed: TypedCondition): readonly Exact[] {
  if (!('fact' in typed) || !('literals' in typed.value)) return []
  return typed.value.literals.filter((each) => each instanceof Exact)
}

function showReading(
  reading: Reading,
  fact: string,
  info: FactInfo,
  edges: readonly Exact[],
  language: Language,
  compiled: CompiledScheme,
): string | undefined {
  if (reading.state !== 'present') return undefined
  const { value } = reading
  if (value instanceof Exact) {
    const factor = info.unit === undefined || info.type === 'rate' ? Exact.one : unitOf(info.unit).factor
    const form = { type: info.type, unit: info.unit, digits: compiled.scope.find(fact)?.digits }
    return showValue(
      value,
      form,
      language,
      edges.map((edge) => edge.over(factor)),
    )
  }
  if (value instanceof CivilDate) return showDate(value, language)
  if (typeof value === 'boolean') return TRUTHS[language][value ? 0 : 1]
  return typeof value === 'string' ? value : undefined
}

const TRUTHS = { zh: ['是', '否'], en: ['yes', 'no'] } as const
