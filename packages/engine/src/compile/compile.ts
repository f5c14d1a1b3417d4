import type { Scope } from '@yardstick/formula'
import {
  bind,
  type Declaration,
  Exact,
  type Issue,
  issue,
  type Result,
  roundingOf,
  type Scheme,
  type Sha256,
} from '@yardstick/model'
import { checkItems } from './check-items.ts'
import { checkParsed } from './compile-formula.ts'
import { compileNode, type Tree } from './compile-node.ts'
import { compileRule, rulesByIndicator } from './compile-rule.ts'
import type { CompiledMeasure, CompiledNode, CompiledScheme } from './compiled.ts'
import { contentHash } from './content-hash.ts'
import { policyOf } from './policy.ts'
import { Questions } from './questions.ts'
import { orderMeasures, schemeScope } from './scope.ts'

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
  const compiled = compileAll(bound.value, () => contentHash(scheme, options.sha256))
  const stopping = compiled.issues.filter((each) => each.severity === 'error' && isStopping(each))
  return stopping.length > 0 ? { ok: false, issues: compiled.issues } : { ok: true, value: compiled.value }
}

/**
 * Names that do not resolve, and rules nobody can carry out, stop a scheme; what is wrong with one leaf's method or one
 * formula makes that leaf an error, and the rest is still scored (`design.md` 10).
 */
function isStopping({ code, pointer }: Issue): boolean {
  return STOPPING.test(code) || pointer.startsWith('/rules/')
}

const STOPPING = /^(SCHEME_|RULE_|CONDITION_|SCORING_ITEM$|FORMULA_UNKNOWN_NAME$)/

/** As `compile`, for checks that want to see what there is of a scheme with errors. */
export function compileAll(scheme: Scheme, hash: () => string): { value: CompiledScheme; issues: Issue[] } {
  const { scope, itemByName, issues } = schemeScope(scheme)
  checkItems(scheme, itemByName, issues)
  const measureByName = compileMeasures(scheme, scope, issues)

  const questions = new Questions(scheme, scope)
  const tree: Tree = { nodes: [], nodeById: new Map() }
  const context = { scheme, scope, itemByName, issues, ask: questions.at('items') }
  const roots = scheme.indicators.map((node, index) => compileNode(node, null, index, context, tree))
  const inRules = { ...context, nodeById: tree.nodeById, askAt: questions.at.bind(questions) }
  const rules = (scheme.rules ?? []).map((rule, index) => compileRule(rule, index, inRules))
  checkRuleIds(scheme, issues)
  questions.checkUnused(issues)

  const fullScore = Exact.of(scheme.fullScore)
  const nodes = tree.nodes.slice()
  const value: CompiledScheme = Object.assign(new WhenAsked(hash, nodes), {
    scheme,
    fullScore,
    ceiling: scheme.ceiling === undefined ? fullScore : Exact.of(scheme.ceiling),
    itemByName,
    measureByName,
    roots,
    rules,
    rulesByLeaf: rulesByIndicator(rules),
    conditions: questions.sets(),
    rounding: { total: roundingOf(scheme, 'total') },
    grades: gradesOf(scheme),
    readsGroup: tree.nodes.some(
      ({ type, node }) =>
        type === 'leaf' &&
        'scoring' in node &&
        (node.scoring.method === 'rank' || policyOf(scheme, node) === 'group-mean'),
    ),
    scope,
    issues,
  })
  return { value, issues }
}

/** What is made when it is asked for. Getters of the literal itself would make every look at the scheme slow. */
class WhenAsked {
  private knownHash: string | undefined
  private knownNodes: ReadonlyMap<string, CompiledNode> | undefined

  constructor(
    private readonly hashNow: () => string,
    readonly nodes: readonly CompiledNode[],
  ) {}

  get hash(): string {
    this.knownHash ??= this.hashNow()
    return this.knownHash
  }

  get nodeById(): ReadonlyMap<string, CompiledNode> {
    this.knownNodes ??= new Map(this.nodes.map((each) => [each.node.id, each]))
    return this.knownNodes
  }
}

function compileMeasures(scheme: Scheme, scope: Scope, issues: Issue[]): Map<string, CompiledMeasure> {
  const { ordered, issues: cycles } = orderMeasures(scheme.measures ?? [])
  issues.push(...cycles)
  const measureByName = new Map<string, CompiledMeasure>()
  for (const { measure, index, parsed } of ordered) {
    const at = { pointer: `/measures/${index}/formula`, where: [measure.id] }
    const formula = checkParsed(measure.formula, parsed, scope, at, issues, measure)
    const broken = () => issues.find((each) => each.pointer === at.pointer && each.severity === 'error')!
    measureByName.set(measure.id, { measure, formula: formula ?? { broken: broken() }, index })
  }
  return measureByName
}

function checkRuleIds({ rules = [] }: Scheme, issues: Issue[]): void {
  const seen = new Set<string>()
  for (const [index, { id, name }] of rules.entries()) {
    if (seen.has(id)) issues.push(issue('SCHEME_ID_TWICE', { pointer: `/rules/${index}/id`, where: [name], found: id }))
    seen.add(id)
  }
}

/** Best first, however they are written; the one without a bound is the lowest. */
function gradesOf({ grades = [] }: Scheme): CompiledScheme['grades'] {
  return grades
    .map(({ name, from }) => ({ name, from: from === undefined ? undefined : Exact.of(from) }))
    .sort((a, b) => (b.from === undefined ? -1 : a.from === undefined ? 1 : b.from.compare(a.from)))
}
