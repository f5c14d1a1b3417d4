import { Exact, sum } from '@yardstick/model'
import type { CompiledBranch, CompiledNode } from '../compile/compiled.ts'
import { policyOf } from '../compile/policy.ts'
import { conditionCells, conditionText, quoted } from './condition-text.ts'
import { amountText, asked, type Sheet } from './leaf-text.ts'
import { clampedText, guardedText, literal, roundedText, timesText } from './number-text.ts'
import { placed, Refused } from './placement.ts'

/**
 * A branch from the printed scores of its children, which stand in cells of their own: also where a child's formula is
 * refused and its cell holds the value itself.
 */
export function branchText(branch: CompiledBranch, sheet: Sheet): string {
  const { notApplicable } = sheet
  if (notApplicable.has(branch.node.id)) throw new Refused('not-applicable')
  const counted = branch.children.filter((child) => !child.isBonus || branch.isBonus)
  const combine = branch.node.combine ?? 'sum'
  if (typeof combine === 'object') return alternativesText(branch, counted, sheet)
  const present = counted.filter((child) => partOf(child, sheet).isScored)
  refuseUnprinted(counted, sheet)
  const cells = present.map((child) => cellOf(child, sheet))
  if (cells.length === 0) {
    if (branch.node.individual === true) throw new Refused('broken')
    return '0'
  }
  const rounded = (text: string, isReckoned: boolean) =>
    roundedText(clampedText(text, branch.points), branch.rounding, isReckoned || !arePrinted(present), branch.points)
  switch (combine) {
    case 'sum': {
      const { factor } = shareOut(counted, sheet)
      const worth = sum(present.map((child) => child.points))
      const added = timesText(`SUM(${cells.join(',')})`, factor)
      const bounds = { worst: Exact.zero, best: worth.times(factor) }
      const text = roundedText(
        clampedText(added, branch.points, bounds),
        branch.rounding,
        !factor.equals(Exact.one) || !arePrinted(present),
        branch.points,
      )
      return countedText(cells, text)
    }
    case 'best-of': {
      const best = `MAX(${cells.join(',')})`
      // One that is full already does not wait for the others.
      return `IF(AND(COUNT(${cells.join(',')})<${cells.length},${best}<${literal(branch.points)}),"",${rounded(best, false)})`
    }
    case 'minimum':
      return countedText(cells, rounded(`MIN(${cells.join(',')})`, false))
    case 'weighted-mean': {
      const weights = present.map((child) => Exact.of(child.node.weight ?? '0'))
      const whole = sum(weights)
      const parts = present.flatMap((child, index) =>
        child.points.sign === 0 || whole.sign === 0
          ? []
          : timesText(cells[index]!, branch.points.times(weights[index]!).over(whole).over(child.points)),
      )
      return countedText(cells, rounded(parts.length === 0 ? '0' : parts.join('+'), true))
    }
  }
}

/** Whether these were rounded where they stand, so that adding them leaves no more than binary dust. */
function arePrinted(nodes: readonly CompiledNode[]): boolean {
  return nodes.every((node) => node.rounding !== 'none')
}

/** The mean of others that counts for what does not apply is printed nowhere, so nothing can add it up. */
function refuseUnprinted(nodes: readonly CompiledNode[], { compiled, notApplicable }: Sheet): void {
  const isUnprinted = (node: CompiledNode) =>
    node.type === 'leaf' && notApplicable.has(node.node.id) && policyOf(compiled.scheme, node.node) === 'group-mean'
  if (nodes.some(isUnprinted)) throw new Refused('group')
}

/**
 * Empty until every one of these cells holds a number, and an error where one of them is: COUNT passes over errors, SUM does
 * not, and REPT makes nothing of "" however often.
 */
function countedText(cells: readonly string[], text: string): string {
  const list = cells.join(',')
  return `IF(COUNT(${list})<${cells.length},REPT("",SUM(${list})),${text})`
}

function cellOf(node: CompiledNode, { placement }: Sheet): string {
  return placed(placement.score(node.node.id))
}

function alternativesText(branch: CompiledBranch, counted: readonly CompiledNode[], sheet: Sheet): string {
  const { combine } = branch.node
  if (typeof combine !== 'object') throw new Error('alternativesText: no alternatives')
  const finish = (child: CompiledNode) => {
    const cell = cellOf(child, sheet)
    return guardedText([cell], roundedText(clampedText(cell, branch.points), branch.rounding, false, branch.points))
  }
  const byId = (id: string) => {
    const child = counted.find((each) => each.node.id === id)
    if (child === undefined) throw new Refused('broken')
    return child
  }
  if ('item' in combine.alternatives) {
    const cell = placed(sheet.placement.item(combine.alternatives.item))
    const chosen = Object.entries(combine.alternatives.children)
    const text = chosen.reduceRight(
      (rest, [choice, id]) => `IF(EXACT(${cell},${quoted(choice)}),${finish(byId(id))},${rest})`,
      'NA()',
    )
    return guardedText([cell], text)
  }
  const asks = [...branch.selectorKeys].map(([id, key]) => ({
    child: byId(id),
    ...conditionText(key, 'items', sheet),
  }))
  const hits = asks.map((each) => `IF(${each.text},1,0)`).join('+')
  const text = asks.reduceRight((rest, { text, child }) => `IF(${text},${finish(child)},${rest})`, 'NA()')
  return guardedText(
    asks.flatMap((each) => each.cells),
    `IF(${hits}<>1,NA(),${text})`,
  )
}

/** What a node counts in the whole, as far as that is known before any score is. */
interface Part {
  /** Whether it has a score that its parent adds. */
  readonly isScored: boolean
  readonly applicable: Exact
  readonly toSiblings: Exact
}

/** The same sharing-out as the engine's, for what does not apply in the evaluation shown. */
function partOf(node: CompiledNode, sheet: Sheet): Part {
  const { compiled, notApplicable } = sheet
  const isAbsent = notApplicable.has(node.node.id)
  if (node.type === 'leaf') {
    const policy = policyOf(compiled.scheme, node.node)
    if (!isAbsent || policy === 'full' || policy === 'group-mean') {
      return { isScored: true, applicable: node.points, toSiblings: Exact.zero }
    }
    const toSiblings = policy === 'siblings' ? node.points : Exact.zero
    return { isScored: false, applicable: Exact.zero, toSiblings }
  }
  const children = node.children.filter((child) => !child.isBonus || node.isBonus)
  const combine = node.node.combine ?? 'sum'
  const parts = children.map((child) => ({ child, ...partOf(child, sheet) }))
  if (isAbsent && typeof combine === 'object') {
    // Only the chosen one says where the points go, and all of them are left out.
    const goes = new Set(parts.map((part) => part.toSiblings.sign > 0))
    if (goes.size > 1) throw new Refused('not-applicable')
    return { isScored: false, applicable: Exact.zero, toSiblings: goes.has(true) ? node.points : Exact.zero }
  }
  if (isAbsent) {
    const toSiblings =
      combine === 'sum'
        ? sum(parts.map((part) => part.toSiblings))
        : parts.every((part) => part.toSiblings.sign > 0)
          ? node.points
          : Exact.zero
    return { isScored: false, applicable: Exact.zero, toSiblings }
  }
  const outside = parts.map((part) => part.child.points.minus(part.applicable).minus(part.toSiblings))
  const out =
    combine === 'sum'
      ? sum(outside)
      : combine === 'weighted-mean'
        ? Exact.zero
        : chosenOut(combine, parts, outside, sheet)
  return { isScored: true, applicable: node.points.minus(out), toSiblings: Exact.zero }
}

/** The points that the one chosen child takes out of the whole; where it is not known which, they must all take the same. */
function chosenOut(
  combine: CompiledBranch['node']['combine'],
  parts: readonly { readonly child: CompiledNode; readonly isScored: boolean }[],
  outside: readonly Exact[],
  { notApplicable }: Sheet,
): Exact {
  const may = (index: number) =>
    typeof combine === 'object' ? !notApplicable.has(parts[index]!.child.node.id) : parts[index]!.isScored
  const left = outside.filter((_, index) => may(index))
  const [first, ...others] = left.length === 0 ? outside : left
  if (first === undefined) return Exact.zero
  if (others.some((each) => !each.equals(first))) throw new Refused('not-applicable')
  return first
}

function shareOut(children: readonly CompiledNode[], sheet: Sheet): { factor: Exact; outside: Exact } {
  const parts = children.map((child) => ({ child, ...partOf(child, sheet) }))
  const own = sum(parts.filter((part) => part.isScored).map((part) => part.applicable))
  const taken = sum(parts.filter((part) => !part.isScored).map((part) => part.toSiblings))
  const outside = sum(
    parts.map(({ child, applicable, toSiblings }) => child.points.minus(applicable).minus(toSiblings)),
  )
  return { factor: own.sign === 0 ? Exact.one : own.plus(taken).over(own), outside }
}

/** Phases 5 and 6, without the grade: the roots, what does not apply, bonuses, deductions, limits, rounding, a veto on it. */
export function totalText(sheet: Sheet): string {
  const { compiled, notApplicable } = sheet
  const { rounding, fullScore, ceiling, rules } = compiled
  const roots = compiled.roots.filter((root) => !root.isBonus)
  const scored = roots.filter((root) => partOf(root, sheet).isScored)
  if (roots.every((root) => notApplicable.has(root.node.id))) throw new Refused('not-applicable')
  refuseUnprinted(roots, sheet)
  const { factor, outside } = shareOut(roots, sheet)
  const applicable = fullScore.minus(outside)
  const rescale = outside.sign === 0 || applicable.sign <= 0 ? factor : factor.times(fullScore).over(applicable)
  const cells = scored.map((root) => cellOf(root, sheet))
  const bonuses = compiled.nodes
    .filter((node) => node.isBonus && !isInsideBonus(node) && !notApplicable.has(node.node.id))
    .map((node) => cellOf(node, sheet))
  const most = fullScore.max(ceiling)
  let text = rescale.equals(Exact.one)
    ? `SUM(${[...cells, ...bonuses].join(',')})`
    : [roundedText(timesText(`SUM(${cells.join(',')})`, rescale), rounding.total, true, most), ...bonuses].join('+')
  const waits: string[] = []
  const deductions = rules.filter((each) => each.stage === 'total')
  for (const rule of deductions) {
    const [condition, amount] = [asked(rule, sheet), amountText(rule, sheet)]
    waits.push(...condition.cells, ...amount.cells)
    text += `-IF(${condition.text},${roundedText(amount.text, rounding.total, amount.cells.length > 0, most)},0)`
  }
  const isAdded = rescale.equals(Exact.one) && deductions.length === 0 && arePrinted(compiled.roots)
  const isBounded = isAdded && bonuses.length === 0
  const bounds = isBounded ? { worst: Exact.zero, best: sum(scored.map((root) => root.points)) } : undefined
  const whole = roundedText(clampedText(text, ceiling, bounds), rounding.total, !isAdded, most)
  const { vetoes, cells: asks } = vetoText(sheet)
  const vetoed = vetoes.length === 0 ? whole : `IF(OR(${vetoes.join(',')}),0,${whole})`
  return countedText([...cells, ...bonuses], guardedText([...waits, ...asks], vetoed))
}

/** Vetoes that take the total away; every other rule on the grade only has to be decided before there is a total. */
function vetoText(sheet: Sheet): { vetoes: string[]; cells: string[] } {
  const vetoes: string[] = []
  const cells: string[] = []
  for (const compiled of sheet.compiled.rules.filter((each) => each.stage === 'grade')) {
    const { event } = compiled.rule
    cells.push(...conditionCells(compiled.key, sheet))
    if (event.type === 'veto' && event.params.total === 'zero') vetoes.push(asked(compiled, sheet).text)
  }
  return { vetoes, cells }
}

function isInsideBonus({ parent }: CompiledNode): boolean {
  return parent !== null && (parent.isBonus || isInsideBonus(parent))
}
