import type { Conflict, Json, Language, Scoring } from '@yardstick/model'
import { printMethodBrief } from '@yardstick/wording'
import { showField, showNames } from './show-field.ts'
import { diffWords } from './words.ts'

/** A conflict as two choices beside each other: what it is about, and what each side wants. */
export interface ConflictSides {
  readonly about: string
  readonly mine: string
  readonly theirs: string
}

/**
 * For whoever has to choose, where `wordConflict` says in one sentence what a merge has kept.
 *
 * nameOf  the name of an indicator by its id; where it has none, it is not said where something was moved
 */
export function conflictSides(
  conflict: Conflict,
  language: Language,
  nameOf: (id: string) => string | undefined = () => undefined,
): ConflictSides {
  const words = diffWords[language]
  const say = sides[language]
  const { kind, of, where, name, field } = conflict
  const path = (field ?? '').split('/').filter((step) => step !== '')
  const label = path.map((step) => words.fields[step] ?? step).join(' / ')
  const thing = where.length > 1 ? where.join(' / ') : words.about(of, name)
  const head = [of === 'scheme' ? '' : thing, label].filter((each) => each !== '')
  const show = (value: Json) => {
    if (value === null) return say.none
    if (kind === 'order') return showNames((value as Json[]).map(String), words)
    if (field === 'scoring') return printMethodBrief(value as unknown as Scoring, language)
    return showField(path.at(-1) ?? of, value, language) ?? say.long
  }
  const about = head.join(say.colon)
  const movedTo = (parent: Json) => {
    if (parent === null) return say.movedToTop
    const above = nameOf(String(parent))
    return above === undefined ? say.moved : say.movedTo(above)
  }
  switch (kind) {
    case 'field':
    case 'order':
      return { about, mine: show(conflict.mine), theirs: show(conflict.theirs) }
    case 'moved':
      return { about, mine: movedTo(conflict.mine), theirs: movedTo(conflict.theirs) }
    default:
      return { about, ...say[kind] }
  }
}

type Kind = Exclude<Conflict['kind'], 'field' | 'order' | 'moved'>
type Sides = { readonly [K in Kind]: Omit<ConflictSides, 'about'> } & {
  readonly none: string
  readonly long: string
  readonly colon: string
  readonly moved: string
  readonly movedTo: (above: string) => string
  readonly movedToTop: string
}

const sides: { readonly [L in Language]: Sides } = {
  zh: {
    none: '空',
    long: '改过的内容',
    colon: '：',
    moved: '移动后的位置',
    movedTo: (above) => `放在“${above}”之下`,
    movedToTop: '放在最上级',
    added: { mine: '您新增的内容', theirs: '他人新增的内容' },
    taken: { mine: '您以此名新增的', theirs: '他人以此名新增的' },
    'removed-mine': { mine: '删去', theirs: '保留，带他人的修改' },
    'removed-theirs': { mine: '保留，带您的修改', theirs: '删去' },
    shape: { mine: '您改后的层级', theirs: '他人改后的内容' },
    'no-place': { mine: '您新增的指标', theirs: '不加入：上级已改为末级' },
  },
  en: {
    none: 'nothing',
    long: 'the changed contents',
    colon: ': ',
    moved: 'where it was moved',
    movedTo: (above) => `under "${above}"`,
    movedToTop: 'at the top',
    added: { mine: 'what you added', theirs: 'what somebody else added' },
    taken: { mine: 'what you added under this name', theirs: 'what somebody else added under it' },
    'removed-mine': { mine: 'removed', theirs: 'kept, as somebody else changed it' },
    'removed-theirs': { mine: 'kept, as you changed it', theirs: 'removed' },
    shape: { mine: 'its level as you changed it', theirs: 'its contents as somebody else changed them' },
    'no-place': { mine: 'the indicator you added', theirs: 'left out: what it stood under is a leaf now' },
  },
}
