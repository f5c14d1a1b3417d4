import type { Comparator, Language, StepCount } from '@yardstick/model'
import type { RuleQuestion, Span } from './rule-reading.ts'

/** A question as a person is asked it: a sentence, and the words of each answer. */
export interface WordedQuestion {
  /** Quotes the words it is about, so that it can stand away from its text. */
  readonly ask: string
  readonly answers: readonly { readonly value: string; readonly label: string }[]
  /** What else may be typed as an answer, and how it is asked for. */
  readonly typed?: { readonly as: 'target' | 'points'; readonly label: string } | undefined
}

/** text  the 评分标准 the question's offsets count in */
export function wordRuleQuestion(question: RuleQuestion, text: string, language: Language): WordedQuestion {
  const w = WORDS[language]
  const said = w.quoted(brief(clauseAround(text, question)))
  const answers = <A extends string>(values: readonly A[], label: (value: A) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  switch (question.kind) {
    case 'step-count':
      return { ask: w.stepCount(said), answers: answers(question.answers, (value) => w.counts[value]) }
    case 'edge':
      return { ask: w.edge(question.edge, said), answers: answers(question.answers, (value) => w.sides[value]) }
    case 'gap':
      return {
        ask: w.gap(question.low, question.high, said),
        answers: answers(question.answers, (value) => w.sides[value]),
      }
    case 'way':
      return { ask: w.way(said), answers: answers(question.answers, (value) => w.ways[value]) }
    case 'target':
      return { ask: w.target(said), answers: [], typed: { as: 'target', label: w.targetLabel } }
    case 'target-differs':
      return {
        ask: w.targetDiffers(question.target, question.said),
        answers: answers(question.answers, (value) => w.takes[value](question[value])),
      }
    case 'points-differ':
      return {
        ask: w.pointsDiffer(question.points, question.said),
        answers: answers(question.answers, (value) => w.points[value](question.points, question.said)),
      }
    case 'elements-sum':
      return {
        ask: w.elementsSum(question.said, question.points),
        answers: answers(question.answers, (value) => w.sums[value](question.points, question.said)),
        typed: { as: 'points', label: w.pointsOfEach(question.elements.length) },
      }
    case 'elements-share':
      return {
        ask: w.elementsShare(question.elements.length),
        answers: answers(question.answers, () => w.equal),
        typed: { as: 'points', label: w.pointsOfEach(question.elements.length) },
      }
    case 'percent-of':
      return { ask: w.percentOf(said), answers: answers(question.answers, (value) => w.percents[value]) }
    case 'in-words':
      return { ask: w.inWords(said), answers: answers(question.answers, () => w.judgement) }
    case 'unread':
      return {
        ask: w.unread(said),
        answers: answers(question.answers, (value) => (value === 'note' ? w.note : w.judgement)),
      }
    case 'ambiguous':
      return {
        ask: w.ambiguous(said),
        answers: question.answers.map((value, index) => ({ value, label: question.readings[index] ?? value })),
      }
  }
}

/** A single number says little: it is quoted with the clause that it stands in. */
function clauseAround(text: string, { from, to }: Span): string {
  if (to - from >= TELLING) return text.slice(from, to)
  const before = text.slice(0, from).search(/[^，,；;。：:\n]*$/)
  const after = text.slice(to).search(/[，,；;。：:\n]|$/)
  return text.slice(before, to + after)
}
const TELLING = 6

/** Long texts are named by their beginning. */
const brief = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
const LONGEST = 36

const rangeZh = (low: string | undefined, high: string | undefined) =>
  low === undefined ? `${high} 以下` : high === undefined ? `${low} 以上` : `${low} 到 ${high} 之间`
const rangeEn = (low: string | undefined, high: string | undefined) =>
  low === undefined ? `below ${high}` : high === undefined ? `above ${low}` : `from ${low} to ${high}`

interface QuestionWords {
  readonly quoted: (text: string) => string
  readonly stepCount: (said: string) => string
  readonly counts: { readonly [C in StepCount]: string }
  readonly edge: (edge: string, said: string) => string
  readonly gap: (low: string | undefined, high: string | undefined, said: string) => string
  readonly sides: { readonly [S in 'upper' | 'lower' | 'none']: string }
  readonly way: (said: string) => string
  readonly ways: { readonly [C in Comparator]: string }
  readonly target: (said: string) => string
  readonly targetLabel: string
  readonly targetDiffers: (target: string, said: string) => string
  readonly takes: { readonly [T in 'target' | 'said']: (value: string) => string }
  readonly pointsDiffer: (points: string, said: string) => string
  readonly points: { readonly [P in 'row' | 'scale' | 'said']: (points: string, said: string) => string }
  readonly elementsSum: (said: string, points: string) => string
  readonly sums: { readonly [S in 'scale' | 'said']: (points: string, said: string) => string }
  readonly elementsShare: (count: number) => string
  readonly pointsOfEach: (count: number) => string
  readonly equal: string
  readonly percentOf: (said: string) => string
  readonly percents: { readonly [P in 'percentage-point' | 'percent-of-target']: string }
  readonly inWords: (said: string) => string
  readonly unread: (said: string) => string
  readonly ambiguous: (said: string) => string
  readonly note: string
  readonly judgement: string
}

const zh: QuestionWords = {
  quoted: (text) => `“${text}”`,
  stepCount: (said) => `${said}：不足一步的怎么扣？`,
  counts: { whole: '满一步才扣', prorata: '按比例折算', started: '不足一步按一步扣' },
  edge: (edge, said) => `${said}：恰好 ${edge} 时算哪一档？`,
  gap: (low, high, said) => `${said}：${rangeZh(low, high)}没有写，算哪一档？`,
  sides: { upper: '较好的一档', lower: '较差的一档', none: '不得分' },
  way: (said) => `${said}：越高越好，还是越低越好？`,
  ways: { '>=': '不低于', '>': '高于', '<=': '不超过', '<': '低于', '=': '等于' },
  target: (said) => `${said}：要和目标值比，这一行没有目标值，是多少？`,
  targetLabel: '目标值',
  targetDiffers: (target, said) => `目标值写的是 ${target}，评分标准写的是 ${said}，按哪个？`,
  takes: { target: (value) => `目标值 ${value}`, said: (value) => `评分标准 ${value}` },
  pointsDiffer: (points, said) => `分值是 ${points} 分，评分标准的满分是 ${said} 分，怎么算？`,
  points: {
    row: (points) => `满分 ${points} 分，扣分照写`,
    scale: (points) => `各分按比例折算到 ${points} 分`,
    said: (_, said) => `照写，最高 ${said} 分`,
  },
  elementsSum: (said, points) => `各要点合计 ${said} 分，分值是 ${points} 分，怎么算？`,
  sums: {
    scale: (points) => `按比例折算到 ${points} 分`,
    said: (_, said) => `照写，合计 ${said} 分`,
  },
  elementsShare: (count) => `${count} 个要点没有写各占几分`,
  pointsOfEach: (count) => `${count} 个要点的分值，用逗号分开`,
  equal: '平均分配',
  percentOf: (said) => `${said}：百分比指什么？`,
  percents: { 'percentage-point': '百分点', 'percent-of-target': '目标值的百分之几' },
  inWords: (said) => `${said}没有写出具体分数`,
  unread: (said) => `没有读懂${said}`,
  ambiguous: (said) => `${said}有几种读法，是哪一种？`,
  note: '只作说明，不影响计分',
  judgement: '整条由人工评分',
}

const en: QuestionWords = {
  quoted: (text) => `"${text}"`,
  stepCount: (said) => `${said}: how does a part of a step count?`,
  counts: { whole: 'Whole steps only', prorata: 'In proportion', started: 'Each step begun' },
  edge: (edge, said) => `${said}: which band has exactly ${edge}?`,
  gap: (low, high, said) => `${said}: nothing is said ${rangeEn(low, high)}. Which band?`,
  sides: { upper: 'The better band', lower: 'The worse band', none: 'No points' },
  way: (said) => `${said}: is more better, or less?`,
  ways: { '>=': 'At least', '>': 'More than', '<=': 'At most', '<': 'Less than', '=': 'Exactly' },
  target: (said) => `${said}: leans on a target, and the row has none. What is it?`,
  targetLabel: 'Target',
  targetDiffers: (target, said) => `The target says ${target}, the standard ${said}. Which holds?`,
  takes: { target: (value) => `The target, ${value}`, said: (value) => `The standard, ${value}` },
  pointsDiffer: (points, said) => `Worth ${points} points, but the standard gives ${said} at most. Which holds?`,
  points: {
    row: (points) => `${points} at most, deductions as written`,
    scale: (points) => `All points scaled to ${points}`,
    said: (_, said) => `As written, ${said} at most`,
  },
  elementsSum: (said, points) =>
    `The elements add up to ${said} points, the indicator is worth ${points}. Which holds?`,
  sums: { scale: (points) => `Scaled to ${points}`, said: (_, said) => `As written, ${said} in all` },
  elementsShare: (count) => `It is not said how the points are shared among ${count} elements`,
  pointsOfEach: (count) => `Points of the ${count} elements, divided by commas`,
  equal: 'Equally',
  percentOf: (said) => `${said}: what is the percentage of?`,
  percents: { 'percentage-point': 'Percentage points', 'percent-of-target': 'A share of the target' },
  inWords: (said) => `${said} states no number`,
  unread: (said) => `${said} was not understood`,
  ambiguous: (said) => `${said} can be read in more than one way. Which?`,
  note: 'A remark; scores do not change',
  judgement: 'People score by the whole text',
}

const WORDS: { readonly [L in Language]: QuestionWords } = { zh, en }
