import type { Leaf } from '@yardstick/model'
import { Button } from 'antd'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { setField } from './edit-node.ts'
import { inspectorWords } from './words.ts'

/** What the indicator rests on, in words: nothing here changes a score. */
export function BasisTab({ leaf }: { leaf: Leaf }) {
  const w = useWords(inspectorWords)
  const printed = useDesigner((state) => state.results.leaves[leaf.id]?.standard ?? '')
  return (
    <>
      {(['definition', 'basis', 'dataSource', 'evidence', 'note'] as const).map((key) => (
        <FieldRow key={key} label={w[key]}>
          <TextField
            value={leaf[key]}
            rows={key === 'definition' || key === 'note' ? 2 : 1}
            label={w[key]}
            onCommit={(text) => setField(leaf, key, ONE_LINE.has(key) ? text?.replace(/\s*\n\s*/g, ' ') : text, key)}
          />
        </FieldRow>
      ))}
      <h3 className="inspector-title">{w.standardPrinted}</h3>
      <p className="inspector-standard">{printed}</p>
      <h3 className="inspector-title">
        {w.standardOwn}
        {leaf.standard === undefined && printed !== '' && (
          <Button type="link" onClick={() => setField(leaf, 'standard', printed, 'standard')}>
            {w.copyPrinted}
          </Button>
        )}
      </h3>
      <TextField
        value={leaf.standard}
        rows={3}
        label={w.standardOwn}
        onCommit={(text) => setField(leaf, 'standard', text, 'standard')}
      />
      <p className="method-note">{w.standardOwnHint}</p>
    </>
  )
}

const ONE_LINE: ReadonlySet<string> = new Set(['basis', 'dataSource', 'evidence'])
