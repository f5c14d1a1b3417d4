import { type Leaf, leaves, type Subject } from '@yardstick/model'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { useBoundScheme } from './bound-scheme.ts'
import { labelOf } from './sample-actions.ts'
import { changeCase, type Sample } from './sample-edits.ts'
import { useCases } from './use-sample.ts'
import { viewWords } from './view-words.ts'

/** Who a sample is: what reports print, and the attributes that form the groups ranks are taken in. */
export function SubjectDialog({ index, onClose }: { index: number; onClose: () => void }) {
  const w = useWords(viewWords)
  const scheme = useBoundScheme()
  const sample = useCases()[index]
  if (sample === undefined) return null
  const { submission } = sample
  const { subject } = submission
  const change = (next: (from: Sample) => Sample) => {
    const { scheme: own } = designer.getState().design!
    designer.edit(
      labelOf('subject'),
      changeCase(own, index, (each) => ({ ...each, submission: next(each.submission) })),
    )
  }
  const setSubject = (next: Subject) => change((from) => ({ ...from, subject: next }))
  const names = [
    ...new Set([...groupings(leaves(scheme).map(({ node }) => node)), ...Object.keys(subject.attributes ?? {})]),
  ]
  return (
    <Modal title={w.subjectTitle(sample.name)} footer={null} onCancel={onClose} width={480}>
      {(['department', 'unit', 'project', 'departmentType'] as const).map((key) => (
        <FieldRow key={key} label={w.subject[key]}>
          <TextField
            label={w.subject[key]}
            value={subject[key]}
            isOptional={key !== 'department'}
            onCommit={(next) => setSubject(withKey(subject, key, next))}
          />
        </FieldRow>
      ))}
      <FieldRow label={w.period}>
        <TextField
          label={w.period}
          value={submission.period}
          isOptional={false}
          onCommit={(next) => next !== undefined && change((from) => ({ ...from, period: next }))}
        />
      </FieldRow>
      {names.map((name) => (
        <FieldRow key={name} label={name} hint={w.attributeHint}>
          <TextField
            label={name}
            value={subject.attributes?.[name]}
            onCommit={(next) => {
              const attributes = withKey(subject.attributes ?? {}, name, next)
              setSubject(withKey(subject, 'attributes', Object.keys(attributes).length === 0 ? undefined : attributes))
            }}
          />
        </FieldRow>
      ))}
      <FieldRow label={w.note}>
        <TextField
          label={w.note}
          rows={2}
          value={submission.note}
          onCommit={(next) => change((from) => withKey(from, 'note', next))}
        />
      </FieldRow>
    </Modal>
  )
}

/** The attributes that leaves are ranked within. */
function groupings(all: readonly Leaf[]): string[] {
  return all.flatMap(({ scoring }) =>
    scoring.method === 'rank' && scoring.within !== undefined ? [scoring.within] : [],
  )
}

function withKey<T extends object, K extends keyof T>(record: T, key: K, value: T[K] | undefined): T {
  const { [key]: _, ...rest } = record
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}
