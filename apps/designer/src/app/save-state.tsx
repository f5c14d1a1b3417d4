import { Button } from 'antd'
import { api } from '../api.ts'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { useServer } from '../server/session.ts'
import { isFrozen, type ServerSide } from '../store/server-side.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { MoveButton } from './move-button.tsx'
import { SaveFileButton } from './save-file-button.tsx'
import { shellWords } from './words.ts'

/**
 * Always readable: whether what is on the screen is stored, and where. That this browser cannot store it, or another tab
 * has it, comes before what the server says.
 */
export function SaveState() {
  const w = useWords(shellWords)
  const { state, savedAt, trouble } = useDesigner((designer) => designer.sync)
  const side = useDesigner((designer) => designer.server)
  const hasServer = useServer().state === 'there'
  // A browser that stores nothing does no harm where the server has it.
  const isSafe = state === 'saved' || state === 'saving' || (state === 'failed' && side?.saving === 'saved')
  if (side !== null && isSafe) return <ServerState side={side} />
  const saved = savedAt === null ? w.savedBefore : w.saved(timeOf(savedAt))
  const text = {
    saved: hasServer ? w.alone(saved) : saved,
    saving: w.saving,
    failed: w.failed(w.troubles[trouble ?? 'broken']),
    elsewhere: w.elsewhere,
  }[state]
  return (
    <>
      <State kind={state} text={text} isAsking={state === 'failed' || state === 'elsewhere'} />
      {state === 'failed' && <SaveFileButton />}
      {state === 'elsewhere' && (
        <Button type="primary" onClick={() => api.takeOver()}>
          {w.takeOver}
        </Button>
      )}
      {hasServer && side === null && state === 'saved' && <MoveButton />}
    </>
  )
}

function ServerState({ side }: { side: ServerSide }) {
  const { saving, savedAt, issues, head } = side
  const w = useWords(shellWords)
  const language = useLanguage()
  const [issue] = issues
  const text = {
    saved:
      isFrozen(side) && head !== null
        ? w.readOnly[side.mayWrite ? head.state : 'draft']
        : savedAt === null
          ? w.onServerBefore
          : w.onServer(timeOf(savedAt)),
    saving: w.saving,
    unreachable: w.unreachable,
    'signed-out': w.signedOut,
    merge: w.merge,
    refused: w.refused(issue === undefined ? '' : issueText(issue, language)),
  }[saving]
  const isAsking = saving === 'signed-out' || saving === 'merge' || saving === 'refused'
  return (
    <>
      <State kind={saving} text={text} isAsking={isAsking} />
      {saving === 'merge' && (
        <Button type="primary" onClick={() => designer.setView({ dialog: { kind: 'merge' } })}>
          {w.openMerge}
        </Button>
      )}
      {(saving === 'signed-out' || saving === 'refused') && (
        <Button type={saving === 'refused' ? 'default' : 'primary'} onClick={() => void api.catchUp()}>
          {saving === 'refused' ? w.again : w.signIn}
        </Button>
      )}
    </>
  )
}

/** What asks for something is told to who listens; that all is stored, as usual, is not. */
function State({ kind, text, isAsking }: { kind: string; text: string; isAsking: boolean }) {
  return (
    <span className={`save-state save-${kind}`} title={text} role={isAsking ? 'alert' : undefined}>
      {text}
    </span>
  )
}

function timeOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}
