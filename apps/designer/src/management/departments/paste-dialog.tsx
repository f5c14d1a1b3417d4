import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useWords } from '../../parts/words.ts'
import { FormDialog, FormRow } from '../form.tsx'
import { type ListColumn, ListTable } from '../list-table.tsx'
import { isRegionCode } from '../region-code.ts'
import { RegionField } from '../region-field.tsx'
import type { Regions } from '../regions.ts'
import { type Imported, type ImportedRow, importDepartments, type Outcome } from './import.ts'
import { type DepartmentRow, type ReadTable, readDepartmentTable } from './read-table.ts'
import { departmentWords } from './words.ts'

const outcomeLook: Readonly<Record<Outcome, string>> = {
  add: 'badge-good',
  change: 'badge-accent',
  same: '',
  issue: 'badge-bad',
}

/** A table of units pasted from Excel: what it would change is shown first, and nothing is written until that is accepted. */
export function PasteDialog({
  types,
  regions,
  region: firstRegion,
  onDone,
  onClose,
}: {
  types: readonly string[]
  regions: Regions
  /** Where rows belong that name no region, to begin with. */
  region: string
  onDone: (count: number) => void
  onClose: () => void
}) {
  const { paste: w } = useWords(departmentWords)
  const [read, setRead] = useState<ReadTable | null>(null)
  const [region, setRegion] = useState(firstRegion)
  const [type, setType] = useState(types[0] ?? w.defaultType)
  const [imported, setImported] = useState<Imported | null>(null)
  const rows = read?.kind === 'rows' ? read.rows : []
  const lacksRegion = rows.some((row) => row.region === undefined)
  const lacksType = rows.some((row) => row.type === undefined)
  const count = (outcome: Outcome) => imported?.rows.filter((row) => row.outcome === outcome).length ?? 0
  const bad = count('issue')
  const changes = count('add') + count('change')
  const isReady =
    rows.length > 0 &&
    (!lacksRegion || isRegionCode(region)) &&
    (!lacksType || type.trim() !== '') &&
    (imported === null || (bad === 0 && changes > 0))
  const send = async () => {
    const answer = await importDepartments(rows, { region, type }, imported !== null)
    if (imported === null) setImported(answer)
    else onDone(changes)
  }
  const onPaste = (event: React.ClipboardEvent) => {
    event.preventDefault()
    const html = event.clipboardData.getData('text/html')
    setRead(readDepartmentTable({ html, text: event.clipboardData.getData('text/plain') }))
    setImported(null)
  }
  const again = () => {
    setRead(null)
    setImported(null)
  }
  const sendText = imported === null ? w.preview : changes === 0 ? w.nothing : w.apply(changes)
  return (
    <FormDialog title={w.title} width={860} send={send} sendText={sendText} isReady={isReady} onClose={onClose}>
      {rows.length === 0 ? (
        <>
          <p className="management-how">{w.how}</p>
          <textarea
            // biome-ignore lint/a11y/noAutofocus: the dialog is there to be pasted into
            autoFocus
            className="departments-area"
            aria-label={w.area}
            placeholder={w.area}
            value=""
            onPaste={onPaste}
            onChange={() => undefined}
          />
          <p className="form-problem" role="alert">
            {read?.kind === 'no-table' && w.noTable}
            {read?.kind === 'no-head' && w.noHead(read.heads.join('、'))}
          </p>
        </>
      ) : (
        <>
          {imported === null && lacksRegion && (
            <FormRow label={w.region}>
              <RegionField
                value={region}
                regions={regions}
                label={w.region}
                isBad={!isRegionCode(region)}
                onChange={setRegion}
              />
            </FormRow>
          )}
          {imported === null && lacksType && (
            <FormRow label={w.type}>
              <Input
                value={type}
                maxLength={200}
                aria-label={w.type}
                onChange={(event) => setType(event.target.value)}
              />
            </FormRow>
          )}
          <p className="departments-summary" role="status">
            {imported === null ? w.rows(rows.length) : w.summary(count('add'), count('change'), count('same'), bad)}
            <Button type="text" onClick={again}>
              {w.again}
            </Button>
          </p>
          {bad > 0 && <p className="form-problem">{w.mendFirst(bad)}</p>}
          <Preview rows={rows} imported={imported} />
        </>
      )}
    </FormDialog>
  )
}

interface PreviewRow {
  readonly number: number
  readonly row: DepartmentRow
  readonly imported: ImportedRow | undefined
}

function Preview({ rows, imported }: { rows: readonly DepartmentRow[]; imported: Imported | null }) {
  const w = useWords(departmentWords)
  const shown = useMemo(() => {
    const all = rows.map((row, index): PreviewRow => ({ number: index + 1, row, imported: imported?.rows[index] }))
    // What needs a look comes first.
    const rank = ({ imported }: PreviewRow) =>
      imported === undefined ? 0 : ['issue', 'change', 'add', 'same'].indexOf(imported.outcome)
    return all.sort((a, b) => rank(a) - rank(b) || a.number - b.number)
  }, [rows, imported])
  const columns = useMemo<ListColumn<PreviewRow>[]>(
    () => [
      { id: 'number', title: w.paste.row, width: '56px', align: 'end', cell: ({ number }) => number },
      ...(imported === null
        ? []
        : [
            {
              id: 'outcome',
              title: w.paste.result,
              width: 'minmax(90px, 2fr)',
              cell: ({ imported }: PreviewRow) =>
                imported !== undefined && (
                  <span title={imported.problem}>
                    <span className={`badge ${outcomeLook[imported.outcome]}`}>
                      {w.paste.outcome[imported.outcome]}
                    </span>{' '}
                    {imported.problem}
                  </span>
                ),
            },
          ]),
      { id: 'name', title: w.name, width: 'minmax(160px, 2fr)', cell: ({ row }) => row.name },
      { id: 'type', title: w.type, width: 'minmax(90px, 1fr)', cell: ({ row }) => row.type ?? '' },
      { id: 'region', title: w.region, width: '110px', cell: ({ row }) => row.region ?? '' },
      { id: 'code', title: w.code, width: 'minmax(110px, 1fr)', cell: ({ row }) => row.code ?? '' },
      { id: 'parent', title: w.parent, width: 'minmax(110px, 1fr)', cell: ({ row }) => row.parent ?? '' },
    ],
    [w, imported],
  )
  return (
    <div className="departments-preview">
      <ListTable label={w.paste.title} columns={columns} rows={shown} rowKey={({ number }) => `${number}`} />
    </div>
  )
}
