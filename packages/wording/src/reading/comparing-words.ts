import { VALUE } from './lexemes.ts'
import { oneOf } from './pattern.ts'

/** Words that hold a value against a number, before it and behind it. */

/** At least. */
export const GE = oneOf(
  '≥',
  '不低于',
  '不少于',
  '不小于',
  '不得低于',
  '不得少于',
  '大于等于',
  '大于或等于',
  '大于或者等于',
  '大于、等于',
  '高于等于',
  '高于或等于',
  '等于或大于',
  '等于或高于',
  '达到或超过',
  '达到或高于',
  '达到及超过',
  '达到',
  '达',
  '至少',
  '超过(含)',
  '大于(含)',
  '在',
)
/** More than. */
export const GT = oneOf('>', '大于', '高于', '超过', '多于', '超出')
/** At most. */
export const LE = oneOf(
  '≤',
  '不超过',
  '不高于',
  '不大于',
  '不多于',
  '小于等于',
  '小于或等于',
  '低于等于',
  '低于或等于',
  '等于或小于',
  '控制在',
  '未超过',
  '没有超过',
  '不超',
  '至多',
  '最多',
)
/** Less than. */
export const LT = oneOf('<', '小于', '低于', '少于', '不足', '不到', '未达到', '未达', '达不到', '没有达到', '不满')
/** Exactly. */
export const EQ = oneOf('=', '等于', '为')
/** Done to so much: at least that. */
export const BEFORE = oneOf('完成', '实现', '保持在', '维持在', '稳定在')

/** Behind a number: it, and more. */
export const AFTER_GE = oneOf(
  '及以上',
  '(含)以上',
  '(含)及以上',
  '以上(含)',
  '以上(含本数)',
  '含以上',
  '或以上',
  '以上',
  '及其以上',
)
/** More, without it. */
export const AFTER_GT = oneOf('(不含)以上', '以上(不含)', '以上(不含本数)')
/** It, and less. */
export const AFTER_LE = oneOf(
  '及以下',
  '(含)以下',
  '(含)及以下',
  '以下(含)',
  '以下(含本数)',
  '含以下',
  '或以下',
  '及以内',
  '(含)以内',
  '以内(含)',
  '以内',
  '之内',
  '范围内',
  '范围以内',
)
/** Less, without it. */
export const AFTER_LT = oneOf('(不含)以下', '以下(不含)', '以下(不含本数)')
/** Less; whether it belongs is not said. */
export const AFTER_LOW = oneOf('以下')

/** Whether the number before it belongs: （含）, （不含本数）, （含90%）. */
export const MARK = String.raw`\((?:含|不含|包含|不包含|包括|不包括)(?:本数|本级|${VALUE})?\)`
/** Between the two ends of a range. */
export const TO = '(?:[~至到]+|-+)'
/** The middle of a zone in words. */
export const GOAL_WORDS = oneOf('目标值', '计划数', '目标', '计划', '计划值', '指标值', '预算数', '年度指标值')
/** Between two comparisons of one value. */
export const AND = '[,、]?(?:且|并且|但|但是|和|、|,|而)?'
