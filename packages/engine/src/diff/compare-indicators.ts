import {
  type Indicator,
  indicatorById,
  isBranch,
  itemById,
  type Json,
  type Leaf,
  measureById,
  type Place,
  type Scheme,
  walk,
} from '@yardstick/model'
import type { LeafContext } from '@yardstick/wording'
import { compareFields, isEqual } from './compare-fields.ts'
import type { SchemeDifference, Subject } from './difference.ts'

/**
 * The trees, node by node by stable id: what went, then in the order of the newer tree what came, moved and changed, and
 * where children stand in another order.
 */
export function compareIndicators(before: Scheme, after: Scheme, scheme: Subject): SchemeDifference[] {
  const [olds, news] = [indicatorById(before), indicatorById(after)]
  const removed = walk(before).flatMap((place): SchemeDifference[] => {
    const isGone = !news.has(place.node.id) && (place.parent === undefined || news.has(place.parent.id))
    return isGone ? [{ ...subjectOf(place), change: 'removed', value: without(place.node, news) }] : []
  })
  const kept = walk(after).flatMap((place) => {
    const old = olds.get(place.node.id)
    if (old !== undefined) return comparePlaces(old, place, before, after)
    const isFirst = place.parent === undefined || olds.has(place.parent.id)
    return isFirst ? [{ ...subjectOf(place), change: 'added' as const, value: without(place.node, olds) }] : []
  })
  return [...removed, ...kept, ...compareOrder(before, after, scheme)]
}

function comparePlaces(old: Place, now: Place, before: Scheme, after: Scheme): SchemeDifference[] {
  const subject = subjectOf(now)
  const [from, to] = [old.parent?.id ?? null, now.parent?.id ?? null]
  const moved: SchemeDifference[] =
    from === to
      ? []
      : [
          {
            ...subject,
            change: 'moved',
            before: { parent: from, where: old.path.slice(0, -1) },
            after: { parent: to, where: now.path.slice(0, -1) },
          },
        ]
  const changed = compareFields(subject, old.node, now.node, ['id', 'children']).map((each) => {
    const [one, other] = [contextOf(old.node, before), contextOf(now.node, after)]
    const isRule = each.change === 'changed' && each.field === 'scoring' && one !== undefined && other !== undefined
    return isRule ? { ...each, contexts: { before: one, after: other } } : each
  })
  return [...moved, ...changed]
}

/** Children that one parent has in both, in another order. */
function compareOrder(before: Scheme, after: Scheme, scheme: Subject): SchemeDifference[] {
  const olds = indicatorById(before)
  const lists: [subject: Subject, old: readonly Indicator[], now: readonly Indicator[]][] = [
    [scheme, before.indicators, after.indicators],
    ...walk(after).flatMap((place): [Subject, readonly Indicator[], readonly Indicator[]][] => {
      const old = olds.get(place.node.id)?.node
      return old === undefined || !isBranch(old) || !isBranch(place.node)
        ? []
        : [[subjectOf(place), old.children, place.node.children]]
    }),
  ]
  return lists.flatMap(([subject, old, now]): SchemeDifference[] => {
    const common = (list: readonly Indicator[], other: readonly Indicator[]) =>
      list.filter(({ id }) => other.some((each) => each.id === id))
    const [one, other] = [common(old, now), common(now, old)]
    if (isEqual(ids(one), ids(other))) return []
    const names = one.map(({ id }) => now.find((each) => each.id === id)!.name)
    return [
      { ...subject, change: 'reordered', list: 'indicator', before: names, after: other.map((each) => each.name) },
    ]
  })
}

const ids = (nodes: readonly Indicator[]) => nodes.map((node) => node.id)

function subjectOf({ node, path }: Place): Subject {
  return { of: 'indicator', id: node.id, name: node.name, where: path }
}

/** A node without what stands somewhere in the other tree. */
function without(node: Indicator, known: ReadonlyMap<string, unknown>): Json {
  const strip = (each: Indicator): Indicator =>
    isBranch(each) ? { ...each, children: each.children.filter(({ id }) => !known.has(id)).map(strip) } : each
  return strip(node) as unknown as Json
}

/** What a 评分标准 takes from its row, as far as the document itself says it. */
function contextOf(node: Indicator, scheme: Scheme): LeafContext | undefined {
  if (isBranch(node)) return undefined
  const value = measuredBy(node, scheme)
  const { scoring } = node
  return {
    name: node.name,
    points: node.points,
    ...(node.target === undefined ? {} : { target: node.target }),
    ...(node.actual === undefined ? {} : { actual: node.actual }),
    ...(value === undefined ? {} : { valueType: value.type }),
    ...(value?.unit === undefined ? {} : { unit: value.unit }),
    ...(scheme.stepCount === undefined ? {} : { stepCount: scheme.stepCount }),
    ...(scoring.method === 'checklist' ? { elementIds: scoring.elements.map((element) => element.id) } : {}),
  }
}

/** The item or measure that the leaf's value is. */
function measuredBy({ actual }: Leaf, scheme: Scheme) {
  if (actual === undefined) return undefined
  const name = /^\s*\[([^\]]+)\]\s*$/u.exec(actual)?.[1] ?? actual.trim()
  return itemById(scheme).get(name) ?? measureById(scheme).get(name)
}
