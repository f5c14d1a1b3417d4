import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { FormDialog } from '../../parts/form/form.tsx'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import type { Regions } from '../regions.ts'
import { readRegionLines } from './region-lines.ts'
import { departmentWords } from './words.ts'

/** What region codes are called, one a line. */
export function RegionsDialog({
  regions,
  onDone,
  onClose,
}: {
  regions: Regions
  onDone: (count: number) => void
  onClose: () => void
}) {
  const { regionPaste: w } = useWords(departmentWords)
  const [text, setText] = useState(() => regions.list.map(({ code, name }) => `${code}\t${name}`).join('\n'))
  const { named, bad } = useMemo(() => readRegionLines(text), [text])
  const send = async () => {
    await ask('PUT', '/api/regions', { body: { regions: named } })
    onDone(named.length)
  }
  return (
    <FormDialog title={w.title} send={send} isReady={bad === undefined && named.length > 0} onClose={onClose}>
      <p className="management-how">{w.how}</p>
      <Input.TextArea
        className="departments-regions"
        autoFocus
        rows={14}
        value={text}
        aria-label={w.label}
        aria-invalid={bad !== undefined}
        placeholder={w.example}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="form-problem" role="status">
        {bad === undefined ? '' : w.bad(bad.line, bad.text)}
      </p>
    </FormDialog>
  )
}
