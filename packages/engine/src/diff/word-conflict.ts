import type { Conflict, Json, Language } from '@yardstick/model'
import { showField, showNames } from './show-field.ts'
import { diffWords } from './words.ts'

/**
 * One plain sentence for one conflict of a merge, as whoever saves reads it: “数量：分值您改为 8，他人已改为 9（原为 10），保留
 * 他人的”.
 */
export function wordConflict(conflict: Conflict, language: Language): string {
  const words = diffWords[language]
  const say = sentences[language]
  const { of, name, field } = conflict
  const about = words.about(of, name)
  const shown = (value: Json) => showField(lastOf(field ?? of), value, language)
  switch (conflict.kind) {
    case 'field': {
      const [mine, theirs] = [shown(conflict.mine), shown(conflict.theirs)]
      const label = labelOf(field ?? '', words.fields)
      // What takes more than a line to show is told without its values.
      if (isLong(conflict.mine, mine) || isLong(conflict.theirs, theirs)) return say.touched(about, label)
      return say.field(about, label, mine ?? say.none, theirs ?? say.none, shown(conflict.base))
    }
    case 'added':
      return say.added(about)
    case 'taken':
      return say.taken(about)
    case 'removed-mine':
      return say.removedMine(about)
    case 'removed-theirs':
      return say.removedTheirs(about)
    case 'shape':
      return say.shape(about)
    case 'moved':
      return say.moved(about, conflict.theirs === null ? words.top : (conflict.where.at(-2) ?? words.top))
    case 'no-place':
      return say.noPlace(about)
    case 'order':
      return say.order(about, labelOf(field ?? '', words.fields), showNames(names(conflict.theirs), words))
  }
}

interface Sentences {
  readonly none: string
  readonly field: (about: string, field: string, mine: string, theirs: string, base: string | undefined) => string
  readonly touched: (about: string, field: string) => string
  readonly added: (about: string) => string
  readonly taken: (about: string) => string
  readonly removedMine: (about: string) => string
  readonly removedTheirs: (about: string) => string
  readonly shape: (about: string) => string
  readonly moved: (about: string, to: string) => string
  readonly noPlace: (about: string) => string
  readonly order: (about: string, list: string, order: string) => string
}

const sentences: { readonly [L in Language]: Sentences } = {
  zh: {
    none: '空',
    field: (about, field, mine, theirs, base) =>
      `${about}：${field}您改为 ${mine}，他人已改为 ${theirs}${base === undefined ? '' : `（原为 ${base}）`}，保留他人的`,
    touched: (about, field) => `${about}：您和他人都改了${field}，保留他人的`,
    added: (about) => `${about}：您和他人各自新增，内容不同，保留他人的`,
    taken: (about) => `${about}：他人已用此名新增另一类内容，您的没有加入`,
    removedMine: (about) => `${about}：您已删去，他人又有修改或引用，予以保留`,
    removedTheirs: (about) => `${about}：他人已删去，您的修改没有加入，引用它的地方需要改写`,
    shape: (about) => `${about}：一方改了层级（末级与上级互换），另一方改了原来的内容，保留他人的`,
    moved: (about, to) => `${about}：您移动的位置与他人的修改不合，留在“${to}”之下`,
    noPlace: (about) => `${about}：您新增在他人已改为末级的指标之下，没有加入`,
    order: (about, list, order) => `${about}：您和他人都调整了${list}的次序，保留他人的：${order}`,
  },
  en: {
    none: 'nothing',
    field: (about, field, mine, theirs, base) =>
      `${about}: you changed ${field} to ${mine}, somebody else to ${theirs}${base === undefined ? '' : ` (was ${base})`}; theirs is kept`,
    touched: (about, field) => `${about}: you and somebody else both changed ${field}; theirs is kept`,
    added: (about) => `${about}: added by you and by somebody else with different contents; theirs is kept`,
    taken: (about) => `${about}: somebody else has given this name to something of another kind; yours was not added`,
    removedMine: (about) => `${about}: you removed it, somebody else has changed or used it; it stays`,
    removedTheirs: (about) =>
      `${about}: somebody else has removed it; your changes of it were not taken over, and what refers to it has to be mended`,
    shape: (about) =>
      `${about}: one of you made a leaf of a branch or a branch of a leaf, the other changed what it was; theirs is kept`,
    moved: (about, to) =>
      `${about}: where you moved it does not go with somebody else's changes; it stays under "${to}"`,
    noPlace: (about) => `${about}: you added it below an indicator that is now a leaf; it was not added`,
    order: (about, list, order) =>
      `${about}: you and somebody else both put ${list} into another order; theirs is kept: ${order}`,
  },
}

/** 应得结果 / total: each step of a path by its name where it has one. */
function labelOf(field: string, fields: { readonly [field: string]: string }): string {
  return pathOf(field)
    .map((step) => fields[step] ?? step)
    .join(' / ')
}

const lastOf = (field: string) => pathOf(field).at(-1) ?? ''

/** The steps of a JSON Pointer without its first slash. */
function pathOf(field: string): string[] {
  return field.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function isLong(value: Json, shown: string | undefined): boolean {
  return value !== null && shown === undefined
}

function names(value: Json): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
