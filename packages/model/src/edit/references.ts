import { pointer } from '../json.ts'
import type { Condition, ConditionValue } from '../schema/condition.ts'
import type { Branch, Indicator, Leaf } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Boundary, Parameter } from '../schema/sharing.ts'
import type { Target } from '../schema/target.ts'
import { isBranchPlace, isLeafPlace, type Place, walk } from '../scheme.ts'

/**
 * Every place of a scheme that refers to something by its name: the one list that renaming, removing and adopting go
 * through, so that a new kind of reference is added here and nowhere else. Formulas are listed apart, since their names
 * are known to the formula language only.
 */
export interface Reference {
  /** What is named. `evidence` is an item or, where no item has that name, an indicator. */
  readonly kind: 'name' | 'indicator' | 'evidence' | 'condition'
  readonly name: string
  readonly pointer: string
  readonly where: readonly string[]
  /**
   * holds: what is named must exist. data: values under its name in a test case, or its place in the layout, which go
   * where it goes. origin: what came from a template, which is remembered when it is gone.
   */
  readonly strength: 'holds' | 'data' | 'origin'
  /** Puts another name here (on a draft); false where that key is already taken in the same map. */
  replace(to: string): boolean
  /** Takes `data` away (on a draft). */
  remove(): void
}

/** A formula as text, where it stands. */
export interface FormulaPlace {
  readonly text: string
  readonly pointer: string
  readonly where: readonly string[]
  replace(text: string): void
}

export function references(scheme: Scheme): Reference[] {
  const found: Reference[] = []
  const out = (reference: Reference) => found.push(reference)
  scheme.items.forEach((item, index) => {
    const at = { pointer: `/items/${index}`, where: [item.id] }
    const { aggregate } = item
    if (aggregate !== undefined && 'by' in aggregate) out(held('name', aggregate, 'by', at, '/aggregate/by'))
  })
  for (const place of walk(scheme)) {
    if (isLeafPlace(place)) leafReferences(scheme, place, out)
    else if (isBranchPlace(place)) branchReferences(place, out)
  }
  for (const [name, condition] of Object.entries(scheme.conditions ?? {})) {
    conditionReferences(condition, { pointer: `/conditions${pointer(name)}`, where: [name] }, 'any', out)
  }
  scheme.rules?.forEach((rule, index) => {
    const at = { pointer: `/rules/${index}`, where: [rule.name] }
    conditionReferences(rule.conditions, under(at, '/conditions'), 'rule', out)
    const { params } = rule.event
    if ('indicator' in params) out(held('indicator', params, 'indicator', at, '/event/params/indicator'))
  })
  scheme.cases?.forEach((each, index) => {
    const at = { pointer: `/cases/${index}`, where: [each.name] }
    entryReferences(each.submission, under(at, '/submission'), out)
    each.submission.units?.forEach((unit, unitIndex) => {
      entryReferences(unit, under(at, `/submission/units/${unitIndex}`), out)
    })
    keyReferences('indicator', each.submission.claims?.scores, under(at, '/submission/claims/scores'), 'data', out)
    keyReferences('indicator', each.expected.scores, under(at, '/expected/scores'), 'data', out)
  })
  keyReferences('indicator', scheme.layout, { pointer: '/layout', where: [] }, 'data', out)
  sharingReferences(scheme, out)
  lineageReferences(scheme, out)
  return found
}

/** What a node itself refers to, at pointers from the node; `items` tell the fields of lists from names. */
export function nodeReferences(node: Indicator, items: Scheme['items']): Reference[] {
  const found: Reference[] = []
  const place = { node, parent: undefined, pointer: '', path: [node.name], depth: 0 }
  if (isLeafPlace(place)) leafReferences({ items }, place, (each) => found.push(each))
  else if (isBranchPlace(place)) branchReferences(place, (each) => found.push(each))
  return found
}

/** What a condition refers to, at pointers from the condition. */
export function referencesOfCondition(condition: Condition): Reference[] {
  const found: Reference[] = []
  conditionReferences(condition, { pointer: '', where: [] }, 'any', (each) => found.push(each))
  return found
}

/** Every formula, in document order. */
export function formulas(scheme: Pick<Scheme, 'measures' | 'indicators' | 'rules'>): FormulaPlace[] {
  const found: FormulaPlace[] = []
  const add = (owner: { [key: string]: unknown }, key: string, at: At, path: string) => {
    const text = owner[key]
    if (typeof text !== 'string') return
    const replace = (to: string) => {
      owner[key] = to
    }
    found.push({ text, pointer: at.pointer + path, where: at.where, replace })
  }
  const addTarget = (target: Target | undefined, at: At, path: string) => {
    if (target !== undefined && 'formula' in target) add(target, 'formula', at, `${path}/formula`)
  }
  scheme.measures?.forEach((measure, index) => {
    add(measure, 'formula', { pointer: `/measures/${index}`, where: [measure.id] }, '/formula')
  })
  for (const place of walk(scheme).filter(isLeafPlace)) {
    const at = { pointer: place.pointer, where: place.path }
    const { node } = place
    addTarget(node.target, at, '/target')
    add(node, 'actual', at, '/actual')
    if (node.scoring.method === 'formula') add(node.scoring, 'formula', at, '/scoring/formula')
    if (node.scoring.method === 'ratio') addTarget(node.scoring.target, at, '/scoring/target')
    if (node.scoring.method === 'pass') addTarget(node.scoring.threshold, at, '/scoring/threshold')
  }
  scheme.rules?.forEach((rule, index) => {
    add(rule.event.params, 'formula', { pointer: `/rules/${index}`, where: [rule.name] }, '/event/params/formula')
  })
  return found
}

/** What a fact names; `total` and `grade` name nothing in rules, which alone may read them. */
export function parseFact(fact: string): { kind: Reference['kind']; prefix: string; name: string } {
  const prefix = ['score:', 'rate:', 'evidence:'].find((each) => fact.startsWith(each)) ?? ''
  const kind = prefix === '' ? 'name' : prefix === 'evidence:' ? 'evidence' : 'indicator'
  return { kind, prefix, name: fact.slice(prefix.length) }
}

type Out = (reference: Reference) => void

interface At {
  readonly pointer: string
  readonly where: readonly string[]
}

const under = (at: At, path: string): At => ({ ...at, pointer: at.pointer + path })

function leafReferences(scheme: Pick<Scheme, 'items'>, place: Place<Leaf>, out: Out): void {
  const at: At = { pointer: place.pointer, where: place.path }
  const { node } = place
  if (node.weighUnitsBy !== undefined) out(held('name', node, 'weighUnitsBy', at, '/weighUnitsBy'))
  const { scoring } = node
  const inside = under(at, '/scoring')
  switch (scoring.method) {
    case 'pass':
      if (scoring.condition !== undefined)
        conditionReferences(scoring.condition, under(inside, '/condition'), 'leaf', out)
      return
    case 'checklist':
      scoring.elements.forEach(({ met }, index) => {
        const here = under(inside, `/elements/${index}/met`)
        if (met === 'judged') return
        if ('item' in met) out(held('name', met, 'item', here, '/item'))
        else if ('evidence' in met) out(held('evidence', met, 'evidence', here, '/evidence'))
        else conditionReferences(met.condition, under(here, '/condition'), 'leaf', out)
      })
      return
    case 'table':
      scoring.columns.forEach((_, index) => {
        factReference(scoring.columns, index, under(inside, `/columns/${index}`), 'leaf', out)
      })
      scoring.rows.forEach((row, rowIndex) => {
        row.when.forEach((cell, index) => {
          if (cell === null) return
          valueReferences(cell.value, under(inside, `/rows/${rowIndex}/when/${index}/value`), 'leaf', out)
        })
      })
      return
    case 'share-met': {
      if (!('list' in scoring.of)) return
      const { list } = scoring.of
      out(held('name', scoring.of, 'list', inside, '/of/list'))
      // The condition speaks of the records' fields; only what is no field is a name of the scheme.
      const fields = scheme.items.find((item) => item.id === list)?.fields?.map((field) => field.id) ?? []
      const outside: Out = (reference) => {
        if (reference.kind !== 'name' || !fields.includes(reference.name)) out(reference)
      }
      conditionReferences(scoring.of.met, under(inside, '/of/met'), 'leaf', outside)
      return
    }
  }
}

function branchReferences(place: Place<Branch>, out: Out): void {
  const at: At = { pointer: `${place.pointer}/combine/alternatives`, where: place.path }
  const { combine } = place.node
  if (combine === undefined || typeof combine === 'string') return
  const { alternatives } = combine
  if ('item' in alternatives) {
    out(held('name', alternatives, 'item', at, '/item'))
    for (const choice of Object.keys(alternatives.children)) {
      out(held('indicator', alternatives.children, choice, at, `/children${pointer(choice)}`))
    }
    return
  }
  keyReferences('indicator', alternatives.when, under(at, '/when'), 'holds', out)
  for (const [child, condition] of Object.entries(alternatives.when)) {
    conditionReferences(condition, under(at, `/when${pointer(child)}`), 'leaf', out)
  }
}

/** `rule`: may read total and grade. `any`: a shared condition, which a rule may use. `leaf`: may not. */
type Reader = 'leaf' | 'rule' | 'any'

function conditionReferences(condition: Condition, at: At, reader: Reader, out: Out): void {
  if ('all' in condition || 'any' in condition) {
    const [key, members] = 'all' in condition ? ['all', condition.all] : ['any', condition.any]
    members.forEach((each, index) => {
      conditionReferences(each, under(at, `/${key}/${index}`), reader, out)
    })
  } else if ('not' in condition) conditionReferences(condition.not, under(at, '/not'), reader, out)
  else if ('condition' in condition) out(held('condition', condition, 'condition', at, '/condition'))
  else {
    factReference(condition, 'fact', under(at, '/fact'), reader, out)
    valueReferences(condition.value, under(at, '/value'), reader, out)
  }
}

function valueReferences(value: ConditionValue, at: At, reader: Reader, out: Out): void {
  if (typeof value === 'object' && !Array.isArray(value)) factReference(value, 'fact', under(at, '/fact'), reader, out)
}

function factReference<K extends string | number>(
  owner: { [key in K]: string },
  key: K,
  at: At,
  reader: Reader,
  out: Out,
) {
  const { kind, prefix, name } = parseFact(owner[key])
  if (reader !== 'leaf' && (name === 'total' || name === 'grade') && prefix === '') return
  const replace = (to: string) => {
    owner[key] = (prefix + to) as (typeof owner)[K]
    return true
  }
  out({ kind, name, pointer: at.pointer, where: at.where, strength: 'holds', replace, remove: keep })
}

/** A name that stands as a value and must exist. */
function held<K extends string | number>(
  kind: Reference['kind'],
  owner: { [key in K]?: string },
  key: K,
  at: At,
  path: string,
): Reference {
  const replace = (to: string) => {
    owner[key] = to
    return true
  }
  const name = owner[key] ?? ''
  return { kind, name, pointer: at.pointer + path, where: at.where, strength: 'holds', replace, remove: keep }
}

function entryReferences(entries: SubmissionEntries, at: At, out: Out): void {
  keyReferences('name', entries.items, under(at, '/items'), 'data', out)
  keyReferences('indicator', entries.judgements, under(at, '/judgements'), 'data', out)
  keyReferences('evidence', entries.evidence, under(at, '/evidence'), 'data', out)
}

type SubmissionEntries = { items: object; judgements?: object; evidence?: object }

/** What is given to others about an indicator or an item goes where that goes. */
function sharingReferences({ sharing }: Scheme, out: Out): void {
  listReferences(sharing?.parameters, '/sharing/parameters', 'data', out)
  listReferences(sharing?.boundaries, '/sharing/boundaries', 'data', out)
}

/** Where things came from stays known when they are gone, and so does the id they came with. */
function lineageReferences({ lineage }: Scheme, out: Out): void {
  const nodes = lineage?.nodes ?? {}
  const at: At = { pointer: '/lineage/nodes', where: [] }
  const kept: Out = (reference) => {
    const { name } = reference
    const replace = (to: string) => {
      if (!reference.replace(to)) return false
      const origin = nodes[to]!
      const from = origin.from ?? name
      if (from === to) delete origin.from
      else origin.from = from
      return true
    }
    out({ ...reference, replace })
  }
  keyReferences('indicator', nodes, at, 'origin', kept)
  for (const [id, origin] of Object.entries(nodes)) {
    if (origin.parent === undefined) continue
    out({ ...held('indicator', origin, 'parent', at, `${pointer(id)}/parent`), strength: 'origin' })
  }
  listReferences(lineage?.offered, '/lineage/offered', 'origin', out)
  listReferences(lineage?.boundaries, '/lineage/boundaries', 'origin', out)
}

/** Parameters and boundaries: whatever of them is about an indicator, an item or a measure. */
function listReferences(
  list: (Parameter | Boundary)[] | undefined,
  path: string,
  strength: 'data' | 'origin',
  out: Out,
): void {
  list?.forEach((each, index) => {
    const at: At = { pointer: `${path}/${index}`, where: [] }
    const remove = () => {
      if (strength === 'data') list.splice(list.indexOf(each), 1)
    }
    if ('of' in each) {
      if (each.in === undefined) return
      // Names of items have no record of where they come from: one under another name is another one to the template.
      const isName = strength === 'data' && (each.of === 'item' || each.of === 'measure')
      const kind = each.of === 'indicator' ? 'indicator' : isName ? 'name' : null
      if (kind !== null) out({ ...held(kind, each, 'in', at, '/in'), strength, remove })
    } else if (each.indicator !== undefined) {
      out({ ...held('indicator', each, 'indicator', at, '/indicator'), strength, remove })
    }
  })
}

/** The keys of a map, each of which is a name. */
function keyReferences(
  kind: Reference['kind'],
  map: object | undefined,
  at: At,
  strength: Reference['strength'],
  out: Out,
): void {
  if (map === undefined) return
  const owner = map as { [key: string]: unknown }
  for (const name of Object.keys(owner)) {
    out({
      kind,
      name,
      pointer: at.pointer + pointer(name),
      where: at.where,
      strength,
      replace: (to) => {
        if (to === name) return true
        if (Object.hasOwn(owner, to)) return false
        owner[to] = owner[name]
        delete owner[name]
        return true
      },
      remove: () => {
        delete owner[name]
      },
    })
  }
}

/** What must exist is never taken away silently. */
const keep = () => {}
