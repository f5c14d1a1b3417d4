import type { Json, Language, Scoring, UpdateField, UpdateRow } from '@yardstick/model'
import { printMethodBrief } from '@yardstick/wording'
import { isEqual } from './compare-fields.ts'
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
  const say = sentences[language]
  const { of, name, where } = row
  const label = labelOf(field, language)
  const thing = of === 'scheme' ? '' : where.length > 1 ? where.join(' / ') : words.about(of, name)
  const about = [thing, label].filter((part) => part !== '').join(say.colon)
  const show = (value: Json) => shown(of, field, value, language, nameOf)
  return { about, label, base: show(field.base), local: show(field.local), upstream: show(field.upstream) }
}

/** One sentence for each field of a row: who changed it to what, and what the updated scheme has. */
export function wordUpdateRow(row: UpdateRow, language: Language, nameOf?: NameOf): string[] {
  const say = sentences[language]
  return row.fields.map((field) => {
    const sides = updateSides(row, field, language, nameOf)
    const isAlike = field.changed === 'both' && isEqual(field.local, field.upstream)
    const change =
      field.field === null
        ? wordWhole(sides.about, field, isAlike, language)
        : wordField(sides, field, isAlike, language)
    if (isAlike || field.taken === field.changed) return change
    return change + say.taken(say.sides[field.taken], field.isLocked ? row.by : undefined)
  })
}

function wordField(
  { about, base, local, upstream }: UpdateSides,
  { changed }: UpdateField,
  isAlike: boolean,
  language: Language,
): string {
  const say = sentences[language]
  if (isAlike) return say.alike(about, base, upstream)
  return changed === 'both'
    ? say.both(about, base, upstream, local)
    : say.one(about, say.sides[changed], base, changed === 'local' ? local : upstream)
}

/** What happened to a thing as a whole: it came, it went, it was changed, or it has children now or none any more. */
function wordWhole(about: string, field: UpdateField, isAlike: boolean, language: Language): string {
  const say = sentences[language]
  const deed = (value: Json) => {
    const size = value === null ? '' : sizeOf(value, language)
    if (value === null) return say.deeds.removed
    if (field.base === null) return say.deeds.added + size
    if (field.kind === 'shape' && isBranch(value) !== isBranch(field.base)) {
      return isBranch(value) ? say.deeds.toBranch : say.deeds.toLeaf
    }
    return say.deeds.changed
  }
  if (isAlike) return say.did(about, say.bothSides, deed(field.local))
  if (field.changed !== 'both') return say.did(about, say.sides[field.changed], deed(field[field.changed]))
  return say.bothDid(about, deed(field.upstream), deed(field.local))
}

const isBranch = (value: Json) => isObject(value) && 'children' in value

function labelOf({ field, kind }: UpdateField, language: Language): string {
  const { fields } = diffWords[language]
  if (field === null) return ''
  if (kind === 'moved') return sentences[language].place
  if (kind === 'order') return sentences[language].order(fields[field] ?? field)
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
  const say = sentences[language]
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

interface Sentences {
  readonly colon: string
  readonly none: string
  readonly gone: string
  readonly there: string
  readonly long: string
  readonly place: string
  readonly order: (list: string) => string
  readonly bothSides: string
  readonly deeds: { readonly [D in 'added' | 'removed' | 'changed' | 'toBranch' | 'toLeaf']: string }
  readonly did: (about: string, side: string, deed: string) => string
  readonly bothDid: (about: string, upstream: string, local: string) => string
  readonly sides: { readonly upstream: string; readonly local: string }
  readonly one: (about: string, side: string, from: string, to: string) => string
  readonly both: (about: string, from: string, upstream: string, local: string) => string
  readonly alike: (about: string, from: string, to: string) => string
  readonly taken: (side: string, by: string | undefined) => string
}

const sentences: { readonly [L in Language]: Sentences } = {
  zh: {
    colon: '：',
    none: '空',
    gone: '无',
    there: '有',
    long: '较长的内容',
    place: '所在位置',
    order: (list) => `${list}的次序`,
    bothSides: '双方都',
    deeds: {
      added: '新增',
      removed: '删去',
      changed: '有修改',
      toBranch: '改为有下级的指标',
      toLeaf: '改为末级指标',
    },
    did: (about, side, deed) => `${about}：${side}${deed}`,
    bothDid: (about, upstream, local) => `${about}：上级${upstream}，本地${local}`,
    sides: { upstream: '上级', local: '本地' },
    one: (about, side, from, to) => `${about}：${side}由 ${from} 改为 ${to}`,
    both: (about, from, upstream, local) => `${about}：原为 ${from}，上级改为 ${upstream}，本地改为 ${local}`,
    alike: (about, from, to) => `${about}：双方都由 ${from} 改为 ${to}`,
    taken: (side, by) => (by === undefined ? `，取${side}的` : `，已由“${by}”锁定，取${side}的`),
  },
  en: {
    colon: ': ',
    none: 'nothing',
    gone: 'not there',
    there: 'there',
    long: 'longer contents',
    place: 'place',
    order: (list) => `order of ${list}`,
    bothSides: 'both sides',
    deeds: {
      added: 'added',
      removed: 'removed',
      changed: 'changed',
      toBranch: 'made an indicator with children',
      toLeaf: 'made a leaf',
    },
    did: (about, side, deed) => `${about}: ${deed} by ${side}`,
    bothDid: (about, upstream, local) => `${about}: ${upstream} by the template, ${local} by this scheme`,
    sides: { upstream: 'the template', local: 'this scheme' },
    one: (about, side, from, to) => `${about}: changed by ${side} from ${from} to ${to}`,
    both: (about, from, upstream, local) =>
      `${about}: was ${from}, changed by the template to ${upstream} and by this scheme to ${local}`,
    alike: (about, from, to) => `${about}: changed on both sides from ${from} to ${to}`,
    taken: (side, by) =>
      by === undefined ? `; that of ${side} is taken` : `; locked by "${by}", that of ${side} is taken`,
  },
}
