import type { Language } from '@yardstick/model'
import { type WordedQuestion, wordRuleQuestion } from '@yardstick/wording'
import type { ImportQuestion } from './import-question.ts'

/** The question as a person is asked it; where it is about one row, its name stands before it. */
export function wordImportQuestion(question: ImportQuestion, language: Language): WordedQuestion {
  const w = WORDS[language]
  const { rows } = question
  if (question.kind === 'rule') {
    const worded = wordRuleQuestion(question.question, question.standard, language)
    return { ...worded, ask: rows.length === 1 ? w.at(nameOf(question), worded.ask) : w.many(rows.length, worded.ask) }
  }
  const answers = question.answers.map((value) => ({ value, label: labelOf(question, value, w) }))
  const typed =
    question.typed === undefined ? {} : { typed: { as: kindOf(question), label: w.typed[kindOf(question)] } }
  return { ask: askOf(question, w), answers, ...typed }
}

const kindOf = ({ typed }: ImportQuestion): 'points' | 'target' => (typed === 'target' ? 'target' : 'points')

const nameOf = ({ rows }: ImportQuestion) => rows[0]?.where.at(-1) ?? ''

function askOf(question: ImportQuestion, w: Words): string {
  const { rows } = question
  const name = nameOf(question)
  const count = rows.length
  switch (question.kind) {
    case 'full-score':
      return question.printed === undefined
        ? w.fullScore(question.found)
        : w.totalDiffers(question.found, question.printed)
    case 'points-sum':
      return w.pointsSum(name, question.expected, question.found)
    case 'points-shared':
      return w.pointsShared(count, question.points)
    case 'points-unreadable':
      return w.pointsUnreadable(name, question.text)
    case 'level-jump':
      return w.levelJump(name)
    case 'points-in-percent':
      return w.pointsInPercent
    case 'points-missing':
      return count === 1 ? w.at(name, w.pointsMissing) : w.many(count, w.pointsMissing)
    case 'comparator':
    case 'equals':
    case 'target-unread': {
      const said = w[question.kind](quoted(question))
      return count === 1 ? w.at(name, said) : w.many(count, said)
    }
    default:
      return count === 1 ? w.at(name, w.standardUnread) : w.many(count, w.standardUnread)
  }
}

/** What the first few rows say. */
function quoted({ rows }: ImportQuestion): string {
  const texts = [...new Set(rows.flatMap(({ text }) => (text === undefined ? [] : [text.replace(/\s+/g, ' ')])))]
  const first = texts.slice(0, 3).map((text) => `“${[...text].slice(0, 20).join('')}”`)
  return `${first.join('')}${texts.length > 3 ? '…' : ''}`
}

function labelOf(question: ImportQuestion, value: string, w: Words): string {
  if (question.kind === 'full-score' && value !== 'scale') return w.points(value)
  if (question.kind === 'full-score') return w.scaleTo(question.proposal ?? '100')
  if (question.kind === 'points-sum') {
    if (value === 'below') return w.below(question.found)
    return value === 'above' ? w.scaleTo(question.expected) : w.keep
  }
  if (question.kind === 'level-jump') return value === 'below' ? w.oneBelow : w.beside
  return w.answers[value] ?? value
}

interface Words {
  readonly at: (name: string, said: string) => string
  readonly many: (count: number, said: string) => string
  readonly fullScore: (found: string) => string
  readonly totalDiffers: (found: string, printed: string) => string
  readonly pointsSum: (name: string, expected: string, found: string) => string
  readonly pointsShared: (count: number, points: string) => string
  readonly pointsUnreadable: (name: string, text: string) => string
  readonly levelJump: (name: string) => string
  readonly pointsInPercent: string
  readonly pointsMissing: string
  readonly comparator: (texts: string) => string
  readonly equals: (texts: string) => string
  readonly 'target-unread': (texts: string) => string
  readonly standardUnread: string
  readonly points: (points: string) => string
  readonly scaleTo: (points: string) => string
  readonly below: (points: string) => string
  readonly keep: string
  readonly oneBelow: string
  readonly beside: string
  readonly answers: { readonly [answer: string]: string }
  readonly typed: { readonly points: string; readonly target: string }
}

const zh: Words = {
  at: (name, said) => `“${name}”：${said}`,
  many: (count, said) => `${count} 处：${said}`,
  fullScore: (found) => `一级指标分值合计 ${found}，满分是多少？`,
  totalDiffers: (found, printed) => `一级指标分值合计 ${found}，表中合计写的是 ${printed}，满分是多少？`,
  pointsSum: (name, expected, found) => `“${name}”分值 ${expected}，下级合计 ${found}，以哪个为准？`,
  pointsShared: (count, points) => `${count} 个指标合用一格分值 ${points}，怎么算？`,
  pointsUnreadable: (name, text) => `“${name}”的分值写的是“${text}”，是多少分？`,
  levelJump: (name) => `“${name}”的编号比上一行深了不止一级，它在哪一级？`,
  pointsInPercent: '分值写成百分比，是占满分的，还是占上级分值的？',
  pointsMissing: '没有写分值',
  comparator: (texts) => `目标值${texts}没有写不低于还是不超过`,
  equals: (texts) => `目标值写作${texts}，是恰好等于，还是达到即可？`,
  'target-unread': (texts) => `目标值${texts}没有读懂`,
  standardUnread: '评分标准没有读懂，怎么计分？',
  points: (points) => `${points} 分`,
  scaleTo: (points) => `按比例补齐到 ${points} 分`,
  below: (points) => `以下级为准，改为 ${points} 分`,
  keep: '先照表保留',
  oneBelow: '上一行的下级',
  beside: '与上一行同级',
  answers: {
    share: '平均分配',
    'best-of': '可选项：取得分最高的一项',
    points: '占满分：25% 就是 25 分',
    'of-parent': '占上级分值',
    'by-name': '按指标名称判断：越高越好的不低于，越低越好的不超过',
    '>=': '都是不低于',
    '<=': '都是不超过',
    '=': '恰好等于',
    keep: '照原文保留，由人工评分',
    target: '按目标值计分，没有目标值的由人工评分',
    judgement: '由人工评分',
  },
  typed: { points: '分值', target: '目标值' },
}

const en: Words = {
  at: (name, said) => `"${name}": ${said}`,
  many: (count, said) => `${count} places: ${said}`,
  fullScore: (found) => `The top level adds up to ${found}. What is the full score?`,
  totalDiffers: (found, printed) =>
    `The top level adds up to ${found}, the printed total is ${printed}. What is the full score?`,
  pointsSum: (name, expected, found) => `"${name}" is worth ${expected}, those below it ${found}. Which holds?`,
  pointsShared: (count, points) => `${count} indicators share one cell of ${points} points. How do they count?`,
  pointsUnreadable: (name, text) => `The points of "${name}" say "${text}". How many are they?`,
  levelJump: (name) =>
    `The number of "${name}" is more than one level deeper than the row before. Where does it stand?`,
  pointsInPercent: 'Points are written in percent: of the full score, or of the level above?',
  pointsMissing: 'no points are written',
  comparator: (texts) => `the target ${texts} does not say at least or at most`,
  equals: (texts) => `the target is written as ${texts}: exactly so, or reached?`,
  'target-unread': (texts) => `the target ${texts} was not understood`,
  standardUnread: 'the scoring standard was not understood. How is it scored?',
  points: (points) => `${points} points`,
  scaleTo: (points) => `Scaled to ${points} by proportion`,
  below: (points) => `Those below hold: ${points}`,
  keep: 'Leave both as printed',
  oneBelow: 'Below the row before',
  beside: 'Beside the row before',
  answers: {
    share: 'In equal parts',
    'best-of': 'Alternatives: the best of them counts',
    points: 'Of the full score: 25% is 25 points',
    'of-parent': 'Of the level above',
    'by-name': 'As the name suggests: at least where more is better, at most where less is',
    '>=': 'All at least',
    '<=': 'All at most',
    '=': 'Exactly',
    keep: 'Keep the words; people score',
    target: 'By the target; people where there is none',
    judgement: 'People score',
  },
  typed: { points: 'Points', target: 'Target' },
}

const WORDS: { readonly [L in Language]: Words } = { zh, en }
