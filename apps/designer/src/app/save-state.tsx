import { Button } from 'antd'
import { api } from '../api.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { SaveFileButton } from './save-file-button.tsx'
import { shellWords } from './words.ts'

/** Always readable: whether what is on the screen is stored. */
export function SaveState() {
  const w = useWords(shellWords)
  const { state, savedAt, trouble } = useDesigner((designer) => designer.sync)
  const text = {
    saved: savedAt === null ? w.savedBefore : w.saved(timeOf(savedAt)),
    saving: w.saving,
    failed: w.failed(w.troubles[trouble ?? 'broken']),
    elsewhere: w.elsewhere,
  }[state]
  return (
    <>
      {/* What asks for something is told to who listens; that all is stored, as usual, is not. */}
      <span
        className={`save-state save-${state}`}
        title={text}
        role={state === 'failed' || state === 'elsewhere' ? 'alert' : undefined}
      >
        {text}
      </span>
      {state === 'failed' && <SaveFileButton />}
      {state === 'elsewhere' && (
        <Button type="primary" onClick={() => api.takeOver()}>
          {w.takeOver}
        </Button>
      )}
    </>
  )
}

function timeOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}
