import { CloseOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { momentText } from '../../parts/date-text.ts'
import { FileButton } from '../../parts/file-button.tsx'
import { useWords } from '../../parts/words.ts'
import { addressOf, ask } from '../../server/client.ts'
import type { EvidenceFile } from '../evidence.ts'
import { UploadList } from '../upload-list.tsx'
import { useSubmission } from '../use-submission.ts'
import { useUploads } from '../use-uploads.ts'
import { useDesk } from './desk-context.ts'
import { deskWords } from './words.ts'

/** Evidence of an item or a leaf, each file to be downloaded; what evaluators attached bears their mark, and is theirs to take away. */
export function Files({ of = [], label }: { of?: readonly EvidenceFile[] | undefined; label?: string }) {
  const w = useWords(deskWords)
  const { may } = useDesk()
  const { open } = useSubmission()
  const { message } = App.useApp()
  if (of.length === 0) return null
  const remove = async (file: EvidenceFile) => {
    try {
      await ask('DELETE', `/api/evidence/${file.id}`)
    } catch (error) {
      message.error(<Trouble of={error} />)
    }
    await open.reload().catch(() => undefined)
  }
  return (
    <ul className="desk-files" aria-label={label ?? w.files}>
      {of.map((file) => (
        <li key={file.id}>
          <a href={addressOf(`/api/evidence/${file.id}`)} download={file.name} title={file.name}>
            <PaperClipOutlined aria-hidden="true" /> {file.name}
            <span className="announcer">{w.download}</span>
          </a>
          {file.layer === 'verified' && (
            <span className="badge" title={[file.attachedBy, momentText(file.attachedAt)].join(' · ')}>
              {w.verified}
            </span>
          )}
          {file.layer === 'verified' && may.verified && (
            <Button
              type="text"
              className="desk-toggle"
              icon={<CloseOutlined />}
              aria-label={w.removeFile(file.name)}
              onClick={() => void remove(file)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where those who verify put what they found themselves: on the row of a leaf. */
export function AttachEvidence({ entry, name }: { entry: string; name: string }) {
  const w = useWords(deskWords)
  const uploads = useUploads(entry)
  return (
    <div className="desk-attach">
      <UploadList uploads={uploads} />
      <FileButton
        type="text"
        className="desk-toggle"
        icon={<UploadOutlined />}
        label={w.attachTo(name)}
        onFiles={uploads.send}
      >
        {w.attach}
      </FileButton>
    </div>
  )
}
