import { type Issue, type Language, type Severity, wordIssue } from '@yardstick/model'
import type { Paint } from '../paint.ts'
import { padEnd, plainText, textWidth } from '../text-width.ts'
import { hanging } from './list.ts'

/** Issues as a person reads them: how grave, where, the three clauses, and the mends there are. */
export function issueLines(
  issues: readonly Issue[],
  { language, width, paint }: { language: Language; width: number; paint: Paint },
): string[] {
  const labels = LABELS[language]
  const column = Math.max(...Object.values(labels).map(textWidth))
  return issues.flatMap((issue) => {
    const label = padEnd(labels[issue.severity], column)
    const head = `  ${label}  `
    const coloured = `  ${COLOURS[issue.severity](paint)(label)}  `
    const mends = (issue.mends ?? []).map((mend) => mend.label[language])
    const mendHead = ' '.repeat(textWidth(head)) + MENDS[language]
    return [
      ...hanging(head, plainText(wordIssue(issue, language)), width).map((line, at) =>
        at === 0 ? coloured + line.slice(head.length) : line,
      ),
      ...(mends.length === 0 ? [] : hanging(mendHead, plainText(mends.join(JOIN[language])), width).map(paint.dim)),
    ]
  })
}

/** "2 个错误、1 个警告" */
export function countIssues(issues: readonly Issue[], language: Language): string {
  const counts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const count = issues.filter((each) => each.severity === severity).length
    return count === 0 ? [] : [COUNTED[language](severity, count)]
  })
  return counts.join(language === 'zh' ? '、' : ', ')
}

const LABELS: { readonly [L in Language]: { readonly [S in Severity]: string } } = {
  zh: { error: '错误', warning: '警告', hint: '提示' },
  en: { error: 'error', warning: 'warning', hint: 'hint' },
}
const MENDS = { zh: '可修复：', en: 'mends: ' } as const
const JOIN = { zh: '；或：', en: '; or: ' } as const
const COUNTED = {
  zh: (severity: Severity, count: number) => `${count} 个${LABELS.zh[severity]}`,
  en: (severity: Severity, count: number) => `${count} ${LABELS.en[severity]}${count === 1 ? '' : 's'}`,
} as const

const COLOURS = {
  error: (paint: Paint) => paint.red,
  warning: (paint: Paint) => paint.yellow,
  hint: (paint: Paint) => paint.dim,
} as const
