import { DownloadOutlined } from '@ant-design/icons'
import { indicatorById, itemById } from '@yardstick/model'
import { Trouble } from '../parts/answer/trouble.tsx'
import { momentText, sizeText } from '../parts/date-text.ts'
import '../parts/plain-table.css'
import { useLanguage, useWords } from '../parts/words.ts'
import { addressOf } from '../server/client.ts'
import { useEvidence } from './evidence.ts'
import { useSubmission } from './use-submission.ts'
import { submissionWords } from './words.ts'

/** All evidence of the submission, to be saved. */
export function EvidenceList() {
  const w = useWords(submissionWords)
  const language = useLanguage()
  const { scheme } = useSubmission().open.loaded
  const { value, trouble, reload } = useEvidence()
  const files = value?.evidence ?? []
  const nameOf = (entry: string) =>
    itemById(scheme).get(entry)?.label ?? indicatorById(scheme).get(entry)?.node.name ?? entry
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
    <section className="submission-part" tabIndex={0} aria-labelledby="submission-evidence">
      <h3 id="submission-evidence">{w.evidence}</h3>
      <Trouble of={trouble} onRetry={reload} />
      {value !== undefined && files.length === 0 && <p className="management-how">{w.evidenceNone}</p>}
      {files.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{w.file}</th>
              <th scope="col">{w.evidenceFor}</th>
              <th scope="col">{w.size}</th>
              <th scope="col">{w.attachedAt}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.id}>
                <td>
                  <a href={addressOf(`/api/evidence/${file.id}`)} download={file.name}>
                    <DownloadOutlined aria-hidden="true" /> {file.name}
                    <span className="announcer">{w.download}</span>
                  </a>
                </td>
                <td>{nameOf(file.entry)}</td>
                <td>{sizeText(file.size, language)}</td>
                <td>{momentText(file.attachedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
