import type { Field } from './report-fields.ts'

/** Of the control a field is written in. */
export function fieldId(field: Field): string {
  return `report-field-${field}`
}
