import type { Item, Leaf } from '@yardstick/model'
import { printStandard, printTarget, type RuleContext, type RuleReading, wordRuleQuestion } from '@yardstick/wording'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { labelled } from './list.ts'
import { markedLines } from './marked-text.ts'
import { questionLines } from './question-list.ts'

/** What was read of a 评分标准, for a person: the text with its marks, the rule, what it needs, which words gave what. */
export function readingLines(reading: RuleReading, text: string, context: RuleContext, shell: Shell): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  const { scoring, actual, measures, items, rules, leaf, questions, spans } = reading
  const asked = questions.map(({ from, to }) => ({ from, to, as: 'asked' as const }))
  const read = spans.map(({ from, to }) => ({ from, to, as: 'read' as const }))
  const facts: [string, string][] = [
    [words.rule, scoring === undefined ? words.none : printStandard(scoring, context, language)],
    ...(context.target === undefined
      ? []
      : [[words.target, printTarget(context.target, language)] as [string, string]]),
    ...(actual === undefined ? [] : [[words.actual, actual] as [string, string]]),
    ...measures.map(({ id, formula }): [string, string] => [words.formula, `${id} = ${formula}`]),
    ...items.map((item): [string, string] => [words.item, `${item.id}${words.kind(item)}`]),
    ...rules.map(({ name }): [string, string] => [words.otherRule, name]),
    ...leafFacts(leaf, words),
  ]
  const gave = spans.flatMap(({ from, to, pointer }): [string, string][] => {
    const value = valueAt(reading, pointer)
    return value === undefined ? [] : [[words.quoted(plainText(text.slice(from, to))), value]]
  })
  return [
    paint.bold(words.status[reading.status]),
    ...markedLines(text, [...read, ...asked], width - 2).map((line) => `  ${line}`),
    '',
    ...labelled(
      facts.map(([label, said]) => [label, plainText(said)]),
      width,
    ),
    ...(gave.length === 0 ? [] : ['', paint.bold(words.gave), ...labelled(gave, width, '  ')]),
    '',
    ...questionLines(
      questions.map((question) => ({
        ...wordRuleQuestion(question, text, language),
        id: question.id,
        proposal: question.proposal,
        rows: [],
      })),
      shell,
    ),
  ]
}

function leafFacts({ notApplicable, evidence, dataSource }: RuleReading['leaf'], words: Words): [string, string][] {
  return [
    ...(notApplicable === undefined ? [] : [[words.notApplicable, words.policies[notApplicable]] as [string, string]]),
    ...(evidence === undefined ? [] : [[words.evidence, evidence] as [string, string]]),
    ...(dataSource === undefined ? [] : [[words.source, dataSource] as [string, string]]),
  ]
}

/** What stands at a place of the reading, where it is one value. */
function valueAt(reading: RuleReading, pointer: string): string | undefined {
  const steps = pointer.split('/').slice(1)
  const found = steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as { [key: string]: unknown })[step] : undefined,
    reading,
  )
  return typeof found === 'string' ? plainText(found) : undefined
}

interface Words {
  readonly notApplicable: string
  readonly evidence: string
  readonly source: string
  readonly policies: { readonly [P in NonNullable<Leaf['notApplicable']>]: string }
}

const WORDS = {
  zh: {
    status: { full: '全部读懂', partial: '部分读懂', none: '没有读出计分规则' },
    rule: '读作',
    none: '——',
    target: '目标值',
    actual: '实际完成值',
    formula: '公式',
    item: '数据项',
    otherRule: '规则',
    notApplicable: '不适用时',
    evidence: '佐证材料',
    source: '数据来源',
    policies: { full: '按满分计', siblings: '分值归同级指标', rescale: '按其余指标折算', 'group-mean': '取组内平均' },
    gave: '字句与参数',
    quoted: (text: string) => `“${text}”`,
    kind: ({ type, unit }: Item) => `（${[KINDS.zh[type], unit].filter((each) => each !== undefined).join('，')}）`,
  },
  en: {
    status: { full: 'Read in full', partial: 'Read in part', none: 'No rule was read' },
    rule: 'Reads as',
    none: '—',
    target: 'Target',
    actual: 'Actual',
    formula: 'Formula',
    item: 'Item',
    otherRule: 'Rule',
    notApplicable: 'Not applicable',
    evidence: 'Evidence',
    source: 'Source',
    policies: {
      full: 'full points',
      siblings: 'to the siblings',
      rescale: 'the rest is rescaled',
      'group-mean': "the group's mean",
    },
    gave: 'Words and parameters',
    quoted: (text: string) => `"${text}"`,
    kind: ({ type, unit }: Item) => ` (${[KINDS.en[type], unit].filter((each) => each !== undefined).join(', ')})`,
  },
} as const

const KINDS = {
  zh: {
    number: '数值',
    money: '金额',
    rate: '比率',
    count: '个数',
    date: '日期',
    text: '文字',
    choice: '选项',
    boolean: '是否',
    list: '清单',
  },
  en: {
    number: 'number',
    money: 'money',
    rate: 'rate',
    count: 'count',
    date: 'date',
    text: 'text',
    choice: 'choice',
    boolean: 'yes or no',
    list: 'list',
  },
} as const
