import { Exact } from '@yardstick/model'
import { useWords } from '../../../parts/words.ts'
import { type Complaint, lineHref } from './complaint.ts'
import { complaintWords } from './words.ts'

/** What the line and the total were when somebody complained, and what they are since. */
export function BeforeAfter({ complaint }: { complaint: Complaint }) {
  const { before, after } = complaint
  const w = useWords(complaintWords)
  if (after === null) return <p className="complaint-waiting">{w.waiting}</p>
  const rows = [
    [w.score, before.score, after.score],
    [w.total, before.total, after.total],
  ] as const
  return (
    <table className="complaint-scores">
      <thead>
        <tr>
          <td />
          <th scope="col">{w.before}</th>
          <th scope="col">
            <a href={lineHref({ ...complaint, run: after.run })}>{w.after}</a>
          </th>
          <th scope="col">{w.change}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, was, is]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{was ?? w.noScore}</td>
            <td>
              <strong>{is ?? w.noScore}</strong>
            </td>
            <td className={changeLook(was, is)}>{changeText(was, is) ?? w.same}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{w.grade}</th>
          <td>{before.grade ?? w.noScore}</td>
          <td>
            <strong>{after.grade ?? w.noScore}</strong>
          </td>
          <td>{before.grade === after.grade ? w.same : ''}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** "+4", "−1.5"; undefined where it is the same. */
function changeText(was: string | null, is: string | null): string | undefined {
  if (was === null || is === null) return was === is ? undefined : ''
  const change = Exact.of(is).minus(Exact.of(was))
  if (change.sign === 0) return undefined
  return change.sign > 0 ? `+${change.toText()}` : change.toText().replace('-', '−')
}

function changeLook(was: string | null, is: string | null): string {
  const text = changeText(was, is) ?? ''
  return text.startsWith('+') ? 'complaint-up' : text.startsWith('−') ? 'complaint-down' : ''
}
