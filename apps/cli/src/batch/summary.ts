import { type Evaluation, Exact, type Issue, type Language } from '@yardstick/model'
import type { Given } from '../command.ts'
import { plainText } from '../text-width.ts'
import type { Counts, Figures } from './job.ts'

/** What became of the lines of a batch. */
export interface Summary extends Counts {
  /** Mean of the totals there are, to 2 digits. */
  readonly mean: string | null
  /** Best first, as the scheme lists them. */
  readonly grades: { readonly [name: string]: number }
  /** Scores of leaves, where they came by the fast path, and those that it left to the reference. */
  readonly fast?: { readonly leaves: number; readonly byReference: number }
}

/** Counts as the rows come, and adds up what others counted. */
export class Tally {
  #submissions = 0
  readonly #states = { final: 0, provisional: 0, blocked: 0 }
  readonly #grades: number[]
  #refused = 0
  #errors = 0
  #warnings = 0
  #sum = Exact.zero
  #leaves = 0
  #byReference = 0

  constructor(readonly gradeNames: readonly string[]) {
    this.#grades = gradeNames.map(() => 0)
  }

  add({ state, grade, total, findings }: Evaluation): void {
    this.count(state, grade === null ? -1 : this.gradeNames.indexOf(grade))
    if (total !== null) this.#sum = this.#sum.plus(Exact.of(total))
    this.find(findings)
  }

  /** One that was scored, without its total; `grade` is its place among the names, −1 for none. */
  count(state: Evaluation['state'], grade: number): void {
    this.#submissions++
    this.#states[state]++
    if (grade >= 0) this.#grades[grade]!++
  }

  /** Totals that were added up elsewhere. */
  total(sum: Exact): void {
    this.#sum = this.#sum.plus(sum)
  }

  find(findings: readonly Pick<Issue, 'severity'>[]): void {
    for (const { severity } of findings) {
      if (severity === 'error') this.#errors++
      else if (severity === 'warning') this.#warnings++
    }
  }

  refuse(): void {
    this.#submissions++
    this.#refused++
  }

  /** Scores of leaves that the fast path was asked for, and how many of them the reference gave. */
  share(leaves: number, byReference: number): void {
    this.#leaves += leaves
    this.#byReference += byReference
  }

  merge({ grades, sum, ...counts }: Figures): void {
    this.#submissions += counts.submissions
    this.#states.final += counts.final
    this.#states.provisional += counts.provisional
    this.#states.blocked += counts.blocked
    this.#refused += counts.refused
    this.#errors += counts.errors
    this.#warnings += counts.warnings
    this.#sum = this.#sum.plus(Exact.fromText(sum) ?? Exact.zero)
    this.share(counts.leaves, counts.byReference)
    grades.forEach((count, at) => {
      this.#grades[at]! += count
    })
  }

  get submissions(): number {
    return this.#submissions
  }

  get figures(): Figures {
    return {
      submissions: this.#submissions,
      ...this.#states,
      refused: this.#refused,
      errors: this.#errors,
      warnings: this.#warnings,
      sum: this.#sum.toText(),
      grades: [...this.#grades],
      leaves: this.#leaves,
      byReference: this.#byReference,
    }
  }

  get summary(): Summary {
    const { sum: _, grades, leaves, byReference, ...counts } = this.figures
    const scored = this.#states.final + this.#states.provisional
    return {
      ...counts,
      mean: scored === 0 ? null : this.#sum.over(Exact.integer(scored)).round(2).toText(),
      grades: Object.fromEntries(this.gradeNames.map((name, at) => [name, grades[at]!])),
      ...(leaves === 0 ? {} : { fast: { leaves, byReference } }),
    }
  }
}

export function summaryExitCode({ blocked, refused, errors, warnings }: Summary, given: Given): 0 | 1 {
  return blocked + refused + errors > 0 || (given.flags.has('strict') && warnings > 0) ? 1 : 0
}

export function summaryLines(summary: Summary, out: string, seconds: number, language: Language): string[] {
  const { submissions, final, provisional, blocked, refused, mean, grades, fast } = summary
  const left = fast?.byReference ?? 0
  const share = fast === undefined ? '' : `${((100 * left) / fast.leaves).toFixed(1)}%`
  const graded = Object.entries(grades).map(([name, count]) => `${plainText(name)} ${count}`)
  const took = seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds))
  const counted = (count: number, words: string) => (count === 0 ? [] : [words])
  if (language === 'zh') {
    const states = [
      ...counted(final, `已定 ${final}`),
      ...counted(provisional, `暂定 ${provisional}`),
      ...counted(blocked, `暂无总分 ${blocked}`),
      ...counted(refused, `不是填报数据 ${refused}`),
    ]
    return [
      `${submissions} 份，用时 ${took} 秒：${states.join('，')}`,
      ...(mean === null ? [] : [`平均 ${mean} 分${graded.length === 0 ? '' : `；等级：${graded.join('，')}`}`]),
      ...counted(left, `快速计分拿不准的 ${left} 个指标得分（${share}）由逐项精确计算给出`),
      `已写入 ${plainText(out)}`,
    ]
  }
  const states = [
    ...counted(final, `${final} final`),
    ...counted(provisional, `${provisional} provisional`),
    ...counted(blocked, `${blocked} without a total`),
    ...counted(refused, `${refused} that are no submission`),
  ]
  return [
    `${submissions} submissions in ${took} s: ${states.join(', ')}`,
    ...(mean === null ? [] : [`mean ${mean}${graded.length === 0 ? '' : `; grades: ${graded.join(', ')}`}`]),
    ...counted(left, `${left} scores of leaves (${share}) that the fast path left to the reference`),
    `written to ${plainText(out)}`,
  ]
}
