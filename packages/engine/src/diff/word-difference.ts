import type { Json, Language, Scoring } from '@yardstick/model'
import { printStandard } from '@yardstick/wording'
import type { Added, Changed, Removed, SchemeDifference } from './difference.ts'
import { showField, showNames } from './show-field.ts'
import { type DiffWords, diffWords } from './words.ts'

/** One plain sentence for one difference: “参保人员满意度：分值由 10 改为 8”. */
export function wordDifference(difference: SchemeDifference, language: Language): string {
  const words = diffWords[language]
  const { of, name } = difference
  const about = words.about(of, name)
  const parent = difference.where.at(-2)
  switch (difference.change) {
    case 'added':
      return words.added(what(difference, words), parent)
    case 'removed':
      return words.removed(what(difference, words), parent)
    case 'renamed':
      return difference.by === 'name' || of === 'item' || of === 'measure'
        ? words.renamed(of, difference.before, difference.after)
        : words.recoded(about, difference.before, difference.after)
    case 'moved':
      return words.moved(about, placeName(difference.before.where), placeName(difference.after.where))
    case 'reordered':
      return words.reordered(about, difference.list, showNames(difference.after, words))
    case 'changed':
      return wordChange(difference, about, language, words)
  }
}

/** 指标“X”（10 分，3 个末级指标） */
function what({ of, name, value }: Added | Removed, words: DiffWords): string {
  const subject = `${words.parts[of]}${words === diffWords.en ? ' ' : ''}${words.quoted(name)}`
  const points = of === 'indicator' ? textOf(value, 'points') : undefined
  return points === undefined ? subject : `${subject}${words.points(points, isBranch(value) ? leafCount(value) : 0)}`
}

function wordChange(change: Changed, about: string, language: Language, words: DiffWords): string {
  const field = words.fields[change.field] ?? change.field
  const [before, after] = [shownValue(change, 'before', language), shownValue(change, 'after', language)]
  if (change.before === null && after !== undefined) return words.set(about, field, after)
  if (change.after === null && before !== undefined) return words.unset(about, field, before)
  // What reads the same on both sides differs only in the document.
  if (before === undefined || after === undefined || before === after) return words.touched(about, field)
  return words.changed(about, field, before, after)
}

function shownValue(change: Changed, side: 'before' | 'after', language: Language): string | undefined {
  const value = change[side]
  if (change.field === 'scoring' && change.contexts !== undefined && value !== null) {
    return diffWords[language].quoted(printStandard(value as unknown as Scoring, change.contexts[side], language))
  }
  return showField(change.field, value, language)
}

function placeName(where: readonly string[]): string | undefined {
  return where.length === 0 ? undefined : where.join(' / ')
}

function textOf(value: Json, key: string): string | undefined {
  const text =
    typeof value === 'object' && value !== null ? (value as { readonly [key: string]: Json })[key] : undefined
  return typeof text === 'string' ? text : undefined
}

function isBranch(value: Json): value is { readonly children: readonly Json[] } {
  return typeof value === 'object' && value !== null && 'children' in value
}

function leafCount(value: Json): number {
  return isBranch(value) ? value.children.reduce((count: number, child) => count + leafCount(child), 0) : 1
}
