import { Exact } from '@yardstick/model'
import type { CompiledRule } from '../../compile/compiled.ts'
import { conditionValue } from '../condition/condition-value.ts'
import { namedValue } from '../names.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register, Value } from '../value.ts'
import { PrintedStep } from './printed-step.ts'

/** What rules on the total and the grade read: items, measures, and the printed scores and rates of every node. */
export class RulesRead {
  private readonly printedById = new Map<string, Register>()

  constructor(private readonly plan: Plan) {}

  /**
   * The answer of a rule's condition; undefined where it has none, and so never holds.
   *
   * total  the printed total, where rules may read it
   */
  truth({ stage, key }: CompiledRule, total?: NumberValue): Register | undefined {
    const typed = this.plan.compiled.conditions[stage]?.conditions.get(key)
    if (typed === undefined) return undefined
    const valueOfFact = (fact: string) => (fact === 'total' && total !== undefined ? total : this.fact(fact))
    return conditionValue(this.plan, typed, valueOfFact).num
  }

  private fact(fact: string): Value {
    const [, kind, id = ''] = /^(score|rate):(.+)$/u.exec(fact) ?? []
    const node = kind === undefined ? undefined : this.plan.compiled.nodeById.get(id)
    if (node === undefined) return namedValue(this.plan, fact)!
    const { digits } = this.plan.scoreById.get(id)!
    const unit = Exact.one.over(Exact.power10(digits))
    const scale = kind === 'score' || node.points.sign === 0 ? unit : unit.over(node.points)
    return { kind: 'number', num: this.printed(id), den: undefined, scale }
  }

  private printed(id: string): Register {
    let register = this.printedById.get(id)
    if (register === undefined) {
      register = this.plan.register()
      this.plan.add(new PrintedStep(this.plan.scoreById.get(id)!.num, register))
      this.printedById.set(id, register)
    }
    return register
  }
}
