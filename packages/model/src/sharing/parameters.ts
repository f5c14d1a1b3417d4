import { Exact } from '../exact.ts'
import { type Issue, issue, type Result } from '../issue.ts'
import { type Json, pointer, pointerTokens } from '../json.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Parameter } from '../schema/sharing.ts'
import { indicatorById } from '../scheme.ts'
import { validate } from '../validate.ts'
import { limitsOf } from './limits.ts'

/**
 * Parameters 参数: numbers of a template that an adopting region sets. A parameter says where its number stands; what
 * stands there is its default. Numbers of conditions are JSON numbers, all others decimal text: each stays what it is.
 */
export type ParameterValues = { readonly [id: string]: string }

/** What stands in the place of a parameter now, as decimal text ("95%"); undefined where no number stands there. */
export function parameterValue(scheme: Scheme, parameter: Parameter): string | undefined {
  const value = placeOf(scheme, parameter)?.value
  if (typeof value === 'number') return Exact.fromNumber(value)?.toText()
  return typeof value === 'string' && Exact.parse(value) !== undefined ? value : undefined
}

/** What is wrong with a parameter as it is given: PARAMETER_PLACE, or PARAMETER_RANGE where its default is beyond its limits. */
export function parameterIssues(scheme: Scheme, parameter: Parameter): Issue[] {
  const value = parameterValue(scheme, parameter)
  return value === undefined ? [placeIssue(scheme, parameter)] : valueIssues(scheme, parameter, value)
}

/**
 * The scheme with its parameters set; those that have no value here keep their default.
 *
 * issues  PARAMETER_UNKNOWN, PARAMETER_RANGE, PARAMETER_PLACE, and those of a document's shape where a value does not fit
 *         its place
 */
export function setParameters(scheme: Scheme, values: ParameterValues): Result<Scheme> {
  const declared = new Map((scheme.sharing?.parameters ?? []).map((each) => [each.id, each]))
  const issues = Object.entries(values).flatMap(([id, value]): Issue[] => {
    const parameter = declared.get(id)
    if (parameter !== undefined) return valueIssues(scheme, parameter, value)
    return [issue('PARAMETER_UNKNOWN', { expected: [...declared.values()].map(({ name }) => name), found: id })]
  })
  if (issues.length > 0) return { ok: false, issues }
  if (Object.keys(values).length === 0) return { ok: true, value: scheme }
  const copy = JSON.parse(JSON.stringify(scheme)) as Scheme
  for (const [id, value] of Object.entries(values)) placeOf(copy, declared.get(id)!)?.put(value)
  return validate('scheme', copy)
}

/** The same with only those values that still fit; what each of the others meets is told, and keeps its default. */
export function setFittingParameters(scheme: Scheme, values: ParameterValues): { scheme: Scheme; issues: Issue[] } {
  const issues: Issue[] = []
  let set = scheme
  for (const [id, value] of Object.entries(values)) {
    const one = setParameters(set, { [id]: value })
    if (one.ok) set = one.value
    else issues.push(issue('PARAMETER_DROPPED', dropped(scheme, id, value)))
  }
  return { scheme: set, issues }
}

function dropped(scheme: Scheme, id: string, found: string) {
  const parameter = scheme.sharing?.parameters?.find((each) => each.id === id)
  const expected = parameter === undefined ? null : (parameterValue(scheme, parameter) ?? null)
  return { pointer: pointer('parameters', id), where: [parameter?.name ?? id], expected, found }
}

function valueIssues(scheme: Scheme, parameter: Parameter, text: string): Issue[] {
  const { name, least, most } = parameter
  const where = [name]
  const value = Exact.parse(text)
  const [low, high] = [least, most].map((each) => (each === undefined ? undefined : Exact.of(each)))
  if (value === undefined || (low !== undefined && value.lessThan(low)) || high?.lessThan(value)) {
    const expected = { min: least ?? null, max: most ?? null }
    return [issue('PARAMETER_RANGE', { where, expected, found: text })]
  }
  const beyond = levelsAboveIssues(scheme, parameter, text, where)
  if (beyond.length > 0) return beyond
  return parameterValue(scheme, parameter) === undefined ? [placeIssue(scheme, parameter)] : []
}

function placeIssue(scheme: Scheme, parameter: Parameter): Issue {
  const found = (placeOf(scheme, parameter)?.value ?? null) as Json
  return issue('PARAMETER_PLACE', { where: [parameter.name], expected: placeInWords(parameter), found })
}

/** Nobody can let others set what the levels above do not let be changed, nor further than those let it be set. */
function levelsAboveIssues(scheme: Scheme, parameter: Parameter, text: string, where: string[]): Issue[] {
  const limits = limitsOf(scheme)
  if (!limits.hasAny) return []
  const { of, in: id = scheme.id, field } = parameter
  const value = Exact.of(text)
  const [head] = pointerTokens(`/${field}`)
  const found = [
    ...limits.parametersIn(of, id, field).map(({ least, most }) => ({ min: least ?? null, max: most ?? null })),
    ...(of === 'indicator' && field === 'points' ? [limits.pointsOf(id)] : []).flatMap((range) =>
      range === undefined ? [] : [{ min: range.least, max: range.most }],
    ),
  ].filter(
    ({ min, max }) =>
      (min !== null && value.lessThan(Exact.of(min))) || (max !== null && Exact.of(max).lessThan(value)),
  )
  if (found.length > 0) return found.map((expected) => issue('PARAMETER_RANGE', { where, expected, found: text }))
  const by = head === 'points' || limits.parametersIn(of, id, field).length > 0 ? undefined : limits.by(of, id, head)
  if (by === undefined || parameterValue(scheme, parameter) === text) return []
  return [issue('LIMIT_LOCKED', { where, expected: { by }, found: { change: 'changed', fields: [field] } })]
}

const placeInWords = ({ in: of, field }: Parameter) => (of === undefined ? field : `${of}/${field}`)

interface NumberPlace {
  readonly value: unknown
  /** On a copy that may be changed. */
  put(text: string): void
}

function placeOf(scheme: Scheme, parameter: Pick<Parameter, 'of' | 'in' | 'field'>): NumberPlace | undefined {
  const owner = ownerOf(scheme, parameter)
  const tokens = pointerTokens(`/${parameter.field}`)
  const last = tokens.pop()!
  let at: unknown = owner
  for (const token of tokens) at = member(at, token)
  const value = member(at, last)
  if (value === undefined) return undefined
  const put = (text: string) => {
    const fields = at as { [key: string]: unknown }
    fields[last] = typeof value === 'number' ? Number(Exact.of(text).toText()) : text
  }
  return { value, put }
}

/** The thing that a parameter stands in; of the scheme, whatever is no list of things. */
function ownerOf(scheme: Scheme, { of, in: key = '', field }: Pick<Parameter, 'of' | 'in' | 'field'>): unknown {
  switch (of) {
    case 'scheme':
      return PARTS.has(field.split('/')[0]!) ? undefined : scheme
    case 'item':
      return scheme.items.find(({ id }) => id === key)
    case 'measure':
      return scheme.measures?.find(({ id }) => id === key)
    case 'indicator':
      return field.split('/')[0] === 'children' ? undefined : indicatorById(scheme).get(key)?.node
    case 'rule':
      return scheme.rules?.find(({ id }) => id === key)
    case 'grade':
      return scheme.grades?.find(({ name }) => name === key)
  }
}

const PARTS: ReadonlySet<string> = new Set([
  'items',
  'measures',
  'indicators',
  'rules',
  'conditions',
  'grades',
  'cases',
  'layout',
  'sharing',
  'lineage',
])

function member(owner: unknown, key: string): unknown {
  if (typeof owner !== 'object' || owner === null || !Object.hasOwn(owner, key)) return undefined
  return (owner as { readonly [key: string]: unknown })[key]
}
