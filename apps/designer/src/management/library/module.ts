import { namesIn, parseFormula } from '@yardstick/formula'
import {
  applyEdit,
  type Edit,
  formulas,
  type Indicator,
  indicatorById,
  isBranch,
  references,
  type Scheme,
  type TemplatePackage,
} from '@yardstick/model'
import { readsName } from '../../store/reads-name.ts'

/** A part of a tree with the items and measures it reads: what the library keeps. */
export type Module = NonNullable<TemplatePackage['modules']>[number]

/**
 * An indicator of a scheme as an entry of the library: with all it reads, however far that leads. Shared conditions are
 * written out where they are used, since they stay behind.
 *
 * returns  undefined where there is no such indicator
 */
export function moduleOf(scheme: Scheme, id: string): Module | undefined {
  const place = indicatorById(scheme).get(id)
  if (place === undefined) return undefined
  const node = writtenOut(place.node, scheme.conditions ?? {})
  const read = namesRead({ ...bare(scheme), indicators: [node] })
  for (let size = -1; size !== read.size; ) {
    size = read.size
    for (const name of namesRead({ ...bare(scheme), ...chosen(scheme, read) })) read.add(name)
  }
  const { items, measures } = chosen(scheme, read)
  return { id: node.id, name: node.name, items, ...(measures.length === 0 ? {} : { measures }), indicators: [node] }
}

export interface TakenOver {
  readonly edit: Edit
  /** The ids that the indicators have in the scheme. */
  readonly ids: readonly string[]
  /** Items and measures that the scheme has under these names: its own are used. */
  readonly kept: readonly string[]
}

/**
 * The edit that puts an entry of the library into a branch of a scheme (null: into the top level): behind one of its
 * indicators, else at its end. Ids that are taken get others; items and measures come along unless the scheme has them.
 */
export function takeOver(
  scheme: Scheme,
  module: Module,
  parent: string | null,
  behind: string | null = null,
): TakenOver {
  const own = new Set([...scheme.items, ...(scheme.measures ?? [])].map(({ id }) => id))
  const isNew = ({ id }: { readonly id: string }) => !own.has(id)
  const measures = module.measures ?? []
  const indicators = withFreeIds(scheme, module)
  const target = parent === null ? undefined : indicatorById(scheme).get(parent)?.node
  const siblings = target !== undefined && isBranch(target) ? target.children : scheme.indicators
  const at = siblings.findIndex(({ id }) => id === behind)
  const first = at < 0 ? siblings.length : at + 1
  const edits: Edit[] = [
    ...module.items
      .filter(isNew)
      .map((item, index): Edit => ({ type: 'add-item', index: scheme.items.length + index, item })),
    ...measures
      .filter(isNew)
      .map((measure, index): Edit => ({ type: 'add-measure', index: (scheme.measures?.length ?? 0) + index, measure })),
    ...indicators.map(
      (indicator, index): Edit => ({
        type: 'add-indicator',
        parent,
        index: first + index,
        indicator,
      }),
    ),
  ]
  const kept = [...module.items, ...measures].map(({ id }) => id).filter((id) => own.has(id))
  return { edit: { type: 'batch', edits }, ids: indicators.map(({ id }) => id), kept }
}

/** The module's indicators under ids that the scheme has not yet, whatever in them speaks of each other included. */
function withFreeIds(scheme: Scheme, module: Module): readonly Indicator[] {
  const taken = new Set(indicatorById(scheme).keys())
  let alone: Scheme = {
    ...bare(scheme),
    items: module.items,
    measures: module.measures ?? [],
    indicators: module.indicators,
  }
  const ids = [...indicatorById(alone).keys()]
  for (const id of ids) taken.add(id)
  const own = indicatorById(scheme)
  for (const from of ids.filter((id) => own.has(id))) {
    let number = 2
    while (taken.has(`${from}-${number}`)) number++
    const to = `${from}-${number}`
    taken.add(to)
    const renamed = applyEdit(alone, { type: 'rename-indicator', from, to }, readsName)
    if (renamed.ok) alone = renamed.value.scheme
  }
  return alone.indicators
}

/** What an identity needs, with nothing in it. */
function bare(scheme: Scheme): Scheme {
  const { rules: _, conditions: __, cases: ___, layout: ____, lineage: _____, ...rest } = scheme
  return { ...rest, items: [], measures: [], indicators: [] }
}

function chosen(scheme: Scheme, names: ReadonlySet<string>) {
  return {
    items: scheme.items.filter(({ id }) => names.has(id)),
    measures: (scheme.measures ?? []).filter(({ id }) => names.has(id)),
  }
}

/** The names of items and measures that are read anywhere in it. */
function namesRead(scheme: Scheme): Set<string> {
  const found = new Set<string>()
  for (const { kind, name } of references(scheme)) if (kind === 'name' || kind === 'evidence') found.add(name)
  for (const { text } of formulas(scheme)) {
    const parsed = parseFormula(text)
    if (parsed.ok) for (const name of namesIn(parsed.value)) found.add(name)
  }
  return found
}

/** Shared conditions in place of their names, those they use in turn included. */
function writtenOut<T>(value: T, conditions: NonNullable<Scheme['conditions']>, within: readonly string[] = []): T {
  if (Array.isArray(value)) return value.map((each) => writtenOut(each, conditions, within)) as T
  if (typeof value !== 'object' || value === null) return value
  const { condition } = value as { condition?: unknown }
  if (typeof condition === 'string' && Object.hasOwn(conditions, condition) && !within.includes(condition)) {
    return writtenOut(conditions[condition], conditions, [...within, condition]) as T
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, writtenOut(each, conditions, within)]),
  ) as T
}
