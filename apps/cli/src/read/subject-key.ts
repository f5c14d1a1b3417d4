import type { Subject } from '@yardstick/model'

/** Who is evaluated, as far as it tells one subject from another. */
export type Whose = Pick<Subject, 'department' | 'unit' | 'project'>

/** Whose it is and of which period. */
export function keyOf({ subject, period }: { readonly subject: Whose; readonly period: string }): string {
  return `${whoseKey(subject)}\n${period}`
}

export function whoseKey({ department, unit, project }: Whose): string {
  return [department, unit ?? '', project ?? ''].join('\n')
}
