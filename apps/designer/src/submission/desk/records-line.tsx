import { TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { type DataLine, recordsOf } from './data-lines.ts'
import { useDesk } from './desk-context.ts'
import type { Target } from './entering.ts'
import { LayerNote } from './layer-note.tsx'
import { RecordsDialog } from './records-dialog.tsx'
import { Files } from './row-evidence.tsx'
import { deskWords } from './words.ts'

/** A list among the data of a row: how many records there are, and the way to them. */
export function RecordsLine({ line }: { line: DataLine }) {
  const w = useWords(deskWords)
  const signs = useWords(signWords)
  const { may, files } = useDesk()
  const [isOpen, setIsOpen] = useState(false)
  const { item, unit, layers } = line
  const name = unit === undefined ? (item.label ?? item.id) : w.ofUnit(item.label ?? item.id, unit)
  const layer = may.verified ? 'verified' : may.overridden ? 'overridden' : undefined
  const target = layer && ({ of: 'items', item, unit, layer } satisfies Target)
  const count = w.records.count(recordsOf(layers.overridden ?? layers.verified ?? layers.reported).length)
  return (
    <div className="desk-line">
      <span className="desk-line-name" title={name}>
        {name}
      </span>
      <span className="desk-line-reported">
        {layers.reported === undefined ? (
          <span className="desk-faint">{w.unreported}</span>
        ) : (
          w.records.count(recordsOf(layers.reported).length)
        )}
      </span>
      {may.overridden && layers.verified !== undefined && (
        <span className="desk-line-verified">{w.records.count(recordsOf(layers.verified).length)}</span>
      )}
      <span className="desk-field-value">
        <Button
          icon={<TableOutlined />}
          data-field="value"
          aria-label={w.records.way(target === undefined ? w.records.open(name) : w.records.title(name), count)}
          onClick={() => setIsOpen(true)}
        >
          {count}
        </Button>
      </span>
      {(['verified', 'overridden'] as const).map(
        (each) =>
          layers[each] !== undefined && (
            <LayerNote key={each} layer={layers[each]} shown={w.records.count(recordsOf(layers[each]).length)} />
          ),
      )}
      <Files of={files.get(item.id)} label={signs.headed(w.files, name)} />
      {isOpen && <RecordsDialog name={name} line={line} target={target} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
