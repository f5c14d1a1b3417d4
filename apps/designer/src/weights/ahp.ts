/**
 * AHP 层次分析法: weights from pairwise comparisons on Saaty's scale of 1 to 9, as the principal eigenvector of the
 * judgement matrix. It is advice on weights, so plain numbers will do; the points that come of it are exact decimals that
 * add up (`new-points.ts`).
 *
 * Source of scale, method and random indexes: T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill, 1980.
 */

/** How much more one matters than another, as steps of Saaty's scale: 0 is equal, 8 is 9 times, −8 is 1/9. */
export type Step = number

/** Judgements of one expert: for each pair i < j, under the key `i/j`, a step. What is not said is equal. */
export type Judgements = { readonly [pair: string]: Step }

export type Matrix = readonly (readonly number[])[]

/** Pairwise comparison of more members than this asks more than anybody answers, and has no random index. */
export const MOST_MEMBERS = 15

/** Saaty's number for a step: 3 for 2, 1/3 for −2. */
export function ratioOf(step: Step): number {
  return step >= 0 ? step + 1 : 1 / (1 - step)
}

/** The step whose ratio is nearest, as ratios count. */
export function nearestStep(ratio: number): Step {
  let nearest = 0
  for (let step = -8; step <= 8; step++) {
    if (Math.abs(Math.log(ratioOf(step) / ratio)) < Math.abs(Math.log(ratioOf(nearest) / ratio))) nearest = step
  }
  return nearest
}

export function pairKey(one: number, other: number): string {
  return `${one}/${other}`
}

/** The whole matrix: 1 on the diagonal, what is said above it, its reciprocal below. */
export function matrixOf(size: number, judgements: Judgements): Matrix {
  return range(size).map((row) =>
    range(size).map((column) => {
      if (row === column) return 1
      const step = judgements[pairKey(Math.min(row, column), Math.max(row, column))] ?? 0
      return row < column ? ratioOf(step) : 1 / ratioOf(step)
    }),
  )
}

/** Several experts as one: the geometric mean of their judgements, which keeps the reciprocals (Aczél and Saaty, 1983). */
export function joined(matrices: readonly Matrix[]): Matrix {
  const [first] = matrices
  if (first === undefined) return []
  return first.map((row, at) =>
    row.map((_, column) => Math.exp(mean(matrices.map((matrix) => Math.log(matrix[at]![column]!))))),
  )
}

export interface Priorities {
  /** Add up to 1. */
  readonly weights: readonly number[]
  readonly largestEigenvalue: number
  /** CI ÷ RI; 0 for one or two members, which cannot contradict each other. */
  readonly consistencyRatio: number
  /** The judgement that fits the others least; undefined where all fit. */
  readonly worst: WorstJudgement | undefined
}

export interface WorstJudgement {
  readonly row: number
  readonly column: number
  /** What the others together come to for this pair. */
  readonly fitting: number
}

/** Judgements with a ratio above this should be looked at again. */
export const CONSISTENT_BELOW = 0.1

/** RI of random matrices of n members, from n = 1 (Saaty 1980, table for n up to 15). */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]

export function prioritiesOf(matrix: Matrix): Priorities {
  const size = matrix.length
  const weights = principalVector(matrix)
  const largestEigenvalue = mean(
    matrix.map((row, at) => row.reduce((sum, each, column) => sum + each * weights[column]!, 0) / weights[at]!),
  )
  const index = size < 2 ? 0 : (largestEigenvalue - size) / (size - 1)
  const random = RANDOM_INDEX[size - 1] ?? 0
  const consistencyRatio = random === 0 ? 0 : Math.max(0, index / random)
  return { weights, largestEigenvalue, consistencyRatio, worst: worstOf(matrix, weights) }
}

/** By power iteration, which a positive matrix always lets converge. */
function principalVector(matrix: Matrix): number[] {
  let vector = matrix.map(() => 1 / matrix.length)
  for (let round = 0; round < 500; round++) {
    const next = matrix.map((row) => row.reduce((sum, each, column) => sum + each * vector[column]!, 0))
    const whole = next.reduce((sum, each) => sum + each, 0)
    const scaled = next.map((each) => each / whole)
    const change = Math.max(...scaled.map((each, at) => Math.abs(each - vector[at]!)))
    vector = scaled
    if (change < 1e-13) break
  }
  return vector
}

/** Where the judgement and the ratio of the weights are furthest apart, as ratios count. */
function worstOf(matrix: Matrix, weights: readonly number[]): WorstJudgement | undefined {
  let worst: WorstJudgement | undefined
  let most = 1e-6
  for (const row of range(matrix.length)) {
    for (let column = row + 1; column < matrix.length; column++) {
      const fitting = weights[row]! / weights[column]!
      const distance = Math.abs(Math.log(matrix[row]![column]! / fitting))
      if (distance > most) {
        most = distance
        worst = { row, column, fitting }
      }
    }
  }
  return worst
}

const range = (size: number) => Array.from({ length: size }, (_, index) => index)
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
