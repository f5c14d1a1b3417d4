import { type Static, Type } from 'typebox'
import { closed, documentSchema, line, map, optional, text } from './primitives.ts'

/**
 * What people write around the figures of one submission: the sections of its evaluation report and the fields of its
 * self-evaluation form. Figures never stand here; a line of a text is a paragraph, an empty text is none.
 */
const sections = closed({
  summary: optional(text),
  background: optional(text),
  goals: optional(text),
  purpose: optional(text),
  basis: optional(text),
  method: optional(text),
  process: optional(text),
  conclusion: optional(text),
  experience: optional(text),
  problems: optional(text),
  advice: optional(text),
  other: optional(text),
})

const form = closed({
  /** 预期目标 and 实际完成情况 */
  expected: optional(text),
  achieved: optional(text),
  /** 其他需要说明的问题 */
  other: optional(text),
  /** 偏差原因分析及改进措施, by indicator id. */
  deviations: optional(map(text)),
})

const fields = {
  /** Instead of the title made from subject and period; of one line or two. */
  title: optional(Type.String({ maxLength: 400 })),
  /** Who evaluated, and the date as it shall stand on the cover. */
  evaluator: optional(line),
  date: optional(line),
  sections: optional(sections),
  form: optional(form),
}

export const reportTexts = documentSchema(
  'report-texts/1',
  'ReportTexts 报告文字',
  closed({ yardstick: Type.Literal('report-texts/1'), ...fields }),
)
export type ReportTexts = Static<typeof reportTexts>
export type ReportSection = keyof Static<typeof sections>
