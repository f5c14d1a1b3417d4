import type { Json, Language, Scoring, UpdateField, UpdateRow } from '@yardstick/model'
import { printMethodBrief } from '@yardstick/wording'
import { showField, showNames } from './show-field.ts'
import { diffWords } from './words.ts'

/** One line of an update 上级更新: what differs, what it was, and what it is on either side. */
export interface UpdateSides {
  /** 产出 / 数量：分值 */
  readonly about: string
  /** The field's name alone; empty for a thing as a whole. */
  readonly label: string
  readonly base: string
  readonly local: string
  readonly upstream: string
}

type NameOf = (id: string) => string | undefined

/**
 * A field of an update's row as values beside each other, for whoever has to choose.
 *
 * nameOf  the name of an indicator by its id, for places it was moved to
 */
export function updateSides(
  row: Pick<UpdateRow, 'of' | 'name' | 'where'>,
  field: UpdateField,
  language: Language,
  nameOf: NameOf = () => undefined,
): UpdateSides {
  const words = diffWords[language]
  const say = WORDS[language]
  const { of, name, where } = row
  const label = labelOf(field, language)
  const thing = of === 'scheme' ? '' : where.length > 1 ? where.join(' / ') : words.about(of, name)
  const about = [thing, label].filter((part) => part !== '').join(say.colon)
  const show = (value: Json) => shown(of, field, value, language, nameOf)
  return { about, label, base: show(field.base), local: show(field.local), upstream: show(field.upstream) }
}

function labelOf({ field, kind }: UpdateField, language: Language): string {
  const { fields } = diffWords[language]
  if (field === null) return ''
  if (kind === 'moved') return WORDS[language].place
  if (kind === 'order') return WORDS[language].order(fields[field] ?? field)
  const [head = '', ...rest] = stepsOf(field)
  const { places } = diffWords[language]
  const inside = rest.map((step) => (head === 'rounding' ? places[step] : fields[step]) ?? step)
  return [fields[head] ?? head, ...inside].join(' / ')
}

/** The steps of a JSON Pointer without its first slash. */
function stepsOf(field: string): string[] {
  return field.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function shown(
  of: UpdateRow['of'],
  { field, kind }: UpdateField,
  value: Json,
  language: Language,
  nameOf: NameOf,
): string {
  const words = diffWords[language]
  const say = WORDS[language]
  if (kind === 'moved') return value === null ? words.top : words.quoted(nameOf(String(value)) ?? String(value))
  if (kind === 'order') return showNames((Array.isArray(value) ? value : []).map(String), words)
  if (field === null)
    return value === null
      ? say.gone
      : of === 'condition'
        ? (showField(of, value, language) ?? say.there)
        : say.there + sizeOf(value, language)
  if (value === null) return say.none
  if (field === 'scoring') return printMethodBrief(value as unknown as Scoring, language)
  const steps = stepsOf(field)
  return showField(steps[0] === 'rounding' ? 'rounding' : (steps.at(-1) ?? of), value, language) ?? say.long
}

/** （10 分，3 个末级指标）; nothing of what has no points. */
function sizeOf(value: Json, language: Language): string {
  const points = isObject(value) ? value['points'] : undefined
  return typeof points === 'string' ? diffWords[language].points(points, leavesOf(value)) : ''
}

/** How many leaves a branch has; 0 of what is no branch. */
function leavesOf(value: Json): number {
  const children = isObject(value) ? value['children'] : undefined
  if (!Array.isArray(children)) return 0
  return (children as readonly Json[]).reduce((count: number, child) => count + Math.max(1, leavesOf(child)), 0)
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Words {
  readonly colon: string
  readonly none: string
  readonly gone: string
  readonly there: string
  readonly long: string
  readonly place: string
  readonly order: (list: string) => string
}

const WORDS: { readonly [L in Language]: Words } = {
  zh: {
    colon: '：',
    none: '空',
    gone: '无',
    there: '有',
    long: '较长的内容',
    place: '所在位置',
    order: (list) => `${list}的次序`,
  },
  en: {
    colon: ': ',
    none: 'nothing',
    gone: 'not there',
    there: 'there',
    long: 'longer contents',
    place: 'place',
    order: (list) => `order of ${list}`,
  },
}
