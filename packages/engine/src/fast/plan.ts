import { Exact } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import type { Input } from './input.ts'
import { NumberPool } from './number-pool.ts'
import type { Step } from './step.ts'
import { Texts } from './texts.ts'
import type { Alternative, NumberValue, Register, ScoreValue, TruthValue, Value } from './value.ts'

/**
 * A plan while it is made. Rooms of the fast path add inputs and steps to it and hand each other values; what a name or a
 * formula comes to is made once and shared.
 */
export class Plan {
  inputs: Input[] = []
  steps: Step[] = []
  readonly texts = new Texts()
  readonly numbers = new NumberPool()
  registers = 0
  private isMade = false
  /** Digits in which every node's points and the full score are whole. */
  readonly pointsDigits: number
  /** Items, measures and `evidence:` by name. */
  readonly valueByName = new Map<string, Value>()
  /** Answers of conditions of the `items` stage, by key. */
  readonly truthByKey = new Map<string, TruthValue>()
  /** Points of leaves as their methods left them, clamped (`score:` in phase 3), by id; where somebody reads them. */
  readonly baseById = new Map<string, NumberValue>()
  /** Printed scores, by id. */
  readonly scoreById = new Map<string, ScoreValue>()
  /** Of nodes that hang in alternatives: which, of all branches above them. */
  readonly alternativesById = new Map<string, readonly Alternative[]>()
  /** Parts that always go to the reference, by what they belong to (a leaf's id, a measure's name), with the reason. */
  readonly refusals = new Map<string, string>()

  constructor(readonly compiled: CompiledScheme) {
    const all = [compiled.fullScore, ...compiled.nodes.map((node) => node.points)]
    this.pointsDigits = all.reduce((most, each) => Math.max(most, each.decimalDigits ?? 0), 0)
  }

  /** A register that nobody else has. One that is named after the plan is made would have no room in any memory. */
  register(): Register {
    if (this.isMade) throw new Error('Plan: a register is named after the plan was made')
    return this.registers++
  }

  add<S extends Step>(step: S): S {
    this.steps.push(step)
    return step
  }

  /** It is made: what only its makers look up is let go. */
  finish(): void {
    this.isMade = true
    // Lists that have grown have room to grow further.
    this.inputs = this.inputs.slice()
    this.steps = this.steps.slice()
    this.texts.keep()
    for (const each of [this.valueByName, this.truthByKey, this.baseById, this.scoreById, this.alternativesById]) {
      each.clear()
    }
    const { nodes, measureByName } = this.compiled
    for (const node of nodes) if (node.type === 'leaf') node.method.letGo()
    for (const { formula } of measureByName.values()) if (!('broken' in formula)) formula.letGo()
  }

  /** Points in units of 10^−`pointsDigits`. */
  inPointsUnits(points: Exact): number {
    return Number(points.times(Exact.power10(this.pointsDigits)).numerator)
  }
}
