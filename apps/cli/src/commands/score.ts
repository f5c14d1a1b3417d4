import { type CompiledScheme, evaluate, shortfalls } from '@yardstick/engine'
import { checkReportTexts, type Evaluation, type GroupFacts, type ReportTexts, type Submission } from '@yardstick/model'
import type { Command, Given } from '../command.ts'
import { compareEvaluations, type Difference } from '../compare.ts'
import { exitCodeOf } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { readDocument } from '../read/read-document.ts'
import { readGroup } from '../read/read-group.ts'
import { mappedBy, readMapping } from '../read/read-mapping.ts'
import { readScheme } from '../read/read-scheme.ts'
import { type Read, refused } from '../read/refusal.ts'
import { sha256 } from '../read/sha256.ts'
import { refuse } from '../refuse.ts'
import { agreement } from '../render/agreement.ts'
import { type Files, filesRead } from '../render/files-read.ts'
import { countIssues, issueLines } from '../render/issue-list.ts'
import { scoreReport } from '../render/score-report.ts'
import { traceReport } from '../render/trace-report.ts'
import type { Shell } from '../shell.ts'
import { fileOptions, writeScoreFiles, wrongFiles } from '../write/score-files.ts'
import { declarationOption, groupOption, mappingOption } from './shared-options.ts'

/** One submission under one scheme → the 评分表, explained. */
export const score: Command = {
  name: 'score',
  files: 'SCHEME SUBMISSION',
  summary: { zh: '计分：印出评分表，逐项说明得失', en: 'score a submission: the score table, every point explained' },
  details: {
    zh: '总分暂不能得出、有错误、或与 --expect 所给的结果不一致时，退出码为 1；文件照写，并写明暂定或没有总分。\n--json 输出一份评价结果（Evaluation）；加 --trace 时含计分轨迹。',
    en: 'Ends with 1 where there is no total yet, where something is in error, or where the result differs from --expect;\nfiles are written all the same and say so.\n--json prints an Evaluation; with --trace its traces too.',
  },
  options: [
    declarationOption,
    mappingOption,
    groupOption,
    {
      name: 'expect',
      value: 'FILE',
      help: { zh: '应得的评价结果，逐项核对', en: 'the Evaluation that must come out, compared score by score' },
    },
    {
      name: 'trace',
      help: { zh: '另印各项的计分轨迹', en: 'print what each score rests on, too' },
    },
    ...fileOptions,
  ],

  async run(given, shell) {
    const read = await readInputs(given, shell)
    if (!read.ok) return refuse(read, shell)
    const { compiled, submission, expected, texts, options } = read.value
    const evaluation = await evaluate(compiled, submission, { ...options, sha256, language: shell.language })
    const differences = expected === undefined ? undefined : compareEvaluations(evaluation, expected)
    if (shell.isJson) printData(evaluation, differences, given, shell)
    else await printReport(evaluation, differences, read.value, given, shell)
    const written = await writeScoreFiles(given, { compiled, evaluation, submission, texts }, shell)
    if (!written.ok) return refuse(written, shell)
    return evaluation.state === 'blocked' || (differences?.length ?? 0) > 0 ? 1 : exitCodeOf(evaluation.findings, given)
  },
}

interface Inputs {
  readonly compiled: CompiledScheme
  readonly submission: Submission
  readonly expected: Evaluation | undefined
  readonly texts: ReportTexts | undefined
  readonly options: { readonly declaration?: string; readonly group?: GroupFacts }
}

async function readInputs(given: Given, shell: Shell): Promise<Read<Inputs>> {
  const { io } = shell
  const files = filesOf(given)
  const written = given.values.get('texts')
  const wrong = wrongFiles(given, [files.scheme, files.submission, ...(written === undefined ? [] : [written])], shell)
  if (!wrong.ok) return wrong
  const scheme = await readScheme(io, files.scheme, files.declaration)
  if (!scheme.ok) return scheme
  const { compiled, declaration } = scheme.value
  const mapping = await readMapping(given, io, compiled.scheme)
  if (!mapping.ok) return mapping
  const mapped = mappedBy(mapping.value, compiled.scheme)
  const said = await readDocument(io, 'submission', files.submission)
  if (!said.ok) return said
  const submission = mapped(said.value)
  if (!submission.ok) return refused(files.submission, submission.issues)
  const group = files.group === undefined ? undefined : await readGroup(io, files.group, compiled, mapped)
  if (group?.ok === false) return group
  const expected = files.expected === undefined ? undefined : await readDocument(io, 'evaluation', files.expected)
  if (expected?.ok === false) return expected
  const texts = written === undefined ? undefined : await readTexts(io, written, compiled)
  if (texts?.ok === false) return texts
  const options = {
    ...(declaration === undefined ? {} : { declaration }),
    ...(group === undefined ? {} : { group: group.value }),
  }
  return {
    ok: true,
    value: { compiled, submission: submission.value, expected: expected?.value, texts: texts?.value, options },
  }
}

async function readTexts(io: Io, file: string, { scheme }: CompiledScheme): Promise<Read<ReportTexts>> {
  const texts = await readDocument(io, 'report-texts', file)
  const issues = texts.ok ? checkReportTexts(scheme, texts.value) : []
  return issues.length === 0 ? texts : refused(file, issues)
}

function filesOf(given: Given) {
  return {
    scheme: given.file(0),
    declaration: given.values.get('declaration'),
    submission: given.file(1),
    group: given.values.get('group'),
    expected: given.values.get('expect'),
  } satisfies Files
}

function printData(
  evaluation: Evaluation,
  differences: readonly Difference[] | undefined,
  given: Given,
  shell: Shell,
): void {
  shell.printJson(given.flags.has('trace') ? evaluation : withoutTraces(evaluation))
  if (differences !== undefined) shell.say(agreement(differences, evaluation, shell))
}

function withoutTraces(evaluation: Evaluation): Evaluation {
  return { ...evaluation, indicators: evaluation.indicators.map(({ trace: _, ...result }) => result) }
}

async function printReport(
  evaluation: Evaluation,
  differences: readonly Difference[] | undefined,
  { compiled, submission, options }: Inputs,
  given: Given,
  shell: Shell,
): Promise<void> {
  const { language, width, paintWords: paint } = shell
  const wanted = await shortfalls(compiled, submission, { ...options, language })
  shell.print([
    ...scoreReport(evaluation, wanted, shell),
    ...(given.flags.has('trace') ? ['', ...traceReport(evaluation, compiled, wanted, shell)] : []),
    '',
    ...filesRead(filesOf(given), shell),
    ...(differences === undefined ? [] : agreement(differences, evaluation, shell)),
  ])
  const { findings } = evaluation
  if (findings.length === 0) return
  shell.say(['', paint.bold(countIssues(findings, language)), ...issueLines(findings, { language, width, paint })])
}
