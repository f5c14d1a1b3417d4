import { Button } from 'antd'
import { Trouble } from '../parts/answer/trouble.tsx'
import { useWords } from '../parts/words.ts'
import './upload-list.css'
import type { Uploads } from './use-uploads.ts'
import { submissionWords } from './words.ts'

/** Files on their way to the server, and those that it refused, with the reason. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const w = useWords(submissionWords)
  return (
    <>
      {uploads.running.map(({ key, file, share }) => {
        const said = w.uploading(file, Math.round(share * 100))
        return (
          <p key={key} className="upload-running" role="status">
            <progress value={share} max={1} aria-label={said} />
            {said}
          </p>
        )
      })}
      {uploads.refused.map(({ key, file, trouble }) => (
        <div key={key} className="upload-refused">
          <strong>{file}</strong>
          <Trouble of={trouble} />
          <Button onClick={() => uploads.dismiss(key)}>{w.uploadDismiss}</Button>
        </div>
      ))}
    </>
  )
}
