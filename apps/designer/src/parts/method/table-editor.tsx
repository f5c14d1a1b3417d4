import type { TableScoring } from '@yardstick/model'
import { TableEditor } from '../decision-table/table-editor.tsx'
import type { RuleEditing } from './editing.ts'
import { useFacts } from './use-facts.ts'

/** A decision table in its grid. */
export function TableMethodEditor({ scoring, onChange }: RuleEditing<TableScoring>) {
  return <TableEditor value={scoring} facts={useFacts()} onChange={(next, join) => onChange({ scoring: next }, join)} />
}
