import { evaluate, evaluateNow } from '@yardstick/engine'
import type { Evaluation, Submission } from '@yardstick/model'
import { sha256 } from '../read/sha256.ts'
import { DeclaredSchemes } from './declared-schemes.ts'
import type { Piece, ScoringJob, Worked } from './job.ts'
import { PieceReader, type PieceRow } from './piece-rows.ts'
import { errorsOf, ResultTable } from './result-table.ts'
import { Tally } from './summary.ts'
import { TableScorer } from './table-scorer.ts'
import { utf8 } from './utf8.ts'

/** Scores pieces of data, one after the other; threads and a run without threads do the same with it. */
export class PieceScorer {
  private readonly schemes: DeclaredSchemes
  private readonly reader: PieceReader
  private readonly table: ResultTable
  private readonly fast: TableScorer | undefined

  constructor(private readonly job: ScoringJob) {
    this.schemes = new DeclaredSchemes(job)
    this.reader = new PieceReader(job)
    const { compiled } = this.schemes.common
    this.table = new ResultTable(compiled, job.data, job.language)
    const isTable = job.data.kind === 'table' && job.out === 'csv' && job.declared.kind !== 'many'
    this.fast = isTable ? new TableScorer(job, this.schemes.common, this.reader, this.table) : undefined
  }

  async score(piece: Piece): Promise<Worked> {
    if (this.fast !== undefined && piece.tooLong === undefined) return this.fast.score(piece)
    const tally = new Tally(this.schemes.common.compiled.grades.map(({ name }) => name))
    const lines: string[] = []
    for (const row of this.reader.rows(piece)) lines.push(await this.scored(row, tally))
    return { bytes: utf8(lines.join('')), figures: tally.figures }
  }

  private async scored({ number, submission, cells }: PieceRow, tally: Tally): Promise<string> {
    const isTable = this.job.out === 'csv'
    const { passed } = this.table
    const whose = passed.map((at) => cells[at] ?? '')
    if (!submission.ok) {
      tally.refuse()
      const { issues } = submission
      return isTable ? this.table.refused(number, whose, issues) : `${JSON.stringify({ line: number, issues })}\n`
    }
    const evaluation = await this.evaluation(submission.value)
    if (!isTable) {
      tally.add(evaluation)
      return `${JSON.stringify(evaluation)}\n`
    }
    tally.add({ ...evaluation, findings: errorsOf(evaluation) })
    const own = this.job.data.kind === 'table' ? whose : this.table.subjectOf(evaluation.submission)
    return this.table.evaluated(number, own, evaluation)
  }

  private async evaluation(submission: Submission): Promise<Evaluation> {
    const { group, language, trace } = this.job
    const { compiled, declaration } = this.schemes.of(submission)
    const options = {
      ...{ sha256, language },
      ...(group === undefined ? {} : { group }),
      ...(declaration === undefined ? {} : { declaration }),
    }
    return trace ? await evaluate(compiled, submission, options) : evaluateNow(compiled, submission, options)
  }
}
