import { createHash } from 'node:crypto'
import {
  applyEdit,
  type Edit,
  type Indicator,
  type Issue,
  type IssueCode,
  type Leaf,
  type Scheme,
  validate,
} from '@yardstick/model'
import { check } from './check.ts'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A scheme with the items that examples read; `more` takes the place of what is said here. */
export function schemeOf(indicators: readonly Indicator[], more: Partial<Scheme> = {}): Scheme {
  return read({
    yardstick: 'scheme/1',
    id: 'demo',
    name: '示例',
    version: '1',
    fullScore: '10',
    stepCount: 'whole',
    items: [
      { id: '满意度', type: 'rate', range: { min: '0%', max: '100%' } },
      { id: '完成数', type: 'count', unit: '个' },
      { id: '支出', type: 'money', unit: '万元' },
      { id: '预算', type: 'money', unit: '万元', range: { min: '0.01' } },
    ],
    indicators: [...indicators],
    ...more,
  })
}

export function leafOf(id: string, points: string, more: Partial<Leaf> = {}): Leaf {
  return { id, name: id, points, scoring: { method: 'judgement' }, ...more }
}

export function branchOf(id: string, points: string, children: Indicator[], more: object = {}): Indicator {
  return { id, name: id, points, children, ...more }
}

export function read(document: object): Scheme {
  const outcome = validate('scheme', document)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues[0]))
  return outcome.value
}

export function edited(scheme: Scheme, edit: Edit): Scheme {
  const outcome = applyEdit(scheme, edit)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues[0]))
  return outcome.value.scheme
}

/** Issues of a scheme, unused items aside: examples share their items. */
export async function issuesOf(scheme: Scheme, ...codes: readonly IssueCode[]): Promise<Issue[]> {
  const found = await check(scheme, { sha256 })
  return found.filter((each) => (codes.length > 0 ? codes.includes(each.code) : each.code !== 'SCHEME_UNUSED'))
}

/** What is left of an issue's kind and place after each of its mends; empty where each of them cures. */
export async function uncured(scheme: Scheme, issue: Issue): Promise<string[]> {
  const left: string[] = []
  for (const { label, edit } of issue.mends ?? []) {
    const after = await check(edited(scheme, edit), { sha256 })
    if (after.some((each) => isSame(each, issue))) left.push(label.zh)
  }
  return left
}

/** The same complaint about the same thing; what is removed shifts the places behind it, so names count where there are some. */
function isSame(one: Issue, other: Issue): boolean {
  if (one.code !== other.code) return false
  return one.code === 'SCHEME_UNUSED' ? one.found === other.found : one.pointer === other.pointer
}
