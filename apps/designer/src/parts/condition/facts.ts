import type { Stage } from '@yardstick/engine'
import {
  conversion,
  digitsOf,
  type Item,
  type ItemType,
  isBranch,
  type Language,
  type Measure,
  type Scheme,
  walk,
} from '@yardstick/model'
import { factWords } from './words.ts'

/** Something a condition can ask about, as its pickers show it. */
export interface Fact {
  /** As the condition writes it: a name, `evidence:<item>`, `score:<indicator>`, `total` … */
  readonly name: string
  /** As a person reads it: 得分：培训人次. */
  readonly label: string
  /** What tells it apart: the item's longer name, the branch an indicator stands under. */
  readonly note?: string | undefined
  readonly group: FactGroup
  readonly type: Exclude<ItemType, 'list'>
  readonly unit?: string | undefined
  readonly choices?: readonly string[] | undefined
  /** Digits after the point that its values have, of a rate those of the ratio; where nothing is known, as the type has. */
  readonly digits?: number | undefined
  readonly range?: Item['range'] | undefined
}

export type FactGroup = 'items' | 'measures' | 'evidence' | 'result' | 'scores' | 'rates'

const STAGES: readonly Stage[] = ['items', 'leaves', 'total', 'grade', 'flag']

/**
 * What can be asked at a stage (`design.md` 7): items, measures and evidence always; scores of leaves in rules on leaves;
 * those of branches too in rules on the total; then the total, then the grade.
 */
export function factsOf(
  scheme: Pick<Scheme, 'items' | 'measures' | 'indicators' | 'grades'>,
  stage: Stage,
  language: Language,
): Fact[] {
  const w = factWords[language]
  const reached = (since: Stage) => STAGES.indexOf(since) <= STAGES.indexOf(stage)
  const facts: Fact[] = [
    ...scheme.items.flatMap((item) => nameFact(item, 'items')),
    ...(scheme.measures ?? []).flatMap((measure) => nameFact(measure, 'measures')),
    ...scheme.items
      .filter((item) => item.evidence !== undefined)
      .map((item): Fact => {
        const note = item.evidence === item.id ? undefined : item.evidence
        return { name: `evidence:${item.id}`, label: w.evidence(item.id), note, group: 'evidence', type: 'boolean' }
      }),
  ]
  if (reached('grade')) facts.push({ name: 'total', label: w.total, group: 'result', type: 'number' })
  if (reached('flag')) {
    const choices = (scheme.grades ?? []).map((grade) => grade.name)
    facts.push({ name: 'grade', label: w.grade, group: 'result', type: 'choice', choices })
  }
  if (!reached('leaves')) return facts
  const nodes = walk(scheme).filter(({ node }) => reached('total') || !isBranch(node))
  for (const [group, kind, type] of [
    ['scores', 'score', 'number'],
    ['rates', 'rate', 'rate'],
  ] as const) {
    for (const { node, path } of nodes) {
      const note = path.slice(0, -1).join(' / ') || undefined
      facts.push({ name: `${kind}:${node.id}`, label: w[kind](node.name), note, group, type })
    }
  }
  return facts
}

function nameFact(of: Item | Measure, group: FactGroup): Fact[] {
  if (of.type === 'list') return []
  const note = of.label === of.id ? undefined : of.label
  const choices = 'choices' in of ? of.choices : undefined
  const range = 'range' in of ? of.range : undefined
  const digits = digitsOf(of)
  return [{ name: of.id, label: of.id, note, group, type: of.type, unit: of.unit, choices, digits, range }]
}

/** Whether two facts can be compared with each other: of one family, in units that convert. */
export function canCompare(one: Fact, other: Fact): boolean {
  return one.name !== other.name && family(one) === family(other) && conversion(one.unit, other.unit) !== undefined
}

const NUMBERS: readonly string[] = ['number', 'money', 'rate', 'count']

export function isNumeric(fact: Pick<Fact, 'type'>): boolean {
  return NUMBERS.includes(fact.type)
}

function family({ type }: Fact): string {
  return isNumeric({ type }) ? 'number' : type === 'choice' ? 'text' : type
}

/** By the name a condition writes; built once for a list of facts. */
export function factByName(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  let found = maps.get(facts)
  if (found === undefined) {
    found = new Map(facts.map((fact) => [fact.name, fact]))
    maps.set(facts, found)
  }
  return found
}

const maps = new WeakMap<readonly Fact[], ReadonlyMap<string, Fact>>()
