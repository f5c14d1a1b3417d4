import { type ChecklistScoring, type Condition, type Item, issue, nearest, type TableScoring } from '@yardstick/model'
import { conditionSet } from '../evaluate/rules.ts'
import type { Place } from './compile-formula.ts'
import type { CompiledMethod } from './compiled.ts'
import { type MethodContext, NO_KEYS } from './method-context.ts'
import { typeCondition } from './typed-condition.ts'

export function compileChecklist(
  scoring: ChecklistScoring,
  context: MethodContext,
  at: Place,
): ReadonlyMap<string, string> {
  const { issues } = context
  const keys = new Map<string, string>()
  const seen = new Set<string>()
  scoring.elements.forEach((element, index) => {
    const elementAt = { ...at, pointer: `${at.pointer}/elements/${index}` }
    if (seen.has(element.id)) issues.push(issue('SCHEME_ID_TWICE', { ...elementAt, expected: null, found: element.id }))
    seen.add(element.id)
    if (element.met === 'judged') return
    if ('condition' in element.met) {
      const conditionAt = { ...elementAt, pointer: `${elementAt.pointer}/met/condition` }
      keys.set(element.id, context.ask(element.met.condition, conditionAt, issues))
    } else if ('evidence' in element.met) requireItem(element.met.evidence, undefined, context, elementAt)
    else requireItem(element.met.item, 'boolean', context, elementAt)
  })
  return keys.size === 0 ? NO_KEYS : keys
}

/** One condition a cell, so that a row can be false by one cell while another is unknown. */
export function compileTable(scoring: TableScoring, context: MethodContext, at: Place): Map<string, string> {
  const keys = new Map<string, string>()
  scoring.rows.forEach((row, rowIndex) => {
    const rowAt = { ...at, pointer: `${at.pointer}/rows/${rowIndex}/when` }
    if (row.when.length !== scoring.columns.length) {
      context.issues.push(
        issue('SCORING_TABLE_CELLS', { ...rowAt, expected: scoring.columns.length, found: row.when.length }),
      )
      return
    }
    row.when.forEach((cell, column) => {
      if (cell === null) return
      const condition: Condition = { fact: scoring.columns[column]!, operator: cell.operator, value: cell.value }
      keys.set(
        `${rowIndex}/${column}`,
        context.ask(condition, { ...rowAt, pointer: `${rowAt.pointer}/${column}` }, context.issues),
      )
    })
  })
  return keys
}

/** The condition over the records of a list reads their fields and nothing else. */
export function compileRecords(
  of: { list: string; met: Condition },
  context: MethodContext,
  at: Place,
): CompiledMethod['records'] {
  const item = context.itemByName.get(of.list)
  if (item === undefined || item.type !== 'list') {
    requireItem(of.list, 'list', context, { ...at, pointer: `${at.pointer}/of/list` })
    return undefined
  }
  const fieldById = new Map((item.fields ?? []).map((field) => [field.id, field]))
  const typed = typeCondition(
    of.met,
    {
      find: (fact) => fieldById.get(fact),
      knownFacts: () => fieldById.keys(),
      shared: context.scheme.conditions ?? {},
    },
    { ...at, pointer: `${at.pointer}/of/met` },
  )
  context.issues.push(...typed.issues)
  return typed.typed && conditionSet(new Map([['met', typed.typed]]), (fact) => fieldById.get(fact))
}

function requireItem(name: string, type: Item['type'] | undefined, context: MethodContext, at: Place): void {
  const item = context.itemByName.get(name)
  if (item === undefined) {
    context.issues.push(
      issue('SCORING_ITEM', { ...at, expected: nearest(name, context.itemByName.keys()) ?? null, found: name }),
    )
  } else if (type !== undefined && item.type !== type) {
    context.issues.push(issue('SCORING_VALUE_TYPE', { ...at, expected: [type], found: item.type }))
  }
}
