import { CloseOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { sizeText } from '../../parts/date-text.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { addressOf, ask } from '../../server/client.ts'
import type { EvidenceFile } from '../evidence.ts'
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
  const input = useRef<HTMLInputElement>(null)
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
      {uploads.running.map(({ key, file, share }) => (
        <p key={key} className="form-uploading" role="status">
          <progress value={share} max={1} aria-label={w.uploading(file, Math.round(share * 100))} />
          {w.uploading(file, Math.round(share * 100))}
        </p>
      ))}
      {uploads.refused.map(({ key, file, trouble }) => (
        <div key={key} className="form-refused">
          <strong>{file}</strong>
          <Trouble of={trouble} />
          <Button className="form-tool" onClick={() => uploads.dismiss(key)}>
            {w.dismiss}
          </Button>
        </div>
      ))}
      {rights.report && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={w.uploadFor(name)}
            onChange={({ target }) => {
              uploads.send([...(target.files ?? [])])
              target.value = ''
            }}
          />
          <Button
            type="text"
            className={needed === undefined ? 'form-tool form-upload' : 'form-tool form-upload is-asked'}
            icon={<UploadOutlined />}
            aria-label={w.uploadFor(name)}
            onClick={() => input.current?.click()}
          >
            {w.uploadShort}
          </Button>
        </>
      )}
    </div>
  )
}
