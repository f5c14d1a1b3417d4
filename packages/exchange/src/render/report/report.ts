import type { ReportSection } from '@yardstick/model'
import type { DocumentBlock, TextDocument } from '../document.ts'
import { analysis } from './report-analysis.ts'
import { annexes } from './report-annexes.ts'
import { ReportContext, type ReportInput } from './report-input.ts'
import { basics, cover, signature, summary, work } from './report-opening.ts'
import { problems, result } from './report-result.ts'

export type { TextDocument } from '../document.ts'
export type { ReportInput } from './report-input.ts'

/**
 * A performance evaluation report in its usual outline, in the language of the evaluation: 摘要, 基本情况, 评价工作开展情况,
 * 综合评价情况及结论, 评价指标分析, 主要经验, 存在的问题, 有关建议, 附件. Every figure is the evaluation's; what is provisional,
 * missing or in error is said so. What people have to write, and have not, stands as a marked place and in `toFill`.
 *
 *     const document = report({ scheme: compiled.scheme, evaluation, submission })
 *     const bytes = await writeDocument(document)
 */
export function report(input: ReportInput): TextDocument {
  const context = new ReportContext(input)
  const { words, evaluation, scheme } = context
  const { unit, department, project } = evaluation.submission.subject
  const isOverall = scheme.name.includes('整体支出')
  const title = context.ownTitle ?? words.title(unit ?? department, context.period, project, isOverall)
  const parts = [
    cover(context, title),
    { shape: 'portrait', blocks: summary(context) } as const,
    {
      shape: 'portrait',
      blocks: [
        ...basics(context),
        ...work(context),
        ...result(context),
        ...analysis(context),
        ...section(context, 'experience'),
        ...problems(context),
        ...section(context, 'advice'),
        ...(context.text('other') === undefined ? [] : section(context, 'other')),
        signature(context),
      ],
    } as const,
    ...annexes(context),
  ]
  return {
    title: title.replaceAll('\n', evaluation.language === 'zh' ? '' : ': '),
    language: evaluation.language,
    ...(input.madeAt === undefined ? {} : { madeAt: input.madeAt }),
    foot: [words.foot(short(evaluation.scheme.hash), short(evaluation.submission.hash), evaluation.engine)],
    parts,
    toFill: parts.flatMap(({ blocks }) => blocks.flatMap((each) => (each.kind === 'place' ? [each.name] : []))),
  }
}

/** A section that a person alone can write. */
function section(
  context: ReportContext,
  name: Extract<ReportSection, 'experience' | 'advice' | 'other'>,
): DocumentBlock[] {
  const heading = context.words.headings[name]
  return [context.heading(1, heading, name), ...context.written(name, heading)]
}

/** Enough of a hash to tell documents apart on paper; the whole of it stands in the last annex. */
const short = (hash: string) => hash.slice(0, 16)
