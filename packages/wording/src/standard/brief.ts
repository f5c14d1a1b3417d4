import {
  type BandsScoring,
  Exact,
  type Language,
  type RankScoring,
  type RatioScoring,
  type Scoring,
  type ScoringMethod,
  type StepsScoring,
  type StepsSide,
  type Target,
} from '@yardstick/model'
import { isEqual } from '../phrase/equal.ts'
import { directionOf } from '../target/direction.ts'
import { printTarget } from '../target/print-target.ts'
import { piecesOf } from './bands.ts'
import type { InLanguages, LeafContext } from './context.ts'

/** What a cell of the grid knows beside the rule; a `LeafContext` will do. */
export type BriefContext = Partial<Pick<LeafContext, 'points' | 'target' | 'unit' | 'valueType'>>

/**
 * The rule in the few words that fit a cell: `实际÷目标×分值，封顶`, `每低1个百分点扣1分`. It leaves out what the whole sentence
 * (`printStandard`) says, and is not read back.
 */
export function printMethodBrief(scoring: Scoring, language: Language, context: BriefContext = {}): string {
  return (BRIEFS[scoring.method][language] as (scoring: Scoring, context: BriefContext) => string)(scoring, context)
}

type Brief<M extends ScoringMethod> = InLanguages<
  (scoring: Extract<Scoring, { method: M }>, context: BriefContext) => string
>

const BRIEFS: { readonly [M in ScoringMethod]: Brief<M> } = {
  ratio: {
    zh: (scoring, { target }) => {
      const quotient = isLower(scoring, target) ? '目标÷实际' : '实际÷目标'
      const { passLine, overshoot } = scoring
      const beyond = overshoot && `，偏离超${overshoot.beyond}${overshoot.effect === 'refuse' ? '不得分' : '递减'}`
      return `${quotient}×分值，封顶${passLine === undefined ? '' : `，及格线${passLine}`}${beyond ?? ''}`
    },
    en: (scoring, { target }) => {
      const quotient = isLower(scoring, target) ? 'target ÷ actual' : 'actual ÷ target'
      const { passLine, overshoot } = scoring
      const beyond = overshoot && `, ${overshoot.effect === 'refuse' ? 'none' : 'less'} if over by ${overshoot.beyond}`
      return `points × ${quotient}, capped${passLine === undefined ? '' : `, pass line ${passLine}`}${beyond ?? ''}`
    },
  },
  steps: {
    zh: (scoring, context) => {
      const words = isDate(context)
        ? { below: '每早', above: '每晚', alike: '每早或晚' }
        : { below: '每低', above: '每高', alike: '每偏离' }
      return (
        sidesOf(scoring, words)
          .map(([verb, side]) => `${verb}${stepZh(side, isDate(context) ? '天' : context.unit)}扣${side.deduct}分`)
          .join('，') || '不扣分'
      )
    },
    en: (scoring, context) => {
      const words = isDate(context)
        ? { below: 'early', above: 'late', alike: 'early or late' }
        : { below: 'below', above: 'above', alike: 'off' }
      return (
        sidesOf(scoring, words)
          .map(([where, side]) => `−${side.deduct} per ${stepEn(side, isDate(context) ? 'd' : context.unit)} ${where}`)
          .join(', ') || 'nothing deducted'
      )
    },
  },
  bands: {
    zh: (scoring, context) => {
      const scores = scoresOf(scoring, context)
      return `分${scores.length}档${scores.length > MOST ? '' : `：${scores.join('/')}`}`
    },
    en: (scoring, context) => {
      const scores = scoresOf(scoring, context)
      return `${scores.length} bands${scores.length > MOST ? '' : `: ${scores.join('/')}`}`
    },
  },
  curve: {
    zh: ({ anchors }) => `按${anchors.length}点折线内插`,
    en: ({ anchors }) => `a line through ${anchors.length} points`,
  },
  pass: {
    zh: ({ threshold, condition }) =>
      threshold === undefined
        ? condition === undefined
          ? '达标得满分'
          : '符合条件得满分'
        : `${short(printTarget(threshold, 'zh'))}得满分`,
    en: ({ threshold, condition }) =>
      threshold === undefined
        ? `all or nothing${condition === undefined ? '' : ', by a condition'}`
        : `full points if ${short(printTarget(threshold, 'en'))}`,
  },
  checklist: {
    zh: ({ elements }) => {
      const gates = elements.filter((element) => element.gate).length
      return `${elements.length}项要素${gates === 0 ? '' : `，${gates}项必备`}`
    },
    en: ({ elements }) => {
      const gates = elements.filter((element) => element.gate).length
      return `${elements.length} ${elements.length === 1 ? 'element' : 'elements'}${gates === 0 ? '' : `, ${gates} required`}`
    },
  },
  levels: {
    zh: ({ levels }) => (levels.length > MOST ? `评定等级，共${levels.length}级` : `评定等级：${levelNames(levels)}`),
    en: ({ levels }) => (levels.length > MOST ? `judged, ${levels.length} levels` : `judged: ${levelNames(levels)}`),
  },
  judgement: {
    zh: ({ panel }) => (panel === undefined ? '评价人员评分' : `专家评分，取${PANELS[panel.rule].zh}`),
    en: ({ panel }) => (panel === undefined ? 'judged' : `a panel's ${PANELS[panel.rule].en}`),
  },
  formula: {
    zh: ({ formula }) => `公式：${short(formula)}`,
    en: ({ formula }) => `formula: ${short(formula)}`,
  },
  table: {
    zh: ({ rows, hit }) => `决策表${rows.length}行，${HITS[hit].zh}`,
    en: ({ rows, hit }) => `a table of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, ${HITS[hit].en}`,
  },
  'share-met': {
    zh: ({ of }) => ('list' in of ? `“${short(of.list)}”达标占比×分值` : '同级指标达标占比×分值'),
    en: ({ of }) => ('list' in of ? `points × share of "${short(of.list)}" met` : 'points × share of siblings met'),
  },
  rank: {
    zh: ({ rule, within }) => `${within === undefined ? '' : `同“${short(within)}”内`}${rankZh(rule)}`,
    en: ({ rule, within }) => `${rankEn(rule)}${within === undefined ? '' : ` within "${short(within)}"`}`,
  },
}

function isLower(scoring: RatioScoring, target: Target | undefined): boolean {
  return directionOf(scoring.target ?? target) === 'lower'
}

function isDate({ valueType, target }: BriefContext): boolean {
  return valueType === 'date' || (valueType === undefined && target !== undefined && 'date' in target)
}

function scoresOf(scoring: BandsScoring, { points }: BriefContext): string[] {
  const pieces = piecesOf(scoring, (points === undefined ? undefined : Exact.parse(points)) ?? Exact.one)
  return pieces.map((piece) => piece.score)
}

function sidesOf(
  { below, above }: StepsScoring,
  words: { below: string; above: string; alike: string },
): [string, StepsSide][] {
  if (below !== undefined && isEqual(below, above)) return [[words.alike, below]]
  return [
    ...(below === undefined ? [] : [[words.below, below] as [string, StepsSide]]),
    ...(above === undefined ? [] : [[words.above, above] as [string, StepsSide]]),
  ]
}

function stepZh({ size, per }: StepsSide, unit: string | undefined): string {
  if (per === 'percentage-point' && size.endsWith('%')) return `${size.slice(0, -1)}个百分点`
  return per === 'percent-of-target' ? `目标的${size}` : `${size}${size.endsWith('%') ? '' : (unit ?? '')}`
}

function stepEn({ size, per }: StepsSide, unit: string | undefined): string {
  if (per === 'percentage-point' && size.endsWith('%')) return `${size.slice(0, -1)} pp`
  return per === 'percent-of-target'
    ? `${size} of the target`
    : `${size}${size.endsWith('%') || !unit ? '' : ` ${unit}`}`
}

function rankZh(rule: RankScoring['rule']): string {
  if (rule.by === 'place') return `按名次得分，前${rule.places.length}名`
  return rule.by === 'best' ? '与第1名的比例×分值' : '按与平均值的差距计分'
}

function rankEn(rule: RankScoring['rule']): string {
  if (rule.by === 'place') return `points by place, first ${rule.places.length}`
  return rule.by === 'best' ? 'points × ratio to the best' : 'by the distance from the mean'
}

function levelNames(levels: readonly { name: string }[]): string {
  return levels.map((level) => short(level.name)).join('/')
}

/** The beginning of a text that would not fit. */
function short(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length > 16 ? `${letters.slice(0, 15).join('')}…` : letters.join('')
}

/** More than this many names or scores are counted instead of listed. */
const MOST = 6

const PANELS = {
  mean: { zh: '平均分', en: 'mean' },
  'trimmed-mean': { zh: '去掉最高最低后的平均分', en: 'trimmed mean' },
  median: { zh: '中位数', en: 'median' },
} as const

const HITS = {
  first: { zh: '取最先符合', en: 'first hit' },
  unique: { zh: '至多一行符合', en: 'one hit' },
  sum: { zh: '符合者累加', en: 'hits add up' },
} as const
