import { Exact, sum } from './exact.ts'
import { type Issue, issue, type Result } from './issue.ts'
import { pointer } from './json.ts'
import type { Declaration, OwnLeaf } from './schema/declaration.ts'
import { type Branch, type Indicator, isBranch, type Leaf } from './schema/indicator.ts'
import type { Scheme } from './schema/scheme.ts'
import type { Scoring } from './schema/scoring.ts'
import type { Target } from './schema/target.ts'
import { indicatorById, isBranchPlace, isLeafPlace, leaves, type Place, walk } from './scheme.ts'
import { entryOf } from './submission/layers.ts'
import { type Suggest, suggestions } from './submission/suggest.ts'
import { conversion, unitOf } from './unit.ts'

/**
 * A declaration 绩效目标申报表 fills in what a scheme leaves open: targets within limits, and leaves of the unit's own
 * under branches marked 个性. Bound together they are an ordinary scheme; what reads it need not know of declarations.
 *
 * returns  a new scheme that shares what was not touched; own leaves stand after the branch's children, own items and
 *          measures after the scheme's
 * refused  whatever the scheme does not leave open, points that do not add up, names that clash, targets that are
 *          required and not there; all issues at once, with pointers into the declaration
 */
export function bind(scheme: Scheme, declaration: Declaration): Result<Scheme> {
  const known: Known = { places: indicatorById(scheme), suggest: suggestions() }
  const issues = [
    ...checkHead(scheme, declaration),
    ...Object.entries(declaration.targets ?? {}).flatMap(([id, target]) => checkTarget(known, id, target)),
    ...Object.entries(declaration.indicators ?? {}).flatMap(([id, own]) => checkOwn(known, id, own)),
    ...checkIds(known, declaration),
    ...checkNames(scheme, declaration),
    ...checkComplete(scheme, declaration),
  ]
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: fill(scheme, declaration) }
}

interface Known {
  readonly places: ReadonlyMap<string, Place>
  readonly suggest: Suggest
}

function checkHead(scheme: Scheme, declaration: Declaration): Issue[] {
  const found = declaration.scheme.id
  if (found !== scheme.id) return [issue('DECLARATION_SCHEME', { pointer: '/scheme/id', expected: scheme.id, found })]
  return scheme.declarations === 'none' ? [issue('DECLARATION_NOT_TAKEN', { where: [scheme.name], found })] : []
}

function checkTarget(known: Known, id: string, target: Target): Issue[] {
  const at = `/targets${pointer(id)}`
  const place = known.places.get(id)
  if (place === undefined) return unknownIndicator(known, id, at)
  if (!isLeafPlace(place) || place.node.declared === undefined) {
    return [issue('DECLARATION_TARGET_FIXED', { pointer: at, where: place.path, found: place.node.name })]
  }
  const { declared, target: own, name, scoring } = place.node
  const here = { pointer: at, where: place.path }
  if ('text' in target && reckonsWithTarget(scoring) && own === undefined) return [noNumber(target.text, here)]
  // A target of another kind or direction would change what the leaf asks for (≥ 90 % into ≤ 90 %).
  if (own !== undefined && kindOf(own) !== kindOf(target)) {
    return [issue('DECLARATION_TARGET_KIND', { ...here, expected: kindOf(own), found: kindOf(target) })]
  }
  const { atLeast, atMost } = declared
  if (atLeast === undefined && atMost === undefined) return []
  const values = 'value' in target ? [target.value] : 'low' in target ? [target.low, target.high] : undefined
  if (values === undefined) {
    return [
      issue('DECLARATION_TARGET_KIND', {
        ...here,
        expected: 'number',
        found: 'formula' in target ? 'formula' : kindOf(target),
      }),
    ]
  }
  const unit = 'unit' in target ? target.unit : undefined
  const ownUnit = own !== undefined && 'unit' in own ? own.unit : undefined
  const factor = conversion(unit, ownUnit)
  // No unit fits any unit, but a percentage is no money.
  const isRate = own !== undefined && 'value' in own && own.value.endsWith('%')
  const isForeign = isRate && unit !== undefined && unitOf(unit).kind !== 'ratio'
  if (factor === undefined || isForeign) {
    const expected = ownUnit ?? (isRate ? '%' : name)
    return [issue('DECLARATION_TARGET_UNIT', { ...here, expected, found: unit ?? null })]
  }
  const isWithin = values
    .map((value) => Exact.of(value).times(factor))
    .every(
      (value) =>
        (atLeast === undefined || Exact.of(atLeast).atMost(value)) &&
        (atMost === undefined || value.atMost(Exact.of(atMost))),
    )
  if (isWithin) return []
  const expected = { min: atLeast ?? null, max: atMost ?? null }
  return [issue('DECLARATION_TARGET_LIMIT', { ...here, expected, found: values.join('–') + (unit ?? '') })]
}

/** What a target asks for, as far as a declared one may not differ from the scheme's own. */
function kindOf(target: Target): string {
  if ('low' in target) return 'range'
  if ('text' in target) return 'text'
  const direction = target.comparator === '=' ? '=' : target.comparator.startsWith('>') ? '>=' : '<='
  return 'date' in target ? `date ${direction}` : direction
}

function checkOwn(known: Known, id: string, own: readonly OwnLeaf[]): Issue[] {
  const at = `/indicators${pointer(id)}`
  const place = known.places.get(id)
  if (place === undefined) return unknownIndicator(known, id, at)
  if (!isBranchPlace(place) || place.node.individual !== true) {
    return [issue('DECLARATION_NOT_INDIVIDUAL', { pointer: at, where: place.path, found: place.node.name })]
  }
  const sentences = own.flatMap(({ target, scoring, name }, index) => {
    if (target === undefined || !('text' in target) || !reckonsWithTarget(scoring)) return []
    return [noNumber(target.text, { pointer: `${at}/${index}/target`, where: [...place.path, name] })]
  })
  return [...checkOwnPoints(place, own, at), ...sentences]
}

function checkOwnPoints({ node, path }: Place<Branch>, own: readonly OwnLeaf[], at: string): Issue[] {
  const here = { pointer: at, where: path }
  if (node.combine === undefined || node.combine === 'sum') {
    const counted = node.children.filter((child) => child.kind !== 'bonus')
    const total = sum([...counted, ...own].map((each) => Exact.of(each.points)))
    if (own.length === 0 || total.equals(Exact.of(node.points))) return []
    return [issue('DECLARATION_POINTS', { ...here, expected: node.points, found: total.toText() })]
  }
  // Under a weighted mean the weights count; elsewhere each child is worth the whole branch.
  if (node.combine === 'weighted-mean') return []
  return own.flatMap(({ points, name }, index) => {
    if (Exact.of(points).equals(Exact.of(node.points))) return []
    const each = { pointer: `${at}/${index}/points`, where: [...path, name] }
    return [issue('DECLARATION_POINTS', { ...each, expected: node.points, found: points })]
  })
}

/** Whether a method computes with the target of its leaf, which then cannot be a sentence. */
function reckonsWithTarget(scoring: Scoring): boolean {
  return (
    (scoring.method === 'ratio' && scoring.target === undefined) ||
    (scoring.method === 'steps' && scoring.from === undefined)
  )
}

function noNumber(text: string, here: { readonly pointer: string; readonly where: readonly string[] }): Issue {
  return issue('SCORING_TARGET_TEXT', { ...here, expected: 'number', found: text })
}

function checkIds(known: Known, declaration: Declaration): Issue[] {
  const seen = new Set(known.places.keys())
  return Object.entries(declaration.indicators ?? {}).flatMap(([branch, own]) =>
    own.flatMap(({ id, name }, index) => {
      const isTaken = seen.has(id)
      seen.add(id)
      const at = `/indicators${pointer(branch, index, 'id')}`
      return isTaken ? [issue('DECLARATION_TAKEN', { pointer: at, where: [name], found: id })] : []
    }),
  )
}

/** Items and measures share one space of names with those of the scheme. */
function checkNames(scheme: Scheme, { items = [], measures = [] }: Declaration): Issue[] {
  const seen = new Set([...scheme.items, ...(scheme.measures ?? [])].map((each) => each.id))
  const check = (list: readonly { id: string }[], key: string) =>
    list.flatMap(({ id }, index) => {
      const isTaken = seen.has(id)
      seen.add(id)
      const at = pointer(key, index, 'id')
      return isTaken ? [issue('DECLARATION_TAKEN', { pointer: at, where: [id], found: id })] : []
    })
  return [...check(items, 'items'), ...check(measures, 'measures')]
}

/** What must be declared and is not. */
function checkComplete(scheme: Scheme, declaration: Declaration): Issue[] {
  const issues: Issue[] = []
  for (const { node, path } of scheme.declarations === 'required' ? leaves(scheme) : []) {
    if (node.declared === undefined || node.target !== undefined) continue
    if (entryOf(declaration.targets, node.id) !== undefined) continue
    issues.push(issue('DECLARATION_TARGET_MISSING', { pointer: '/targets', where: path, expected: node.name }))
  }
  for (const { node, path } of walk(scheme).filter(isBranchPlace)) {
    if (node.individual !== true || node.children.length > 0) continue
    if ((entryOf(declaration.indicators, node.id)?.length ?? 0) > 0) continue
    issues.push(issue('DECLARATION_INDIVIDUAL_EMPTY', { pointer: '/indicators', where: path, expected: node.points }))
  }
  return issues
}

function unknownIndicator(known: Known, id: string, at: string): Issue[] {
  const expected = known.suggest(id, known.places.keys())
  return [issue('DECLARATION_UNKNOWN_INDICATOR', { pointer: at, expected, found: id })]
}

function fill(scheme: Scheme, declaration: Declaration): Scheme {
  const { items = [], measures = [] } = declaration
  return {
    ...scheme,
    items: items.length === 0 ? scheme.items : [...scheme.items, ...items],
    ...(measures.length === 0 ? {} : { measures: [...(scheme.measures ?? []), ...measures] }),
    indicators: scheme.indicators.map((node) => fillNode(node, declaration)),
  }
}

function fillNode(node: Indicator, declaration: Declaration): Indicator {
  return isBranch(node) ? fillBranch(node, declaration) : fillLeaf(node, declaration)
}

function fillBranch(node: Branch, declaration: Declaration): Branch {
  const filled = node.children.map((child) => fillNode(child, declaration))
  const added = entryOf(declaration.indicators, node.id) ?? []
  const isSame = added.length === 0 && filled.every((child, index) => child === node.children[index])
  return isSame ? node : { ...node, children: [...filled, ...added] }
}

function fillLeaf(node: Leaf, declaration: Declaration): Leaf {
  const target = entryOf(declaration.targets, node.id)
  return target === undefined ? node : { ...node, target }
}
