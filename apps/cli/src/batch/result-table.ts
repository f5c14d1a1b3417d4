import type { CompiledScheme } from '@yardstick/engine'
import { csvRow, isSubjectColumn } from '@yardstick/exchange/submission-table'
import { type Evaluation, type Issue, type Language, wordIssue } from '@yardstick/model'
import type { DataForm } from './job.ts'
import { writeResultWorkbook } from './result-file.ts'
import { type ResultWords, resultWords } from './result-words.ts'

/**
 * The table of results: a row for each submission, in the order of the data, with the number of its row there, whose it is,
 * state, total and grade, the score of each indicator, and what is wrong with it.
 */
export class ResultTable {
  readonly words: ResultWords
  /** Of the data, the columns that go over. */
  readonly passed: readonly number[]
  private readonly heads: readonly string[]

  constructor(
    readonly compiled: CompiledScheme,
    data: DataForm,
    readonly language: Language,
  ) {
    this.words = resultWords[language]
    this.passed =
      data.kind === 'table'
        ? data.heads.columns.flatMap((column, at) => (column !== undefined && isSubjectColumn(column) ? [at] : []))
        : []
    this.heads = data.kind === 'table' ? this.passed.map((at) => data.heads.heads[at]!) : this.subjectHeads()
  }

  private subjectHeads(): string[] {
    const { department, unit, project, period } = this.words
    return [department, unit, project, period]
  }

  /** With the byte order mark, without which Excel takes Chinese for something else. */
  head(): string {
    const { row, state, total, grade, issues } = this.words
    const names = this.compiled.nodes.map(({ node }) => node.name)
    return `\u{FEFF}${csvRow([row, ...this.heads, state, total, grade, ...names, issues])}`
  }

  /** Makes a workbook of the table when it is complete. */
  readonly workbook = (part: string, whole: string): Promise<void> =>
    writeResultWorkbook(part, whole, { texts: this.heads.length + 1, language: this.language })

  /** Whose it is, of a submission that stood in no table. */
  subjectOf({ subject, period }: Evaluation['submission']): string[] {
    return [subject.department, subject.unit ?? '', subject.project ?? '', period]
  }

  evaluated(row: number, whose: readonly string[], evaluation: Evaluation): string {
    const { words } = this
    const byId = new Map(evaluation.indicators.map((each) => [each.id, each]))
    const scores = this.compiled.nodes.map(({ node }) => {
      const found = byId.get(node.id)
      if (found === undefined) return ''
      return found.score ?? (found.state === 'present' ? '' : words.without[found.state])
    })
    const { state, total, grade } = evaluation
    const said = [words.states[state], total ?? '', grade ?? '', ...scores, this.saidOf(evaluation)]
    return csvRow([String(row), ...whose, ...said])
  }

  refused(row: number, whose: readonly string[], issues: readonly Issue[]): string {
    const empty = Array.from({ length: this.compiled.nodes.length + 2 }, () => '')
    const own = this.heads.map((_, at) => whose[at] ?? '')
    return csvRow([String(row), ...own, this.words.states.refused, ...empty, this.wordsOf(issues)])
  }

  /** Why there is no total, and what else is wrong. */
  saidOf(evaluation: Evaluation): string {
    const { state, missing } = evaluation
    const names = state === 'blocked' ? missing.map(({ name }) => name) : []
    const waits = names.length === 0 ? [] : [this.words.missing(names)]
    const found = this.wordsOf(errorsOf(evaluation))
    return [...waits, ...(found === '' ? [] : [found])].join(this.words.joint)
  }

  private wordsOf(issues: readonly Issue[]): string {
    return issues.map((each) => wordIssue({ ...each, pointer: '' }, this.language)).join(this.words.joint)
  }
}

/** What is wrong with the figures; that reasons and evidence are lacking is said where submissions are looked at one by one. */
export function errorsOf({ findings }: Pick<Evaluation, 'findings'>): Issue[] {
  return findings.filter(({ severity, code }) => severity === 'error' && !FORMAL.has(code))
}

const FORMAL: ReadonlySet<string> = new Set(['SUBMISSION_REASON', 'SUBMISSION_EVIDENCE'])
