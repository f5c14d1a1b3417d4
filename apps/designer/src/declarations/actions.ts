import { bind, type Declaration, type Edit, type Issue, type Scheme } from '@yardstick/model'
import type { Label } from '../store/label.ts'
import { designer } from '../store/use-designer.ts'
import { newDeclaration } from './declaration-edits.ts'
import { declarationWords } from './words.ts'

/** What is done to the list of declarations; each is one undo step. */
export function labelOf(key: keyof typeof declarationWords.zh.labels): Label {
  return { zh: declarationWords.zh.labels[key], en: declarationWords.en.labels[key] }
}

export function changeDeclaration(
  index: number,
  key: keyof typeof declarationWords.zh.labels,
  change: (declaration: Declaration) => Declaration,
): void {
  const { declarations } = designer.getState().design!
  const next = declarations.map((each, at) => (at === index ? change(each) : each))
  designer.declare(labelOf(key), next)
}

export function addDeclaration(department: string): void {
  const { scheme, declarations } = designer.getState().design!
  const period = scheme.cases?.[0]?.submission.period ?? '-'
  designer.declare(labelOf('add'), [...declarations, newDeclaration(scheme, department, period)])
  designer.setView({ declaration: declarations.length })
}

export function duplicateDeclaration(index: number, suffix: string): void {
  const { declarations } = designer.getState().design!
  const from = declarations[index]
  if (from === undefined) return
  const { subject } = from
  const name = subject.project !== undefined ? 'project' : subject.unit !== undefined ? 'unit' : 'department'
  const copy: Declaration = { ...from, subject: { ...subject, [name]: `${subject[name]}${suffix}` } }
  designer.declare(labelOf('duplicate'), [...declarations.slice(0, index + 1), copy, ...declarations.slice(index + 1)])
  designer.setView({ declaration: index + 1 })
}

export function removeDeclaration(index: number): void {
  const { design, view } = designer.getState()
  const next = design!.declarations.filter((_, at) => at !== index)
  designer.declare(labelOf('remove'), next)
  const chosen = view.declaration
  if (chosen === null || chosen < index) return
  designer.setView({
    declaration: chosen > index ? chosen - 1 : next.length === 0 ? null : Math.min(chosen, next.length - 1),
  })
}

export function issuesOf(scheme: Scheme, declaration: Declaration): readonly Issue[] {
  const bound = bind(scheme, declaration)
  return bound.ok ? [] : bound.issues
}

/** Opens leaves and branches for declarations, and closes those no longer chosen, with the policy, as one edit. */
export function openingEdit(
  scheme: Scheme,
  nodes: readonly { readonly id: string; readonly isLeaf: boolean; readonly isOpen: boolean }[],
  chosen: ReadonlySet<string>,
  policy: 'none' | 'optional' | 'required',
): Edit {
  const edits: Edit[] = []
  if ((scheme.declarations ?? 'optional') !== policy)
    edits.push({ type: 'set-scheme', fields: { declarations: policy } })
  for (const { id, isLeaf, isOpen } of nodes) {
    if (chosen.has(id) === isOpen) continue
    const fields = isLeaf ? { declared: isOpen ? null : {} } : { individual: isOpen ? null : (true as const) }
    edits.push({ type: 'set-indicator', id, fields })
  }
  return { type: 'batch', edits }
}
