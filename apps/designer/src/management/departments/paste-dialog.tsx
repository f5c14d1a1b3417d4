import { Button, Input } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { FormDialog, FormRow } from '../../parts/form/form.tsx'
import { issueText } from '../../parts/issue-text.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { type ListColumn, ListTable } from '../list-table.tsx'
import { isRegionCode } from '../region-code.ts'
import { RegionField } from '../region-field.tsx'
import type { Regions } from '../regions.ts'
import { carryOut, type Outcome, type Plan, type PlannedRow, planImport } from './import.ts'
import { type DepartmentRow, type ReadTable, readDepartmentTable } from './read-table.ts'
import { departmentWords } from './words.ts'

const outcomeLook: Readonly<Record<Outcome, string>> = {
  add: 'badge-good',
  change: 'badge-accent',
  same: '',
  issue: 'badge-bad',
}

/** Rows whose reasons are told in full; the list has them all. */
const REASONS = 50

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
  const signs = useWords(signWords)
  const [read, setRead] = useState<ReadTable | null>(null)
  const [region, setRegion] = useState(firstRegion)
  const [type, setType] = useState(types[0] ?? w.defaultType)
  const [plan, setPlan] = useState<Plan | null>(null)
  const newest = useRef(read)
  newest.current = read
  const rows = read?.kind === 'rows' ? read.rows : []
  const lacksRegion = rows.some((row) => row.region === undefined)
  const lacksType = rows.some((row) => row.type === undefined)
  const count = (outcome: Outcome) => plan?.rows.filter((row) => row.outcome === outcome).length ?? 0
  const bad = count('issue')
  const changes = count('add') + count('change')
  const isReady =
    rows.length > 0 &&
    (!lacksRegion || isRegionCode(region)) &&
    (!lacksType || type.trim() !== '') &&
    (plan === null || (bad === 0 && changes > 0))
  const send = async () => {
    if (plan === null) {
      const planned = await planImport(rows, { region, type })
      // Another table may have been pasted meanwhile.
      if (newest.current === read) setPlan(planned)
    } else {
      await carryOut(plan)
      onDone(changes)
    }
  }
  const onPaste = (event: React.ClipboardEvent) => {
    event.preventDefault()
    const html = event.clipboardData.getData('text/html')
    setRead(readDepartmentTable({ html, text: event.clipboardData.getData('text/plain') }))
    setPlan(null)
  }
  const again = () => {
    setRead(null)
    setPlan(null)
  }
  const sendText = plan === null ? w.preview : changes === 0 ? w.nothing : w.apply(changes)
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
            {read?.kind === 'no-head' && w.noHead(read.heads.join(signs.list))}
          </p>
        </>
      ) : (
        <>
          {plan === null && lacksRegion && (
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
          {plan === null && lacksType && (
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
            {plan === null ? w.rows(rows.length) : w.summary(count('add'), count('change'), count('same'), bad)}
            <Button type="text" onClick={again}>
              {w.again}
            </Button>
          </p>
          {plan !== null && bad > 0 && (
            <>
              <p className="form-problem">{w.mendFirst(bad)}</p>
              <Reasons plan={plan} />
            </>
          )}
          <Preview rows={rows} plan={plan} />
        </>
      )}
    </FormDialog>
  )
}

interface PreviewRow {
  readonly number: number
  readonly row: DepartmentRow
  readonly planned: PlannedRow | undefined
}

/** What is wrong with a row, in the words of its table. */
function useReason(): (planned: PlannedRow) => string {
  const w = useWords(departmentWords)
  const language = useLanguage()
  const signs = useWords(signWords)
  const names: Readonly<Record<string, string>> = { name: w.name, type: w.type, region: w.region }
  return ({ issues }) =>
    issues
      .map((each) => ({ ...each, expected: names[String(each.expected)] ?? each.expected }))
      .map((each) => issueText(each, language))
      .join(signs.semicolon)
}

/** A row of the list shows one line of it; here it stands whole. */
function Reasons({ plan }: { plan: Plan }) {
  const { paste: w } = useWords(departmentWords)
  const signs = useWords(signWords)
  const reasonOf = useReason()
  const bad = plan.rows.flatMap((planned, index) => (planned.outcome === 'issue' ? [{ planned, row: index + 1 }] : []))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
    <ul className="departments-reasons" tabIndex={0} aria-label={w.outcome.issue}>
      {bad.slice(0, REASONS).map(({ planned, row }) => (
        <li key={row}>{signs.headed(w.rowAt(row), reasonOf(planned))}</li>
      ))}
    </ul>
  )
}

function OutcomeText({ planned }: { planned: PlannedRow }) {
  const w = useWords(departmentWords)
  const signs = useWords(signWords)
  const reasonOf = useReason()
  const { outcome, fields } = planned
  const names: Readonly<Record<string, string>> = { name: w.name, type: w.type, region: w.region, code: w.code }
  const text =
    outcome === 'issue'
      ? reasonOf(planned)
      : Object.entries(fields)
          .filter(([field]) => field !== 'parent')
          .map(([field, [was]]) => w.paste.was(names[field] ?? field, was ?? ''))
          .concat('parent' in fields ? [w.parent] : [])
          .join(signs.comma)
  return (
    <span title={text}>
      <span className={`badge ${outcomeLook[outcome]}`}>{w.paste.outcome[outcome]}</span> {text}
    </span>
  )
}

function Preview({ rows, plan }: { rows: readonly DepartmentRow[]; plan: Plan | null }) {
  const w = useWords(departmentWords)
  const shown = useMemo(() => {
    const all = rows.map((row, index): PreviewRow => ({ number: index + 1, row, planned: plan?.rows[index] }))
    // What needs a look comes first.
    const rank = ({ planned }: PreviewRow) =>
      planned === undefined ? 0 : ['issue', 'change', 'add', 'same'].indexOf(planned.outcome)
    return all.sort((a, b) => rank(a) - rank(b) || a.number - b.number)
  }, [rows, plan])
  const columns = useMemo<ListColumn<PreviewRow>[]>(
    () => [
      { id: 'number', title: w.paste.row, width: '56px', align: 'end', cell: ({ number }) => number },
      ...(plan === null
        ? []
        : [
            {
              id: 'outcome',
              title: w.paste.result,
              width: 'minmax(90px, 2fr)',
              cell: ({ planned }: PreviewRow) => planned !== undefined && <OutcomeText planned={planned} />,
            },
          ]),
      { id: 'name', title: w.name, width: 'minmax(160px, 2fr)', cell: ({ row }) => row.name },
      { id: 'type', title: w.type, width: 'minmax(90px, 1fr)', cell: ({ row }) => row.type ?? '' },
      { id: 'region', title: w.region, width: '110px', cell: ({ row }) => row.region ?? '' },
      { id: 'code', title: w.code, width: 'minmax(110px, 1fr)', cell: ({ row }) => row.code ?? '' },
      { id: 'parent', title: w.parent, width: 'minmax(110px, 1fr)', cell: ({ row }) => row.parent ?? '' },
    ],
    [w, plan],
  )
  return (
    <div className="departments-preview">
      <ListTable label={w.paste.title} columns={columns} rows={shown} rowKey={({ number }) => `${number}`} />
    </div>
  )
}
