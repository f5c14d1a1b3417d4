import {
  bind,
  type Condition,
  type Declaration,
  Exact,
  hashDocument,
  type Indicator,
  type Issue,
  isBranch,
  issue,
  nearest,
  type Result,
  type Rule,
  roundingOf,
  type Scheme,
  type Sha256,
  walk,
} from '@yardstick/model'
import { conditionSet } from '../evaluate/rules.ts'
import { compileFormula, type Place } from './compile-formula.ts'
import { compileMethod, type MethodContext } from './compile-method.ts'
import type {
  CompiledBranch,
  CompiledLeaf,
  CompiledMeasure,
  CompiledNode,
  CompiledRule,
  CompiledScheme,
  Stage,
} from './compiled.ts'
import { factsAt, type NodeKinds, stageOf } from './facts.ts'
import { orderMeasures, schemeScope } from './scope.ts'
import { type TypedCondition, typeCondition } from './typed-condition.ts'

/**
 * Scheme → CompiledScheme: names resolved, order fixed, formulas checked, curves drawn. All issues of the stage are
 * reported, warnings too. Points that do not add up are no matter of this stage (`check`): they never stop a score.
 */
export function compile(
  scheme: Scheme,
  options: { readonly sha256: Sha256; readonly declaration?: Declaration },
): Result<CompiledScheme> {
  const bound: Result<Scheme> =
    options.declaration === undefined ? { ok: true, value: scheme } : bind(scheme, options.declaration)
  if (!bound.ok) return bound
  const compiled = compileAll(bound.value, hashDocument(scheme, options.sha256))
  const stopping = compiled.issues.filter((each) => each.severity === 'error' && STOPPING.test(each.code))
  return stopping.length > 0 ? { ok: false, issues: compiled.issues } : { ok: true, value: compiled.value }
}

/**
 * Names that do not resolve, and rules nobody can carry out, stop a scheme; what is wrong with one leaf's method or one
 * formula makes that leaf an error, and the rest is still scored (`design.md` 10).
 */
const STOPPING = /^(SCHEME_|RULE_|CONDITION_|SCORING_ITEM$|FORMULA_UNKNOWN_NAME$)/

/** As `compile`, for checks that want to see what there is of a scheme with errors. */
export function compileAll(scheme: Scheme, hash: string): { value: CompiledScheme; issues: Issue[] } {
  const { scope, nameInfo, issues } = schemeScope(scheme)
  const itemByName = new Map(scheme.items.map((item) => [item.id, item]))
  checkItems(scheme, itemByName, issues)

  const { ordered, issues: cycles } = orderMeasures(scheme.measures ?? [])
  issues.push(...cycles)
  const measureByName = new Map<string, CompiledMeasure>()
  for (const measure of ordered) {
    const index = scheme.measures!.indexOf(measure)
    const at = { pointer: `/measures/${index}/formula`, where: [measure.id] }
    const formula = compileFormula(measure.formula, scope, at, issues)
    const broken = issues.find((each) => each.pointer === at.pointer && each.severity === 'error')
    measureByName.set(measure.id, { measure, formula: formula ?? { broken: broken! }, index })
  }

  const nodes: CompiledNode[] = []
  const nodeById = new Map<string, CompiledNode>()
  const nodeKinds = new Map(walk(scheme).map(({ node }) => [node.id, isBranch(node) ? 'branch' : 'leaf'] as const))
  const asked = new Map<Stage, Map<string, TypedCondition>>()
  const askAt = (stage: Stage) => (condition: Condition, at: Place, placed: Issue[]) => {
    const key = at.pointer
    const { typed, issues: found } = typeCondition(condition, factsAt(stage, scheme, nameInfo, nodeKinds), at)
    placed.push(...found.map((each) => laterFact(each, nodeKinds)))
    if (typed !== undefined) mapAt(asked, stage).set(key, typed)
    return key
  }
  const context = { scheme, scope, itemByName, issues, ask: askAt('items') }
  const roots = scheme.indicators.map((node, index) =>
    compileNode(node, null, { pointer: `/indicators/${index}`, where: [] }, context, nodes, nodeById),
  )
  const rules = (scheme.rules ?? []).map((rule, index) => compileRule(rule, index, { ...context, nodeById, askAt }))
  const duplicate = firstTwice(rules.map((each) => each.rule.id))
  if (duplicate !== undefined)
    issues.push(issue('SCHEME_ID_TWICE', { pointer: '/rules', where: [duplicate], found: duplicate }))
  // A shared condition is checked where it is used, since that decides what it may read; one that nobody uses is checked alone.
  const conditions = Object.fromEntries(
    [...asked].map(([stage, set]) => [stage, conditionSet(set, factsAt(stage, scheme, nameInfo, nodeKinds).find)]),
  )

  const fullScore = Exact.of(scheme.fullScore)
  const value: CompiledScheme = {
    scheme,
    hash,
    fullScore,
    ceiling: scheme.ceiling === undefined ? fullScore : Exact.of(scheme.ceiling),
    itemByName,
    measureByName,
    roots,
    nodes,
    nodeById,
    rules,
    rulesByLeaf: byLeaf(rules),
    conditions,
    rounding: { total: roundingOf(scheme, 'total') },
    grades: (scheme.grades ?? []).map(({ name, from }) => ({
      name,
      from: from === undefined ? undefined : Exact.of(from),
    })),
    readsGroup: nodes.some(
      (each) =>
        each.type === 'leaf' && (each.node.scoring.method === 'rank' || policyOf(scheme, each.node) === 'group-mean'),
    ),
    nameInfo,
    issues,
  }
  return { value, issues }
}

/** What becomes of a leaf's points when it does not apply; rescale where neither leaf nor scheme says. */
export function policyOf(scheme: Scheme, leaf: CompiledLeaf['node']) {
  return leaf.notApplicable ?? scheme.notApplicable ?? 'rescale'
}

function compileNode(
  node: Indicator,
  parent: CompiledBranch | null,
  at: Place,
  context: Omit<MethodContext, 'points'>,
  nodes: CompiledNode[],
  nodeById: Map<string, CompiledNode>,
): CompiledNode {
  const path = [...(parent?.path ?? []), node.name]
  const place = { pointer: at.pointer, where: path }
  const common = {
    pointer: at.pointer,
    path,
    parent,
    points: Exact.of(node.points),
    isBonus: node.kind === 'bonus',
  }
  if (nodeById.has(node.id)) {
    context.issues.push(
      issue('SCHEME_ID_TWICE', { ...place, pointer: `${at.pointer}/id`, expected: null, found: node.id }),
    )
  }
  if (!isBranch(node)) {
    const leaf: CompiledLeaf = {
      ...common,
      type: 'leaf',
      node,
      rounding: roundingOf(context.scheme, 'leaf', node),
      method: compileMethod(node, { ...context, points: common.points }, place),
    }
    if (node.weighUnitsBy !== undefined && !context.itemByName.has(node.weighUnitsBy)) {
      context.issues.push(unknownItem(node.weighUnitsBy, context, { ...place, pointer: `${at.pointer}/weighUnitsBy` }))
    }
    nodes.push(leaf)
    nodeById.set(node.id, leaf)
    return leaf
  }
  const children: CompiledNode[] = []
  const branch: CompiledBranch = {
    ...common,
    type: 'branch',
    node,
    children,
    rounding: roundingOf(context.scheme, 'branch', node),
    selectorKeys: compileSelector(node, context, place),
  }
  nodes.push(branch)
  nodeById.set(node.id, branch)
  node.children.forEach((child, index) => {
    children.push(
      compileNode(child, branch, { pointer: `${at.pointer}/children/${index}`, where: path }, context, nodes, nodeById),
    )
  })
  if (node.children.length === 0 && node.individual !== true) {
    context.issues.push(
      issue('SCHEME_BRANCH_EMPTY', { ...place, pointer: `${at.pointer}/children`, expected: '>= 1', found: 0 }),
    )
  }
  if (node.combine === 'weighted-mean') checkWeights(branch, context.issues)
  return branch
}

function compileSelector(
  node: CompiledBranch['node'],
  context: Omit<MethodContext, 'points'>,
  at: Place,
): Map<string, string> {
  const keys = new Map<string, string>()
  if (typeof node.combine !== 'object') return keys
  const { alternatives } = node.combine
  const selectorAt = { ...at, pointer: `${at.pointer}/combine/alternatives` }
  const named = 'item' in alternatives ? Object.values(alternatives.children) : Object.keys(alternatives.when)
  const own = node.children.map((child) => child.id)
  for (const id of named) {
    if (!own.includes(id)) {
      context.issues.push(
        issue('SCHEME_INDICATOR_UNKNOWN', { ...selectorAt, expected: nearest(id, own) ?? own, found: id }),
      )
    }
  }
  if ('item' in alternatives) {
    if (!context.itemByName.has(alternatives.item))
      context.issues.push(unknownItem(alternatives.item, context, selectorAt))
  } else {
    for (const [id, condition] of Object.entries(alternatives.when)) {
      keys.set(
        id,
        context.ask(condition, { ...selectorAt, pointer: `${selectorAt.pointer}/when/${id}` }, context.issues),
      )
    }
  }
  return keys
}

function checkWeights(branch: CompiledBranch, issues: Issue[]): void {
  for (const child of branch.children) {
    if (child.isBonus) continue
    const { weight } = child.node
    if (weight === undefined || Exact.of(weight).sign <= 0) {
      issues.push(
        issue('SCHEME_WEIGHT', {
          pointer: `${child.pointer}/weight`,
          where: child.path,
          expected: '> 0',
          found: weight ?? null,
        }),
      )
    }
  }
}

interface RuleContext extends Omit<MethodContext, 'points' | 'ask'> {
  readonly nodeById: ReadonlyMap<string, CompiledNode>
  readonly askAt: (stage: Stage) => MethodContext['ask']
}

function compileRule(rule: Rule, index: number, context: RuleContext): CompiledRule {
  const { issues, nodeById, scheme } = context
  const pointer = `/rules/${index}`
  const where = [rule.name]
  const { event } = rule
  const params: { indicator?: string; points?: string; formula?: string; limit?: string } =
    'indicator' in event.params || 'points' in event.params || 'formula' in event.params || 'limit' in event.params
      ? event.params
      : {}
  const stage = stageOfRule(rule)
  if (params.indicator !== undefined) {
    const node = nodeById.get(params.indicator)
    const at = { pointer: `${pointer}/event/params/indicator`, where }
    if (node === undefined) {
      issues.push(
        issue('SCHEME_INDICATOR_UNKNOWN', {
          ...at,
          expected: nearest(params.indicator, nodeById.keys()) ?? null,
          found: params.indicator,
        }),
      )
    } else if (node.type === 'branch' && event.type !== 'flag') {
      issues.push(issue('RULE_NOT_LEAF', { ...at, expected: 'leaf', found: params.indicator }))
    }
  }
  let amount: CompiledRule['amount']
  if (event.type === 'deduct' || event.type === 'bonus') {
    if ((params.points === undefined) === (params.formula === undefined)) {
      issues.push(
        issue('RULE_AMOUNT', {
          pointer: `${pointer}/event/params`,
          where,
          expected: ['points', 'formula'],
          found: null,
        }),
      )
    } else if (params.points !== undefined) amount = { fixed: Exact.of(params.points) }
    else {
      const at = { pointer: `${pointer}/event/params/formula`, where }
      const formula = compileFormula(params.formula!, context.scope, at, issues)
      if (formula !== undefined) amount = { formula }
    }
  }
  if (event.type === 'cap-grade') {
    const names = (scheme.grades ?? []).map((grade) => grade.name)
    if (!names.includes(event.params.grade)) {
      issues.push(
        issue('RULE_GRADE', {
          pointer: `${pointer}/event/params/grade`,
          where,
          expected: names,
          found: event.params.grade,
        }),
      )
    }
  }
  const key = context.askAt(stage)(rule.conditions, { pointer: `${pointer}/conditions`, where }, issues)
  const limit = params.limit === undefined ? undefined : Exact.of(params.limit)
  return { rule, pointer, stage, effect: event.type, key, amount, limit }
}

function stageOfRule({ event }: Rule): Stage {
  switch (event.type) {
    case 'not-applicable':
      return 'items'
    case 'zero':
    case 'bonus':
      return 'leaves'
    case 'deduct':
      return event.params.indicator === undefined ? 'total' : 'leaves'
    case 'cap-grade':
    case 'veto':
      return 'grade'
    case 'flag':
      return 'flag'
  }
}

function byLeaf(rules: readonly CompiledRule[]): Map<string, CompiledRule[]> {
  const found = new Map<string, CompiledRule[]>()
  for (const each of rules) {
    const { params } = each.rule.event
    const id = 'indicator' in params ? params.indicator : undefined
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), each])
  }
  return found
}

/** An unknown fact that exists, but only later, is a matter of phases. */
function laterFact(found: Issue, nodeKinds: NodeKinds): Issue {
  if (found.code !== 'CONDITION_FACT' || typeof found.found !== 'string') return found
  const since = stageOf(found.found, nodeKinds)
  return since === undefined || since === 'items' ? found : { ...found, code: 'CONDITION_PHASE', expected: since }
}

function checkItems(scheme: Scheme, itemByName: ReadonlyMap<string, unknown>, issues: Issue[]): void {
  scheme.items.forEach((item, index) => {
    const at = { pointer: `/items/${index}`, where: [item.id] }
    if (item.aggregate?.rule === 'weighted' && !itemByName.has(item.aggregate.by)) {
      issues.push(
        issue('SCORING_ITEM', {
          ...at,
          pointer: `${at.pointer}/aggregate/by`,
          expected:
            nearest(
              item.aggregate.by,
              scheme.items.map((each) => each.id),
            ) ?? null,
          found: item.aggregate.by,
        }),
      )
    }
    if ((item.type === 'list') !== (item.fields !== undefined)) {
      issues.push(
        issue('SCHEME_ITEM_FIELDS', { ...at, expected: item.type === 'list' ? 'fields' : null, found: item.type }),
      )
    }
    if ((item.type === 'choice') !== (item.choices !== undefined)) {
      issues.push(
        issue('SCHEME_ITEM_CHOICES', { ...at, expected: item.type === 'choice' ? 'choices' : null, found: item.type }),
      )
    }
  })
}

function unknownItem(name: string, context: { itemByName: ReadonlyMap<string, unknown> }, at: Place): Issue {
  return issue('SCORING_ITEM', { ...at, expected: nearest(name, context.itemByName.keys()) ?? null, found: name })
}

function firstTwice(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index)
}

function mapAt<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let map = maps.get(key)
  if (map === undefined) {
    map = new Map<L, V>()
    maps.set(key, map)
  }
  return map
}
