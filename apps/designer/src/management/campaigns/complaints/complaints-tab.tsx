import { MessageOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { usePages } from '../../../parts/answer/use-pages.ts'
import { momentText } from '../../../parts/date-text.ts'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { Empty } from '../../empty.tsx'
import { type ListColumn, PagedTable } from '../../list-table.tsx'
import { managementWords } from '../../words.ts'
import { campaignWords } from '../words.ts'
import { type Complaint, type ComplaintState, complaintLook, lineHref } from './complaint.ts'
import './complaints.css'
import { complaintWords } from './words.ts'

const readComplaints = ({ complaints }: { complaints: readonly Complaint[] }) => complaints
const keyOf = ({ id }: Complaint) => id

/** 申诉: all complaints of a campaign that one may see, newest first; each leads to its line. */
export function ComplaintsTab({ campaign }: { campaign: WholeCampaign }) {
  const w = useWords(complaintWords)
  const c = useWords(campaignWords)
  const m = useWords(managementWords)
  const [state, setState] = useState<ComplaintState | ''>('')
  const pages = usePages(`/api/campaigns/${campaign.id}/complaints`, { state }, readComplaints, keyOf)
  const columns = useMemo<ListColumn<Complaint>[]>(
    () => [
      {
        id: 'indicator',
        title: w.indicator,
        width: 'minmax(150px, 2fr)',
        cell: (each) => (
          <a className="list-link" href={lineHref(each)} title={each.before.path.join(' / ')}>
            {each.before.name}
          </a>
        ),
      },
      {
        id: 'department',
        title: w.department,
        width: 'minmax(150px, 2fr)',
        cell: ({ name, project }) => c.subject(name, project),
      },
      {
        id: 'text',
        title: w.text,
        width: 'minmax(160px, 3fr)',
        cell: ({ remarks }) => <span title={remarks[0]?.text}>{remarks[0]?.text}</span>,
      },
      {
        id: 'state',
        title: w.state,
        width: '92px',
        cell: (each) => <span className={`badge ${complaintLook[each.state]}`}>{w.states[each.state]}</span>,
      },
      {
        id: 'outcome',
        title: w.decision,
        width: '108px',
        cell: ({ decision }) => (decision === null ? '' : w.outcomes[decision.outcome]),
      },
      { id: 'score', title: w.score, width: '110px', align: 'end', cell: (each) => <Scores of={each} field="score" /> },
      { id: 'total', title: w.total, width: '130px', align: 'end', cell: (each) => <Scores of={each} field="total" /> },
      { id: 'at', title: w.at, width: '140px', cell: ({ at }) => momentText(at) },
    ],
    [w, c],
  )
  const isEmpty = pages.rows.length === 0 && pages.isWhole && state === ''
  return (
    <div className="campaign-part">
      <div className="management-bar">
        <fieldset className="campaign-states" aria-label={w.state}>
          <button type="button" aria-pressed={state === ''} onClick={() => setState('')}>
            {w.allStates}
          </button>
          {(Object.keys(w.states) as ComplaintState[]).map((each) => (
            <button type="button" key={each} aria-pressed={state === each} onClick={() => setState(each)}>
              {w.states[each]}
            </button>
          ))}
        </fieldset>
      </div>
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      {isEmpty ? (
        <Empty icon={<MessageOutlined />} title={w.emptyTitle} text={w.emptyText} />
      ) : (
        <PagedTable label={w.complaints} columns={columns} pages={pages} rowKey={keyOf} none={m.nothingFound} />
      )}
    </div>
  )
}

/** "24 → 28", or what it was alone. */
function Scores({ of: { before, after }, field }: { of: Complaint; field: 'score' | 'total' }) {
  const w = useWords(complaintWords)
  const was = before[field] ?? w.noScore
  if (after === null) return <>{was}</>
  return (
    <>
      <span className="list-faint">{was} → </span>
      <strong>{after[field] ?? w.noScore}</strong>
    </>
  )
}
