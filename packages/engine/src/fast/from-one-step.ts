import { Step } from './step.ts'
import type { Register } from './value.ts'

/** A step from one register to another. */
export abstract class FromOneStep extends Step {
  constructor(
    protected readonly to: Register,
    protected readonly from: Register,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.from]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }
}
