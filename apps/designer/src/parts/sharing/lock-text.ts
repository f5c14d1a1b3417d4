import { type Indicator, isBranch, type Language, type Limits, type MergedPart } from '@yardstick/model'
import { signWords } from '../sign-words.ts'
import { sharingWords } from './words.ts'

/** Who locked an indicator, and what may still be done: “财政部锁定了……，只能改参数……；如需改动，可向上级贡献建议”. */
export function lockText(limits: Limits, node: Indicator, language: Language): string | undefined {
  const by = limits.by('indicator', node.id)
  return by === undefined ? undefined : sentence(by, node.name, whatMayBeDone(limits, node, language), language)
}

/** The same of anything else: an item, a measure, a rule, a grade. */
export function lockTextOf(
  limits: Limits,
  of: MergedPart,
  id: string,
  name: string,
  language: Language,
): string | undefined {
  const by = limits.by(of, id)
  return by === undefined ? undefined : sentence(by, name, parameterNames(limits, of, id, language), language)
}

/** Why the points of an indicator cannot be changed; undefined where they can. */
export function fixedPointsText(limits: Limits, node: Indicator, language: Language): string | undefined {
  const w = sharingWords[language]
  const by = limits.by('indicator', node.id, 'points')
  if (by !== undefined) return sentence(by, node.name, whatMayBeDone(limits, node, language), language)
  const [parameter] = limits.parametersIn('indicator', node.id, 'points')
  return parameter === undefined ? undefined : w.isParameter(parameter.name)
}

/** How far the points may go: “财政部的分值为 10，可在 8～12 之间改”. */
export function pointsText(limits: Limits, id: string, language: Language): string | undefined {
  const points = limits.pointsOf(id)
  if (points === undefined || points.least === points.most) return undefined
  return sharingWords[language].pointsBy(points.by, points.origin, points.least, points.most)
}

/** Why nothing may be put under an indicator, or at the top (null); undefined where it may. */
export function noAddingText(
  limits: Limits,
  parent: { readonly id: string; readonly name: string } | null,
  language: Language,
): string | undefined {
  if (limits.mayAdd(parent?.id ?? null)) return undefined
  const w = sharingWords[language]
  const by = limits.closedBy(parent?.id ?? null)
  return parent === null ? w.mayNotAddTop(by) : w.mayNotAdd(by, parent.name)
}

function whatMayBeDone(limits: Limits, node: Indicator, language: Language): string[] {
  const { only } = sharingWords[language]
  const { id } = node
  const points = limits.pointsOf(id)
  return [
    ...parameterNames(limits, 'indicator', id, language),
    ...(points !== undefined && points.least !== points.most ? [only.points(points.least, points.most)] : []),
    ...(isBranch(node) && limits.mayAdd(id) ? [only.add] : []),
  ]
}

function parameterNames(limits: Limits, of: MergedPart, id: string, language: Language): string[] {
  const { only, quoted } = sharingWords[language]
  // What a level above has set is set no more.
  const free = limits.parametersIn(of, id).filter(({ by }) => by === undefined)
  return free.length === 0 ? [] : [only.parameters(free.map(({ name }) => quoted(name)).join(signWords[language].list))]
}

function sentence(by: string, name: string, may: readonly string[], language: Language): string {
  const w = sharingWords[language]
  const { comma, semicolon } = signWords[language]
  const can = may.length === 0 ? w.only.nothing : w.only.can(may.join(w.only.and))
  return `${w.lockedBy(by, name)}${comma}${can}${semicolon}${w.propose}`
}
