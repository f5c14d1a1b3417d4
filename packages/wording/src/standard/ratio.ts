import type { RatioScoring, Target } from '@yardstick/model'
import { quantityNumber } from '../phrase/number.ts'
import { as, at, either, maybe, type Phrase, say, when, word } from '../phrase/phrase.ts'
import { type Direction, directionOf } from '../target/direction.ts'
import type { InLanguages, Speech } from './context.ts'
import { targetAside, targetSlot } from './slots.ts'

/**
 * 按比例: 达到目标值（≥50个）得满分，未达到的按实际完成值÷目标值的比例得分。
 *
 * Which way round the quotient stands follows from the target's direction, so the sentence is read together with it: a
 * sentence that divides the other way is not this rule.
 */
export function ratioSentence(speech: Speech): Phrase<RatioScoring> {
  return as(
    SENTENCES[speech.language](speech),
    ({ way, overshoot, ...rest }) => {
      const scoring: RatioScoring = { method: 'ratio', ...rest }
      if (way !== wayOf(scoring.target ?? speech.target)) return undefined
      if (overshoot === undefined) return scoring
      if (overshoot.way !== way) return undefined
      return { ...scoring, overshoot: { beyond: overshoot.beyond, effect: overshoot.effect } }
    },
    ({ method: _, overshoot, ...rest }) => {
      const way = wayOf(rest.target ?? speech.target)
      return { way, ...rest, ...(overshoot === undefined ? {} : { overshoot: { ...overshoot, way } }) }
    },
  )
}

type Way = 'higher' | 'lower' | 'none'

interface View extends Omit<RatioScoring, 'method' | 'overshoot'> {
  way: Way
  overshoot?: { beyond: string; effect: 'refuse' | 'reduce'; way: Way }
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
    const beyond = say`的幅度大于${at('beyond', quantityNumber)}的`
    const over = either(
      when({ way: 'higher' }, say`；超出目标值${beyond}`),
      when({ way: 'lower' }, say`；低于目标值${beyond}`),
      when({ way: 'none' }, say`；优于目标值${beyond}`),
    )
    return say`${either(
      when({ way: 'higher' }, say`达到${target}得满分，${word('未达到的', '未达到')}按${actual}÷${again}的比例得分`),
      when({ way: 'lower' }, say`不超过${target}得满分，${word('超过的', '超过')}按${again}÷${actual}的比例得分`),
      when({ way: 'none' }, say`达到${target}得满分，${word('未达到的', '未达到')}按完成比例得分`),
    )}${maybe(say`；完成比例低于${at('passLine', quantityNumber)}的不得分`)}${maybe(
      at(
        'overshoot',
        either(
          when({ effect: 'refuse' }, say`${over}不得分`),
          when(
            { effect: 'reduce' },
            say`${over}，超过${at('beyond', quantityNumber)}的部分每1个百分点扣减分值的1%，扣完为止`,
          ),
        ),
      ),
    )}${maybe(
      either(
        when({ zeroTarget: 'error' }, word('；目标值不大于0的按数据错误处理')),
        when({ zeroTarget: 'full' }, word('；目标值不大于0的得满分')),
        when({ zeroTarget: 'zero' }, word('；目标值不大于0的不得分')),
      ),
    )}${word('。', '')}`
  },
  en: (speech) => {
    const target = either(
      say`the scoring target${at('target', targetSlot(speech))}`,
      say`the target${targetAside(speech)}`,
    )
    const over = either(
      when({ way: 'higher' }, say`; if the actual is more than ${at('beyond', quantityNumber)} above the target`),
      when({ way: 'lower' }, say`; if the actual is more than ${at('beyond', quantityNumber)} below the target`),
      when({ way: 'none' }, say`; if the actual is more than ${at('beyond', quantityNumber)} better than the target`),
    )
    return say`${either(
      when(
        { way: 'higher' },
        say`Full points at ${target} or above; below it, points in proportion to actual ÷ target`,
      ),
      when({ way: 'lower' }, say`Full points at ${target} or below; above it, points in proportion to target ÷ actual`),
      when({ way: 'none' }, say`Full points at ${target}; otherwise, points in proportion to completion`),
    )}${maybe(say`; no points if completion is below ${at('passLine', quantityNumber)}`)}${maybe(
      at(
        'overshoot',
        either(
          when({ effect: 'refuse' }, say`${over}, no points`),
          when(
            { effect: 'reduce' },
            say`${over}, 1% of the points is deducted for every percentage point beyond ${at('beyond', quantityNumber)}, down to zero`,
          ),
        ),
      ),
    )}${maybe(
      either(
        when({ zeroTarget: 'error' }, word('; a target of zero or less is a data error')),
        when({ zeroTarget: 'full' }, word('; a target of zero or less gives full points')),
        when({ zeroTarget: 'zero' }, word('; a target of zero or less gives no points')),
      ),
    )}${word('.', '')}`
  },
}
