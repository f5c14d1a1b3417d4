import { CheckOutlined } from '@ant-design/icons'
import type { LayerName } from '@yardstick/model'
import { Button } from 'antd'
import { cellText } from '../../parts/entry/read-cell.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { type DataLine, dataLines } from './data-lines.ts'
import { useDesk } from './desk-context.ts'
import { asEntry, checkEntry, type Target, withWhy } from './entering.ts'
import { EntryField } from './entry-field.tsx'
import { LayerNote } from './layer-note.tsx'
import { RecordsLine } from './records-line.tsx'
import { AttachEvidence, Files } from './row-evidence.tsx'
import type { ScoreRow } from './sheet-rows.ts'
import { useTake } from './use-take.ts'
import { deskWords } from './words.ts'

/** What was reported for a row, what is verified of it, and the evidence for both. */
export function DataCell({ row }: { row: ScoreRow }) {
  const { document, results, files, may } = useDesk()
  const lines = dataLines(row.items, document)
  const trace = results.get(row.leaf.id)?.trace
  const formula = trace !== undefined && 'inputs' in trace && trace.shownActual !== undefined ? trace : undefined
  const isItem = row.items.some(({ id }) => id === row.leaf.actual?.trim())
  return (
    <>
      {lines.map((line) => {
        const key = `${line.item.id} ${line.unit ?? ''}`
        return line.item.type === 'list' ? <RecordsLine key={key} line={line} /> : <Line key={key} line={line} />
      })}
      {formula !== undefined && !isItem && row.leaf.actual !== undefined && (
        <p className="desk-computed">
          {row.leaf.actual} <strong>{formula.shownActual}</strong>
        </p>
      )}
      <Files of={files.get(row.leaf.id)} />
      {may.verified && <AttachEvidence entry={row.leaf.id} name={row.leaf.name} />}
    </>
  )
}

function Line({ line }: { line: DataLine }) {
  const w = useWords(deskWords)
  const entries = useWords(entryWords)
  const signs = useWords(signWords)
  const { may, files, scheme, write } = useDesk()
  const take = useTake()
  const { item, unit, layers } = line
  const name = unit === undefined ? (item.label ?? item.id) : w.ofUnit(item.label ?? item.id, unit)
  const layer = may.verified ? 'verified' : may.overridden ? 'overridden' : undefined
  const text = (of: LayerName) => {
    const stands = layers[of]
    return stands === undefined ? '' : cellText(item, { layers: [stands] }, entries)
  }
  const reported = text('reported')
  const target: Target | undefined = layer && { of: 'items', item, unit, layer }
  const stands = layer && layers[layer]
  const entry = target && asEntry(target, stands, stands?.why)
  const lacksReason = entry !== undefined && checkEntry(target!, entry, scheme).lacksReason
  const isOther =
    stands !== undefined && layer !== undefined && text(layer) !== (layer === 'verified' ? reported : text('verified'))
  return (
    <div className="desk-line">
      <span className="desk-line-name" title={name}>
        {name}
        {item.unit !== undefined && <small> {item.unit}</small>}
      </span>
      <span className="desk-line-reported" title={w.was(w.reported, reported)}>
        {reported === '' ? <span className="desk-faint">{w.unreported}</span> : reported}
      </span>
      {layer === 'overridden' && text('verified') !== '' && (
        <span className="desk-line-verified" title={w.was(w.verified, text('verified'))}>
          {text('verified')}
        </span>
      )}
      {target !== undefined && layer !== undefined && (
        <EntryField
          kind="value"
          label={layer === 'verified' ? w.verify(name) : w.overrideOf(name)}
          text={text(layer)}
          placeholder={layer === 'verified' ? w.verified : w.override}
          take={(typed) => {
            // As in a sheet: = takes what stands beside it.
            if (layer !== 'verified' || !/^[=＝]$/.test(typed) || reported === '')
              return take(target, typed, stands?.why)
            write(asEntry(target, layers.reported, stands?.why), name)
            return undefined
          }}
          suffix={
            layer === 'verified' && stands === undefined && reported !== '' ? (
              <Button
                type="text"
                className="desk-same"
                tabIndex={-1}
                icon={<CheckOutlined />}
                aria-label={w.asReportedOf(name)}
                title={w.asReported}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => write(asEntry(target, layers.reported, undefined), name)}
              />
            ) : undefined
          }
        />
      )}
      {layer === undefined && (layers.overridden ?? layers.verified) !== undefined && (
        <strong className="desk-line-verified">
          {text(layers.overridden === undefined ? 'verified' : 'overridden')}
        </strong>
      )}
      {target !== undefined && entry !== undefined && stands !== undefined && (isOther || stands.why !== undefined) && (
        <EntryField
          kind="reason"
          label={layer === 'verified' ? w.verifyWhy(name) : w.reasonOf(name)}
          text={stands.why ?? ''}
          placeholder={layer === 'verified' ? w.verifyWhyHint : w.overrideReasonNeeded}
          isLong
          isWaiting={lacksReason}
          take={(why) => {
            write(withWhy(entry, why === '' ? undefined : why), name)
            return undefined
          }}
        />
      )}
      {(['verified', 'overridden'] as const).map(
        (each) =>
          layers[each] !== undefined && (
            <LayerNote key={each} layer={layers[each]} shown={text(each)} isTyped={each === layer} />
          ),
      )}
      <Files of={files.get(item.id)} label={signs.headed(w.files, name)} />
    </div>
  )
}
