import type { EditOf } from '@yardstick/model'
import { designer } from '../store/use-designer.ts'
import { schemeLabel } from './scheme-words.ts'

type SchemeFields = EditOf<'set-scheme'>['fields']

/** One field of the scheme itself; undefined takes it away. */
export function setSchemeField<K extends keyof SchemeFields>(key: K, value: SchemeFields[K] | undefined): void {
  const fields = { [key]: value ?? null } as SchemeFields
  designer.edit(schemeLabel, { type: 'set-scheme', fields })
}
