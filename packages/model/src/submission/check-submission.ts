import { Exact } from '../exact.ts'
import { type Issue, issue } from '../issue.ts'
import { pointer } from '../json.ts'
import type { Item } from '../schema/item.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Submission, UnitEntries } from '../schema/submission.ts'
import { indicatorById, isLeafPlace, itemById, type Place } from '../scheme.ts'
import { entryOf } from './layers.ts'
import { type At, brief, readItem } from './read-item.ts'
import { readJudgement } from './read-judgement.ts'
import { type Suggest, suggestions } from './suggest.ts'

/**
 * Everything that is wrong with a submission as such, before anything is scored: values against their items, names that
 * the scheme does not have, judgements against their indicators, evidence, claims. What is only missing is no issue here.
 *
 * returns issues in document order: head, items, judgements, evidence, units, claims
 */
export function checkSubmission(scheme: Scheme, submission: Omit<Submission, 'yardstick'>): Issue[] {
  const known: Known = {
    scheme,
    items: itemById(scheme),
    indicators: indicatorById(scheme),
    names: [...itemById(scheme).keys(), ...indicatorById(scheme).keys()],
    suggest: suggestions(),
  }
  return [
    ...checkHead(scheme, submission),
    ...checkEntries(known, submission, { pointer: '', where: [], evidence: submission.evidence }),
    ...(submission.units ?? []).flatMap((unit, index) => {
      // Evidence attached for the whole is there for each of its units.
      const evidence = { ...submission.evidence, ...unit.evidence }
      return checkEntries(known, unit, { pointer: `/units/${index}`, where: [unit.name], evidence })
    }),
    ...checkUnitNames(submission.units ?? []),
    ...checkClaims(known, submission.claims),
  ]
}

interface Known {
  readonly scheme: Scheme
  readonly items: ReadonlyMap<string, Item>
  readonly indicators: ReadonlyMap<string, Place>
  /** Of items and indicators, under which evidence may be attached. */
  readonly names: readonly string[]
  readonly suggest: Suggest
}

function checkHead(scheme: Scheme, submission: Omit<Submission, 'yardstick'>): Issue[] {
  const said = submission.scheme?.id
  if (said === undefined || said === scheme.id) return []
  return [issue('SUBMISSION_SCHEME', { pointer: '/scheme/id', expected: scheme.id, found: said })]
}

/**
 * The same for the submission's own entries and for those of each unit.
 *
 * evidence  what counts as attached to them
 */
function checkEntries(
  known: Known,
  { items, judgements, evidence: own }: Pick<UnitEntries, 'items' | 'judgements' | 'evidence'>,
  { pointer: base, where, evidence }: Required<At> & { readonly evidence: UnitEntries['evidence'] },
): Issue[] {
  const issues: Issue[] = []
  for (const [id, entry] of Object.entries(items)) {
    const at = `${base}/items${pointer(id)}`
    const item = known.items.get(id)
    if (item === undefined) {
      const expected = known.suggest(id, known.items.keys())
      issues.push(issue('SUBMISSION_UNKNOWN_ITEM', { pointer: at, where, expected, found: id }))
    } else issues.push(...readItem(item, entry, entryOf(evidence, id), { pointer: at, where }).issues)
  }
  for (const [id, entry] of Object.entries(judgements ?? {})) {
    const at = { pointer: `${base}/judgements${pointer(id)}`, where }
    const place = known.indicators.get(id)
    if (place === undefined) {
      const expected = known.suggest(id, known.indicators.keys())
      issues.push(issue('SUBMISSION_UNKNOWN_INDICATOR', { ...at, expected, found: id }))
    } else if (isLeafPlace(place)) {
      const context = { ...at, where: [...where, ...place.path], scheme: known.scheme }
      issues.push(...readJudgement(place.node, entry, context).issues)
    } else {
      const names = [...where, ...place.path]
      issues.push(issue('SUBMISSION_NOT_JUDGED', { ...at, where: names, expected: 'sum', found: brief(entry) }))
    }
  }
  for (const id of Object.keys(own ?? {})) {
    if (known.items.has(id) || known.indicators.has(id)) continue
    const expected = known.suggest(id, known.names)
    const at = { pointer: `${base}/evidence${pointer(id)}`, where }
    issues.push(issue('SUBMISSION_UNKNOWN_EVIDENCE', { ...at, expected, found: id }))
  }
  return issues
}

function checkUnitNames(units: readonly UnitEntries[]): Issue[] {
  const seen = new Set<string>()
  return units.flatMap((unit, index) => {
    if (!seen.has(unit.name)) {
      seen.add(unit.name)
      return []
    }
    const at = { pointer: `/units/${index}/name`, where: [unit.name] }
    return [issue('SUBMISSION_UNIT_TWICE', { ...at, found: unit.name })]
  })
}

function checkClaims(known: Known, claims: Submission['claims']): Issue[] {
  const issues: Issue[] = []
  const check = (claim: string, limit: string, at: string, where: readonly string[]) => {
    const value = Exact.of(claim)
    if (value.sign >= 0 && value.atMost(Exact.of(limit))) return
    issues.push(issue('SUBMISSION_CLAIM', { pointer: at, where, expected: limit, found: claim }))
  }
  if (claims?.total !== undefined) {
    check(claims.total, known.scheme.ceiling ?? known.scheme.fullScore, '/claims/total', [])
  }
  for (const [id, claim] of Object.entries(claims?.scores ?? {})) {
    const at = `/claims/scores${pointer(id)}`
    const place = known.indicators.get(id)
    if (place === undefined) {
      const expected = known.suggest(id, known.indicators.keys())
      issues.push(issue('SUBMISSION_UNKNOWN_INDICATOR', { pointer: at, expected, found: id }))
    } else check(claim, place.node.points, at, place.path)
  }
  return issues
}
