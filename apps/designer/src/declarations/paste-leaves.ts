import { normaliseFormula, writeName } from '@yardstick/formula'
import type { Declaration, Language, OwnLeaf, Scheme, Target } from '@yardstick/model'
import { readQuantity } from '../parts/field/read-quantity.ts'
import { changeOwnLeaf, ownLeavesOf, withField, withItems, withOwnLeaves } from './declaration-edits.ts'
import { newLeaf } from './new-leaf.ts'
import { itemFor, unknownNames } from './own-actual.ts'
import { methodOfName, ownScoring } from './own-scoring.ts'
import { readOwnTarget } from './own-target.ts'

/** What a pasted table makes of a declaration, with what has to be said before it is done. */
export interface PastedLeaves {
  readonly declaration: Declaration
  /** Rows that become or change a leaf. */
  readonly count: number
  /** Names of new items of the unit's own. */
  readonly items: readonly string[]
  /** Texts that could not be read; their cells keep what they have. */
  readonly unread: readonly string[]
}

/**
 * Rows of a table as own leaves of one branch: the leaves from `from` on are gone over, the others are new. A new leaf
 * gets the method that fits its target, and an item of its name where it takes its value from nothing else.
 */
export function pasteLeaves(
  declaration: Declaration,
  columns: readonly string[],
  texts: readonly (readonly string[])[],
  place: {
    readonly scheme: Scheme
    readonly branch: string
    readonly from: number
    readonly language: Language
  },
): PastedLeaves {
  const { scheme, branch, language } = place
  const titled = columnsOfTitles(texts[0] ?? [])
  const of = titled ?? columns
  const rows = (titled === undefined ? texts : texts.slice(1)).filter((row) => row.some((text) => text.trim() !== ''))
  const items: string[] = []
  const unread: string[] = []
  let next = declaration
  rows.forEach((row, at) => {
    const textOf = (column: string) => (row[of.indexOf(column)] ?? '').trim()
    const known = ownLeavesOf(next, branch)[place.from + at]
    const before = known ?? newLeaf(scheme, next, branch, textOf('name'), language)
    const name = textOf('name')
    const points = readOr(textOf('points').replace(/\s*(分|points?)$/i, ''), readQuantity, textOf('points'))
    const target = readOr(textOf('target'), (text): Target | undefined => readOwnTarget(text).target)
    const method = readOr(textOf('method'), methodOfName)
    let leaf: OwnLeaf = {
      ...before,
      ...(name === '' ? {} : { name }),
      ...(points === undefined ? {} : { points }),
      ...(target === undefined ? {} : { target }),
    }
    const fitting = known === undefined ? methodFor(leaf.target) : undefined
    const chosen = method ?? fitting
    if (chosen !== undefined) leaf = { ...leaf, scoring: ownScoring(chosen, leaf, language) }
    const own = ownLeavesOf(next, branch)
    next =
      known === undefined
        ? withOwnLeaves(next, branch, [...own, leaf])
        : changeOwnLeaf(next, branch, leaf.id, () => leaf)
    const needsActual = known === undefined && leaf.scoring.method !== 'levels'
    const actual = textOf('actual') === '' && needsActual ? writeName(leaf.name) : normaliseFormula(textOf('actual'))
    if (actual === '') return
    const names = unknownNames(actual, next, scheme)
    if (!names.ok) {
      unread.push(textOf('actual'))
      return
    }
    items.push(...names.names)
    const added = names.names.map((each) => itemFor(each, leaf))
    next = changeOwnLeaf(withItems(next, [...(next.items ?? []), ...added]), branch, leaf.id, (each) =>
      withField(each, 'actual', actual),
    )
  })
  return { declaration: next, count: rows.length, items, unread }

  function readOr<T>(text: string, read: (text: string) => T | undefined, written = text): T | undefined {
    if (text === '') return undefined
    const value = read(text)
    if (value === undefined) unread.push(written)
    return value
  }
}

function methodFor(target: Target | undefined) {
  if (target === undefined || 'text' in target) return undefined
  return 'date' in target ? 'pass' : 'ratio'
}

/** The columns that the first row names; undefined where it is no row of titles. */
function columnsOfTitles(row: readonly string[]): readonly string[] | undefined {
  const found = row.map((text) => TITLES.find(([, title]) => title.test(text.normalize('NFKC').trim()))?.[0] ?? '')
  return found.includes('name') && found.filter((each) => each !== '').length > 1 ? found : undefined
}

const TITLES: readonly (readonly [string, RegExp])[] = [
  ['name', /^(个性|自设|三级|四级)?指标(名称)?$|^indicator$|^name$/i],
  ['points', /^(指标)?(分值|权重)(\(.*\))?$|^points$/i],
  ['target', /^(申报|年度|年初|预期)?(目标值|指标值|绩效目标)$|^(declared )?target$/i],
  ['method', /^(计分|评分)方法$|^method$/i],
  ['actual', /^取数$|^数据项$|^value from$/i],
]
