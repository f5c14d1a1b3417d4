import {
  canonicalText,
  type Edit,
  formulas,
  type Indicator,
  isBranch,
  type Language,
  longestInOrder,
  mentions,
  newId,
  type Place,
  references,
  type Scheme,
  schemeEdits,
  walk,
} from '@yardstick/model'
import type { ImportedRow, TableImport } from './import-table.ts'
import { fieldsOfRow, mergedNode } from './match-fields.ts'
import { type Match, matchTrees } from './match-rows.ts'
import { TreeMerge } from './merge-trees.ts'
import type { FieldChange, RowDifference } from './row-difference.ts'

export type { FieldChange, MatchedBy, RowDifference } from './row-difference.ts'

/**
 * A newer table held against the scheme that is there: what is different, and the one edit that takes it over. Ids, rules,
 * items and whatever the table says nothing of stay; the same table twice is no difference.
 */
export interface TableMatch {
  /** In the order of the table; what it no longer has stands behind, in the order of the scheme. */
  readonly differences: readonly RowDifference[]
  /** The scheme with everything taken that is not left out. */
  readonly scheme: Scheme
  /** Leads there; a batch without edits where nothing is to be done. */
  readonly edit: Edit
}

/** `leftOut`: ids of differences that are not taken over. */
export function matchTable(
  scheme: Scheme,
  table: Pick<TableImport, 'scheme' | 'rows'>,
  { language, leftOut = new Set() }: { readonly language: Language; readonly leftOut?: ReadonlySet<string> },
): TableMatch {
  return new Matching(scheme, table, language, leftOut).result()
}

class Matching {
  private readonly matchOfNew: ReadonlyMap<string, Match>
  private readonly matchOfOld: ReadonlyMap<string, Match>
  private readonly rowOf: ReadonlyMap<string, ImportedRow>
  private readonly old: readonly Place[]
  private readonly fresh: readonly Place[]
  /** Ids of the scheme by the ids of the table. */
  private readonly idOf = new Map<string, string>()

  constructor(
    private readonly scheme: Scheme,
    private readonly table: Pick<TableImport, 'scheme' | 'rows'>,
    private readonly language: Language,
    private readonly leftOut: ReadonlySet<string>,
  ) {
    this.old = walk(scheme)
    this.fresh = walk(table.scheme)
    const matches = matchTrees(scheme, table.scheme)
    this.matchOfNew = new Map(matches.map((match) => [match.after.node.id, match]))
    this.matchOfOld = new Map(matches.map((match) => [match.before.node.id, match]))
    this.rowOf = new Map(table.rows.map((row) => [row.id, row]))
    const taken = new Set(this.old.map(({ node }) => node.id))
    for (const { node } of this.fresh) {
      const id = this.matchOfNew.get(node.id)?.before.node.id ?? newId(node.name, taken)
      taken.add(id)
      this.idOf.set(node.id, id)
    }
  }

  result(): TableMatch {
    const differences = [...this.headDifference(), ...this.rowDifferences(), ...this.removals()]
    const taken = new Set(
      differences
        .filter(({ id, kind, isTied }) => kind !== 'same' && isTied !== true && !this.leftOut.has(id))
        .map(({ id }) => id),
    )
    const scheme = this.merged(taken)
    return { differences, scheme, edit: schemeEdits(this.scheme, scheme) }
  }

  private headDifference(): RowDifference[] {
    const [from, to] = [this.scheme.fullScore, this.table.scheme.fullScore]
    if (from === to) return []
    const changes: FieldChange[] = [{ field: 'full-score', from, to }]
    return [{ kind: 'changed', id: '', where: [], row: undefined, by: undefined, changes }]
  }

  private rowDifferences(): RowDifference[] {
    const moved = this.movedIds()
    return this.fresh.map((place): RowDifference => {
      const { node, path: where } = place
      const row = this.rowOf.get(node.id)!
      const common = { id: this.idOf.get(node.id)!, where, row: row.row.sourceRow }
      const match = this.matchOfNew.get(node.id)
      if (match === undefined) return { kind: 'added', ...common, by: undefined, changes: this.textsOf(place, row) }
      const changes = fieldsOfRow(match.before, node, row, this.scheme, this.language)
      const isMoved = moved.has(common.id)
      const place_: FieldChange[] = isMoved ? [this.placeChange(match)] : []
      const kind = isMoved ? 'moved' : changes.length > 0 ? 'changed' : 'same'
      return { kind, ...common, by: match.by, changes: [...place_, ...changes] }
    })
  }

  private placeChange({ before, after }: Match): FieldChange {
    const above = (place: Place) => place.path.slice(0, -1).join('/')
    return { field: 'place', from: above(before), to: above(after) }
  }

  /** What an added one says. */
  private textsOf({ node }: Place, row: ImportedRow): FieldChange[] {
    const named = { id: node.id, name: '', points: '' }
    const bare: Indicator = isBranch(node) ? { ...named, children: [] } : { ...named, scoring: { method: 'judgement' } }
    const nothing: Place = { node: bare, parent: undefined, pointer: '', path: [], depth: 0 }
    return fieldsOfRow(nothing, node, row, this.scheme, this.language)
  }

  /** Under another branch, or in another order than the longest run that kept its own. */
  private movedIds(): Set<string> {
    const moved = new Set<string>()
    for (const { before, after } of this.matchOfNew.values()) {
      const parent = after.parent === undefined ? undefined : this.idOf.get(after.parent.id)
      if (before.parent?.id !== parent) moved.add(before.node.id)
    }
    const ids = this.fresh.map(({ node }) => this.idOf.get(node.id)!)
    for (const branch of [undefined, ...this.old.flatMap(({ node }) => (isBranch(node) ? [node] : []))]) {
      const siblings = new Set(this.old.flatMap(({ node, parent }) => (parent === branch ? [node.id] : [])))
      const wanted = ids.filter((id) => siblings.has(id) && !moved.has(id))
      const isWanted = new Set(wanted)
      const now = [...siblings].filter((id) => isWanted.has(id))
      const staying = longestInOrder(now, wanted)
      for (const id of now) if (!staying.has(id)) moved.add(id)
    }
    return moved
  }

  private removals(): RowDifference[] {
    const gone = this.old.filter(({ node }) => !this.matchOfOld.has(node.id))
    const ids = new Set(gone.map(({ node }) => node.id))
    const tied = this.tiedAmong(ids)
    return gone.map(({ node, path }): RowDifference => {
      const isTied = tied.has(node.id)
      const common = { kind: 'removed' as const, id: node.id, where: path, row: undefined, by: undefined }
      const changes: FieldChange[] = [{ field: 'points', from: node.points, to: '' }]
      return { ...common, changes, ...(isTied ? { isTied } : {}) }
    })
  }

  /** Rules about an indicator go with it; what else speaks of it holds it. */
  private tiedAmong(ids: ReadonlySet<string>): Set<string> {
    const rules = (this.scheme.rules ?? []).filter((rule) => !isAbout(rule, ids))
    const rest: Scheme = { ...this.scheme, rules, indicators: [...this.scheme.indicators] }
    const held = references(rest).filter(({ kind, strength }) => kind === 'indicator' && strength === 'holds')
    return new Set(held.flatMap(({ name }) => (ids.has(name) ? [name] : [])))
  }

  private merged(taken: ReadonlySet<string>): Scheme {
    const merge = new TreeMerge(this.old, this.fresh, this.idOf, taken)
    const indicators = merge.build((fresh, old) => this.node(fresh, old, taken))
    const kept = new Set(walk({ indicators }).map(({ node }) => node.id))
    const gone = new Set(this.old.flatMap(({ node }) => (kept.has(node.id) ? [] : [node.id])))
    const before: Scheme = JSON.parse(JSON.stringify(this.scheme))
    for (const each of references(before)) if (each.strength === 'data' && gone.has(each.name)) each.remove()
    const rules = [...(before.rules ?? []).filter((rule) => !isAbout(rule, gone)), ...this.newRules(taken)]
    const scheme: Scheme = {
      ...before,
      ...(taken.has('') ? { fullScore: this.table.scheme.fullScore } : {}),
      indicators,
      ...(rules.length === 0 && before.rules === undefined ? {} : { rules }),
    }
    return this.withNames(scheme)
  }

  private node(fresh: Place | undefined, old: Indicator | undefined, taken: ReadonlySet<string>): Indicator {
    if (fresh === undefined) return old!
    const id = this.idOf.get(fresh.node.id)!
    if (old === undefined) return { ...fresh.node, id }
    if (!taken.has(id)) return old
    const row = this.rowOf.get(fresh.node.id)!
    return mergedNode(old, { ...fresh.node, id }, row, this.scheme, this.table.scheme, this.language)
  }

  private newRules(taken: ReadonlySet<string>) {
    const ids = new Set((this.scheme.rules ?? []).map(({ id }) => id))
    return (this.table.scheme.rules ?? []).flatMap((rule) => {
      const of = 'indicator' in rule.event.params ? rule.event.params.indicator : undefined
      const indicator = of === undefined ? undefined : this.idOf.get(of)
      const isSame = (each: typeof rule) =>
        each.name === rule.name && canonicalText(each.conditions) === canonicalText(rule.conditions)
      if (indicator === undefined || !taken.has(indicator) || (this.scheme.rules ?? []).some(isSame)) return []
      const id = newId(rule.name, ids, 'rule')
      ids.add(id)
      const event = { ...rule.event, params: { ...rule.event.params, indicator } } as typeof rule.event
      return [{ ...rule, id, event }]
    })
  }

  /** With the items and measures of the table that something in the scheme reads now. */
  private withNames(scheme: Scheme): Scheme {
    const known = new Set([...scheme.items, ...(scheme.measures ?? [])].map(({ id }) => id))
    const { items, measures = [] } = this.table.scheme
    const facts = new Set(references(scheme).flatMap(({ kind, name }) => (kind === 'name' ? [name] : [])))
    const read = formulas(scheme).map(({ text }) => text)
    const isNew = (id: string) => !known.has(id) && (facts.has(id) || read.some((text) => mentions(text, id)))
    const newMeasures = measures.filter(({ id }) => isNew(id))
    read.push(...newMeasures.map(({ formula }) => formula))
    return {
      ...scheme,
      items: [...scheme.items, ...items.filter(({ id }) => isNew(id))],
      ...(newMeasures.length === 0 ? {} : { measures: [...(scheme.measures ?? []), ...newMeasures] }),
    }
  }
}

function isAbout({ event }: NonNullable<Scheme['rules']>[number], ids: ReadonlySet<string>): boolean {
  const { params } = event
  return 'indicator' in params && params.indicator !== undefined && ids.has(params.indicator)
}
