import { Exact, type Json, type Language } from '@yardstick/model'
import {
  printStandard,
  type RuleAnswers,
  type RuleContext,
  type RuleReading,
  readRule,
  readTarget,
  wordRuleQuestion,
} from '@yardstick/wording'
import type { Command, Given } from '../command.ts'
import { readAnswers } from '../read/read-answers.ts'
import { refuse } from '../refuse.ts'
import { readingLines } from '../render/rule-reading.ts'

/** One 评分标准 → the rule it states, the formulas and items in it, and what it leaves open. */
export const readRuleCommand: Command = {
  name: 'read-rule',
  files: 'TEXT',
  summary: {
    zh: '读一条评分标准：计分方法、参数、公式和待定的问题',
    en: 'read one scoring standard: its rule, formulas and open questions',
  },
  details: {
    zh: '原文下面，─ 是读懂的字句，? 是有问题要回答的。有问题待回答时退出码为 1。\n--json 输出读法的全部内容，问题另有问法和可选的回答。',
    en: 'Under the text, ─ is what was understood, ? what is asked about. Ends with 1 while a question is open.\n--json prints the whole reading; each question has its words and its answers.',
  },
  options: [
    { name: 'points', value: 'N', isRequired: true, help: { zh: '指标的分值', en: 'the points of the indicator' } },
    { name: 'target', value: 'TEXT', help: { zh: '目标值，如 ≥95%', en: 'its target, such as ≥95%' } },
    { name: 'unit', value: 'TEXT', help: { zh: '计量单位', en: 'the unit of the value' } },
    { name: 'name', value: 'TEXT', help: { zh: '指标名称', en: 'the name of the indicator' } },
    {
      name: 'answers',
      value: 'FILE',
      help: { zh: '问题的回答：以编号为键的 JSON', en: 'answers, as JSON by the id of the question' },
    },
  ],

  async run(given, shell) {
    const [text, points] = [given.file(0), Exact.parse(given.values.get('points')!)]
    if (points === undefined || points.sign < 0) {
      shell.say([
        shell.pick({ zh: '--points 应为分值，如 10 或 2.5', en: '--points is a number of points, such as 10 or 2.5' }),
      ])
      return 2
    }
    const answers = await readAnswers(shell.io, given.values.get('answers'))
    if (!answers.ok) return refuse(answers, shell)
    const context = contextOf(given, points.toText(), answers.value)
    const language: Language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
    const reading = readRule(text, context, language)
    if (shell.isJson) shell.printJson(documentOf(reading, text, context, shell.language))
    else shell.print(readingLines(reading, text, context, shell))
    return reading.questions.length > 0 ? 1 : 0
  },
}

function contextOf({ values }: Given, points: string, answers: RuleAnswers): RuleContext {
  const [target, unit, name = ''] = ['target', 'unit', 'name'].map((each) => values.get(each))
  const read = target === undefined ? undefined : readTarget(target).target
  return {
    name,
    points,
    ...(read === undefined ? {} : { target: read }),
    ...(unit === undefined ? {} : { unit }),
    answers,
  }
}

/** The reading with the sentence that the rule prints, and its questions in words. */
function documentOf(reading: RuleReading, text: string, context: RuleContext, language: Language): Json {
  const { scoring, questions } = reading
  const standard = scoring === undefined ? {} : { standard: printStandard(scoring, context, language) }
  const worded = questions.map((question) => ({ ...question, ...wordRuleQuestion(question, text, language) }))
  return JSON.parse(JSON.stringify({ ...reading, ...standard, questions: worded }))
}
