import { CloseOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { sizeText } from '../../parts/date-text.ts'
import { FileButton } from '../../parts/file-button.tsx'
import { useLanguage, useWords } from '../../parts/words.ts'
import { addressOf, ask } from '../../server/client.ts'
import type { EvidenceFile } from '../evidence.ts'
import { UploadList } from '../upload-list.tsx'
import { useSubmission } from '../use-submission.ts'
import type { Uploads } from '../use-uploads.ts'
import { formPartWords } from './words.ts'

/** The files under an item or indicator: to be saved, taken away, and more attached. */
export function EvidenceCell({
  name,
  needed,
  isLacking,
  files,
  uploads,
}: {
  /** Of the item or indicator. */
  name: string
  /** What must be attached, in the scheme's words. */
  needed: string | undefined
  isLacking: boolean
  files: readonly EvidenceFile[]
  uploads: Uploads
}) {
  const w = useWords(formPartWords)
  const language = useLanguage()
  const { message, modal } = App.useApp()
  const { open, rights } = useSubmission()
  const remove = (file: EvidenceFile) =>
    modal.confirm({
      title: w.removeTitle(file.name),
      content: w.removeText,
      okText: w.remove,
      onOk: async () => {
        try {
          await ask('DELETE', `/api/evidence/${file.id}`)
        } catch (error) {
          message.error(<Trouble of={error} />)
        }
        await open.reload().catch(() => undefined)
      },
    })
  return (
    <div className="form-evidence">
      {needed !== undefined && (
        <p className={isLacking ? 'form-needed is-lacking' : 'form-needed'}>{w.needed(needed)}</p>
      )}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <a
                href={addressOf(`/api/evidence/${file.id}`)}
                download={file.name}
                title={sizeText(file.size, language)}
              >
                <PaperClipOutlined aria-hidden="true" /> {file.name}
                <span className="announcer">{w.download}</span>
              </a>
              {file.layer === 'verified' && <span className="badge">{w.verified}</span>}
              {rights.report && file.layer === 'reported' && (
                <Button
                  type="text"
                  className="form-tool"
                  icon={<CloseOutlined />}
                  aria-label={w.removeFile(file.name)}
                  onClick={() => remove(file)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <UploadList uploads={uploads} />
      {rights.report && (
        <FileButton
          type="text"
          className={needed === undefined ? 'form-tool form-upload' : 'form-tool form-upload is-asked'}
          icon={<UploadOutlined />}
          label={w.uploadFor(name)}
          onFiles={uploads.send}
        >
          {w.uploadShort}
        </FileButton>
      )}
    </div>
  )
}
