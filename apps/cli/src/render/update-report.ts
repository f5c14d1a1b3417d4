import { updateSides } from '@yardstick/engine'
import {
  indicatorById,
  type Json,
  type Language,
  type Scheme,
  type TemplateUpdate,
  type UpdateField,
  type UpdateRow,
  wordIssue,
} from '@yardstick/model'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { hanging } from './list.ts'

/** The three that an update is made of, as they stand in the files. */
interface Sides {
  readonly base: Scheme
  readonly local: Scheme
  readonly upstream: Scheme
}

/** Everything that either side changed, in three groups, with what the updated scheme took of it. */
export function updateLines(
  { rows, parameters }: TemplateUpdate,
  sides: Sides,
  versions: { readonly from: string; readonly to: string },
  shell: Shell,
): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  const groups = (['upstream', 'local', 'both'] as const).flatMap((changed) => {
    const ofGroup = rows.flatMap((row) =>
      row.fields.filter((field) => field.changed === changed).map((field) => ({ row, field })),
    )
    if (ofGroup.length === 0) return []
    return [
      paint.bold(words.groups[changed](ofGroup.length)),
      ...ofGroup.flatMap(({ row, field }) => fieldLines(row, field, sides, shell)),
    ]
  })
  return [
    ...hanging('', plainText(words.head(sides.local.name, versions.from, versions.to)), width).map(paint.bold),
    ...(groups.length === 0 ? [paint.green(words.nothing)] : groups),
    ...(parameters.length === 0 ? [] : [paint.bold(words.parameters)]),
    ...parameters.flatMap((each) => hanging('  · ', plainText(wordIssue(each, language)), width)),
  ]
}

function fieldLines(row: UpdateRow, field: UpdateField, sides: Sides, { language, width, paint }: Shell): string[] {
  const words = WORDS[language]
  const { about, base, local, upstream } = textsOf(row, field, sides, language)
  const isAlike = local === upstream
  const whole = field.field === null
  const what =
    field.changed === 'both'
      ? isAlike
        ? words.alike(base, local)
        : words.both(base, upstream, local)
      : whole
        ? field.changed === 'upstream'
          ? upstream
          : local
        : words.change(base, field.changed === 'upstream' ? upstream : local)
  const outcome = isAlike || field.taken === field.changed ? '' : outcomeOf(row, field, words)
  const lines = hanging('  · ', plainText(`${about}${whole ? words.colon : words.space(what)}${what}${outcome}`), width)
  return outcome === '' ? lines : lines.map(field.isLocked ? paint.red : paint.yellow)
}

/** What became of it where that does not go without saying: who locked it, or how the other one is chosen. */
function outcomeOf({ id, by }: UpdateRow, { field, taken, isLocked }: UpdateField, words: Words): string {
  if (isLocked && taken === 'upstream') return words.locked(by ?? '')
  const other = taken === 'local' ? 'upstream' : 'local'
  return words.taken[taken](`${other}:${id}${field === null ? '' : `/${field}`}`)
}

interface Texts {
  readonly about: string
  readonly base: string
  readonly local: string
  readonly upstream: string
}

/** What it is about, and each side as a short text; of a thing as a whole, what became of it. */
function textsOf(row: UpdateRow, field: UpdateField, sides: Sides, language: Language): Texts {
  const texts = updateSides(row, field, language, nameIn(sides))
  if (field.field !== null) return texts
  const { base, local, upstream } = field
  const words = WORDS[language]
  return { about: texts.about, base: '', local: wholeOf(base, local, words), upstream: wholeOf(base, upstream, words) }
}

function wholeOf(base: Json, value: Json, words: Words): string {
  if (value === null) return base === null ? words.absent : words.removed
  if (base === null) return words.added
  return JSON.stringify(value) === JSON.stringify(base) ? words.same : words.changed
}

/** An indicator that was moved away is still called by its name. */
const nameIn =
  ({ base, local, upstream }: Sides) =>
  (id: string): string | undefined =>
    [local, upstream, base].map((each) => indicatorById(each).get(id)?.node.name).find((name) => name !== undefined)

interface Words {
  readonly colon: string
  /** Between a word and what is said of it. */
  readonly space: (text: string) => string
  readonly head: (name: string, from: string, to: string) => string
  readonly groups: { readonly [C in UpdateField['changed']]: (count: number) => string }
  readonly change: (before: string, after: string) => string
  readonly both: (base: string, upstream: string, local: string) => string
  readonly alike: (base: string, local: string) => string
  readonly taken: { readonly [T in UpdateField['taken']]: (choice: string) => string }
  readonly locked: (by: string) => string
  readonly added: string
  readonly removed: string
  readonly changed: string
  readonly same: string
  readonly absent: string
  readonly nothing: string
  readonly parameters: string
}

/** Figures and letters stand apart from Chinese words, quotes do not. */
const apart = (text: string): string => (/^[\u3000-\uffef“‘]/u.test(text) ? '' : ' ')
const behind = (text: string): string => (/[\u3000-\uffef”’]$/u.test(text) ? '' : ' ')

const WORDS: { readonly [L in Language]: Words } = {
  zh: {
    colon: '：',
    space: apart,
    head: (name, from, to) => `${name}：模板 ${from} → ${to}`,
    groups: {
      upstream: (count) => `上级改了（${count}）`,
      local: (count) => `本地改了（${count}）`,
      both: (count) => `双方都改了（${count}）`,
    },
    change: (before, after) => `由${apart(before)}${before}${behind(before)}改为${apart(after)}${after}`,
    both: (base, upstream, local) =>
      `${base === '' ? '' : `原为${apart(base)}${base}，`}上级${apart(upstream)}${upstream}，本地${apart(local)}${local}`,
    alike: (base, local) =>
      base === '' ? `双方都${local}` : `双方都改为${apart(local)}${local}（原为${apart(base)}${base}）`,
    taken: {
      local: (choice) => `；保留本地的（--take ${choice} 取上级的）`,
      upstream: (choice) => `；取上级的（--take ${choice} 取本地的）`,
    },
    locked: (by) => `；已由${by === '' ? '上级' : `“${by}”`}锁定，以上级为准`,
    added: '新增',
    removed: '删去',
    changed: '改动',
    same: '未动',
    absent: '没有',
    nothing: '双方都没有改动',
    parameters: '不再适用的参数，已改用新版本的默认值',
  },
  en: {
    colon: ': ',
    space: () => ' ',
    head: (name, from, to) => `${name}: template ${from} → ${to}`,
    groups: {
      upstream: (count) => `Changed above (${count})`,
      local: (count) => `Changed here (${count})`,
      both: (count) => `Changed by both (${count})`,
    },
    change: (before, after) => `${before} → ${after}`,
    both: (base, upstream, local) => `${base === '' ? '' : `was ${base}; `}above ${upstream}; here ${local}`,
    alike: (base, local) => `changed alike: ${base === '' ? local : `${base} → ${local}`}`,
    taken: {
      local: (choice) => `; the local one stays (--take ${choice} takes the other)`,
      upstream: (choice) => `; the one above is taken (--take ${choice} takes the other)`,
    },
    locked: (by) => `; locked by ${by === '' ? 'those above' : `"${by}"`}, theirs is taken`,
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    same: 'untouched',
    absent: 'not there',
    nothing: 'neither side changed anything',
    parameters: 'Parameters that no longer fit take the default of the newer version',
  },
}
