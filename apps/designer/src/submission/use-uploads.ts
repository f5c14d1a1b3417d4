import { useState } from 'react'
import { sendForm } from '../server/client.ts'
import { useSubmission } from './use-submission.ts'

/** Files on their way to the server, and those that it refused. */
export interface Uploads {
  readonly running: readonly { readonly key: string; readonly file: string; readonly share: number }[]
  readonly refused: readonly { readonly key: string; readonly file: string; readonly trouble: unknown }[]
  send(files: readonly File[]): void
  dismiss(key: string): void
}

let sent = 0

/** `entry`: the id of the item or indicator under which they are attached. */
export function useUploads(entry: string): Uploads {
  const { open } = useSubmission()
  const [running, setRunning] = useState<Uploads['running']>([])
  const [refused, setRefused] = useState<Uploads['refused']>([])
  const sendOne = async (file: File, key: string) => {
    const form = new FormData()
    form.append('entry', entry)
    form.append('file', file)
    const onProgress = (share: number) =>
      setRunning((all) => all.map((each) => (each.key === key ? { ...each, share } : each)))
    try {
      await sendForm(`/api/submissions/${open.loaded.head.id}/evidence`, form, onProgress)
      await open.reload().catch(() => undefined)
    } catch (trouble) {
      setRefused((all) => [...all, { key, file: file.name, trouble }])
    }
    setRunning((all) => all.filter((each) => each.key !== key))
  }
  return {
    running,
    refused,
    send(files) {
      const wanted = files.map((file) => ({ file, key: String(++sent) }))
      setRunning((all) => [...all, ...wanted.map(({ file, key }) => ({ key, file: file.name, share: 0 }))])
      // One after the other: a line of the office is soon full.
      void (async () => {
        for (const { file, key } of wanted) await sendOne(file, key)
      })()
    },
    dismiss: (key) => setRefused((all) => all.filter((each) => each.key !== key)),
  }
}
