import type { Scope } from '@yardstick/formula'
import { type Condition, type Issue, isBranch, type Scheme, walk } from '@yardstick/model'
import { type ConditionSet, conditionSet } from '../evaluate/rules.ts'
import type { Place } from './compile-formula.ts'
import { type Stage, stages } from './compiled.ts'
import { asLater, factsAt, type NodeKinds } from './facts.ts'
import { type TypedCondition, typeCondition } from './typed-condition.ts'

/**
 * The conditions a scheme asks, gathered by the stage at which they are asked, so that each stage is one run over all of
 * them. A condition is known by its place in the document.
 */
export class Questions {
  private readonly asked = new Map<Stage, Map<string, TypedCondition>>()
  private kinds: NodeKinds | undefined

  constructor(
    private readonly scheme: Scheme,
    private readonly scope: Scope,
  ) {}

  /** Takes conditions in at one stage; each gives the key of its answer. */
  at(stage: Stage) {
    return (condition: Condition, at: Place, issues: Issue[]): string => {
      const { typed, issues: found } = this.type(condition, stage, at)
      issues.push(...found)
      if (typed !== undefined) {
        const known = this.asked.get(stage) ?? new Map<string, TypedCondition>()
        this.asked.set(stage, known.set(at.pointer, typed))
      }
      return at.pointer
    }
  }

  /** A shared condition is checked where it is used; those that nobody uses are checked for their names alone. */
  checkUnused(issues: Issue[]): void {
    const shared = Object.entries(this.scheme.conditions ?? {})
    if (shared.length === 0) return
    const used = JSON.stringify([this.scheme.indicators, this.scheme.rules, this.scheme.conditions])
    for (const [name, condition] of shared) {
      if (used.includes(JSON.stringify({ condition: name }))) continue
      issues.push(...this.type(condition, 'flag', { pointer: `/conditions/${name}`, where: [name] }).issues)
    }
  }

  sets(): { [S in Stage]?: ConditionSet } {
    return Object.fromEntries(
      stages.flatMap((stage) => {
        const asked = this.asked.get(stage)
        return asked === undefined ? [] : [[stage, conditionSet(asked, this.facts(stage).find)]]
      }),
    )
  }

  /** Many schemes ask nothing; for those the tree need not be walked. */
  private get nodeKinds(): NodeKinds {
    this.kinds ??= new Map(walk(this.scheme).map(({ node }) => [node.id, isBranch(node) ? 'branch' : 'leaf'] as const))
    return this.kinds
  }

  private facts(stage: Stage) {
    return factsAt(stage, this.scheme, this.scope, this.nodeKinds)
  }

  private type(condition: Condition, stage: Stage, at: Place) {
    const { typed, issues } = typeCondition(condition, this.facts(stage), at)
    return { typed, issues: issues.map((each) => asLater(each, this.nodeKinds)) }
  }
}
