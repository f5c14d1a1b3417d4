import type { Edit, EditOf, Indicator, Target } from '@yardstick/model'
import { designer } from '../store/use-designer.ts'
import { inspectorLabel, type inspectorWords } from './words.ts'

type Matter = keyof typeof inspectorWords.zh.undo

/** One field of one indicator; undefined takes it away. */
export function setField<K extends keyof EditOf<'set-indicator'>['fields']>(
  { id }: Indicator,
  key: K,
  value: EditOf<'set-indicator'>['fields'][K] | undefined,
  label: Matter,
): void {
  const fields = { [key]: value ?? null } as EditOf<'set-indicator'>['fields']
  designer.edit(inspectorLabel(label), { type: 'set-indicator', id, fields })
}

export function setPoints(nodes: readonly Indicator[], points: string): void {
  const edit: Edit = { type: 'set-points', points: Object.fromEntries(nodes.map(({ id }) => [id, points])) }
  designer.edit(inspectorLabel(nodes.length > 1 ? 'several' : 'points'), edit)
}

export function setTarget({ id }: Indicator, target: Target | undefined): void {
  designer.edit(inspectorLabel('target'), { type: 'set-target', id, target: target ?? null })
}
