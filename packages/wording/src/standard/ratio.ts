import { issue, type RatioScoring, type Target } from '@yardstick/model'
import { quantityNumber } from '../phrase/number.ts'
import { as, at, cases, either, maybe, type Phrase, say, when, word } from '../phrase/phrase.ts'
import { type Direction, directionOf } from '../target/direction.ts'
import type { InLanguages, Speech } from './context.ts'
import { targetAside, targetSlot } from './slots.ts'

/**
 * 按比例: 达到目标值（≥50个）得满分，未达到的，按实际完成值÷目标值×分值计分。
 *
 * Which way round the quotient stands follows from the target's direction, so the sentence is read together with it: a
 * sentence that divides the other way is not this rule.
 */
export function ratioSentence(speech: Speech): Phrase<RatioScoring> {
  const sentence = SENTENCES[speech.language](speech)
  return as(
    sentence,
    ({ way, ...rest }, input, end): RatioScoring | undefined => {
      const due = wayOf(rest.target ?? speech.target)
      if (way === due) return { method: 'ratio', ...rest }
      const expected = sentence.print({ way: due, ...rest }) ?? ''
      input.refuse(end, issue('WORDING_STANDARD_UNREAD', { expected: [expected], found: input.text.slice(0, end) }))
      return undefined
    },
    ({ method: _, ...rest }: RatioScoring) => ({ way: wayOf(rest.target ?? speech.target), ...rest }),
  )
}

type Way = 'higher' | 'lower' | 'none'

interface View extends Omit<RatioScoring, 'method'> {
  way: Way
}

function wayOf(target: Target | undefined): Way {
  const direction: Direction = directionOf(target)
  return direction === 'both' ? 'none' : direction
}

const SENTENCES: InLanguages<(speech: Speech) => Phrase<View>> = {
  zh: (speech) => {
    const target = either(
      say`计分目标值${at('target', targetSlot(speech))}`,
      say`${word('目标值', '指标值', '年度指标值')}${targetAside(speech)}`,
    )
    const again = word('目标值', '计分目标值', '指标值', '年度指标值')
    const actual = word('实际完成值', '实际值', '全年实际值', '完成值')
    const times = word('×分值计分', '×分值得分', '的比例得分', '得分')
    const missed = word('未达到的', '未达到')
    return cases('way', {
      higher: () =>
        say`达到${target}得满分，${missed}，按${actual}÷${again}${times}${passLineZh}${overshootZh('超出目标值')}${zeroTargetZh}`,
      lower: () =>
        say`不超过${target}得满分，${word('超过的', '超过')}，按${again}÷${actual}${times}${passLineZh}${overshootZh('低于目标值')}${zeroTargetZh}`,
      none: () =>
        say`达到${target}得满分，${missed}，按${word('完成率', '完成比例')}${times}${passLineZh}${overshootZh('优于目标值')}${zeroTargetZh}`,
    }) as Phrase<View>
  },
  en: (speech) => {
    const target = either(
      say`the scoring target${at('target', targetSlot(speech))}`,
      say`the target${targetAside(speech)}`,
    )
    return cases('way', {
      higher: () =>
        say`Full points at ${target} or above; below it, points × actual ÷ target${passLineEn}${overshootEn('above')}${zeroTargetEn}`,
      lower: () =>
        say`Full points at ${target} or below; above it, points × target ÷ actual${passLineEn}${overshootEn('below')}${zeroTargetEn}`,
      none: () =>
        say`Full points at ${target}; otherwise, points × completion${passLineEn}${overshootEn('better than')}${zeroTargetEn}`,
    }) as Phrase<View>
  },
}

const passLineZh = maybe(say`；${word('完成率', '完成比例')}低于${at('passLine', quantityNumber)}的不得分`)
const passLineEn = maybe(say`; no points if completion is below ${at('passLine', quantityNumber)}`)

/** Beyond the limit nothing, or less by as many percent as the limit is passed. */
function overshootZh(way: string) {
  const beyond = say`；${word(way)}的幅度大于${at('beyond', quantityNumber)}的`
  return maybe(
    at(
      'overshoot',
      either(
        when({ effect: 'refuse' }, say`${beyond}不得分`),
        when(
          { effect: 'reduce' },
          say`${beyond}，超过${at('beyond', quantityNumber)}的部分按相应百分比扣减分值，扣完为止`,
        ),
      ),
    ),
  )
}

function overshootEn(way: string) {
  const beyond = say`; if the actual is more than ${at('beyond', quantityNumber)} ${word(way)} the target`
  return maybe(
    at(
      'overshoot',
      either(
        when({ effect: 'refuse' }, say`${beyond}, no points`),
        when(
          { effect: 'reduce' },
          say`${beyond}, 1% of the points is deducted for every percentage point beyond ${at('beyond', quantityNumber)}, down to zero`,
        ),
      ),
    ),
  )
}

const zeroTargetZh = say`${maybe(
  either(
    when({ zeroTarget: 'error' }, word('；目标值不大于0的按数据错误处理')),
    when({ zeroTarget: 'full' }, word('；目标值不大于0的得满分')),
    when({ zeroTarget: 'zero' }, word('；目标值不大于0的不得分')),
  ),
)}${word('。', '')}`
const zeroTargetEn = say`${maybe(
  either(
    when({ zeroTarget: 'error' }, word('; a target of zero or less is a data error')),
    when({ zeroTarget: 'full' }, word('; a target of zero or less gives full points')),
    when({ zeroTarget: 'zero' }, word('; a target of zero or less gives no points')),
  ),
)}${word('.', '')}`
