import type { Memory } from '../memory.ts'
import { productSign } from '../products.ts'
import { EDGE, LO, PIECE } from './curve-table.ts'
import { KernelStep } from './kernel-step.ts'

/** A curve of levels: bands, all or nothing. Only the edges are asked. */
export class LevelsStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    const { edges, pieces } = this.table
    const [out, nums] = [memory.values[this.to]!, memory.values[this.num]!]
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    const ends = edges.length
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens === undefined ? 1 : dens[row]!
      let at = LO
      for (let edge = 0; edge < ends; edge += EDGE, at += PIECE) {
        const [upper, lower] = [edges[edge]!, edges[edge + 1]!]
        const [left, right] = [num * lower, upper * den]
        const side = left !== right ? left - right : productSign(num, lower, upper, den)
        if (side < 0 || (side === 0 && edges[edge + 2] === 1)) break
      }
      out[row] = pieces[at]!
    }
    this.takeStates(memory, rows, false)
  }
}
