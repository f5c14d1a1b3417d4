import { Alert, Button } from 'antd'
import { useState } from 'react'
import { issueText } from '../../parts/issue-text.tsx'
import { Modal } from '../../parts/modal.tsx'
import { useUpstream } from '../../parts/sharing/use-upstream.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { hrefOf } from '../../server/place.ts'
import { isTrusted, type TemplateHead } from '../../server/templates.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { SideBySide } from '../side-by-side/side-by-side.tsx'
import { UpdateFoot } from './update-foot.tsx'
import { useUpdate } from './use-update.ts'
import { updateWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** 上级更新: the newest version of the template put together with what was made of it here, before anything is changed. */
export function UpdateDialog() {
  const w = useWords(updateWords)
  const upstream = useUpstream()
  const name = useDesigner((state) => state.design!.scheme.name)
  const lineage = useDesigner((state) => state.design!.scheme.lineage)
  // What was looked at stays: the update taken over here is not followed by the next.
  const [state] = useState(() => upstream)
  const [newest, current] = [state?.newer[0], state?.current]
  const title = w.title(name, lineage?.template.version ?? '', newest?.version ?? '')
  return (
    <Modal
      className="side-dialog"
      title={title}
      width="min(1320px, calc(100vw - 32px))"
      style={{ top: 16 }}
      footer={null}
      onCancel={close}
    >
      {newest === undefined ? (
        <p className="pair-notice">{w.none}</p>
      ) : current == null ? (
        <Refusal text={w.noCurrent} />
      ) : !isTrusted(newest.trust) ? (
        <Refusal text={w.untrusted} hash={newest.hash} />
      ) : (
        <Update newest={newest} />
      )}
    </Modal>
  )
}

function Refusal({ text, hash }: { text: string; hash?: string }) {
  const w = useWords(updateWords)
  return (
    <Alert
      type="warning"
      showIcon
      title={text}
      action={
        <Button href={hash === undefined ? hrefOf('templates') : hrefOf('templates', hash)}>{w.toLibrary}</Button>
      }
    />
  )
}

function Update({ newest }: { newest: TemplateHead }) {
  const w = useWords(updateWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const update = useUpdate(newest.hash)
  if (update.state === 'refused') {
    const why = update.issues.map((each) => issueText(each, language)).join(signs.semicolon)
    return <Refusal text={w.notRead(why)} />
  }
  if (update.state === 'reading') return <p className="pair-notice">{w.loading}</p>
  if (update.state === 'preparing') return <p className="pair-notice">{w.preparing}</p>
  const { rows, result, choose, parameters } = update
  const count = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length
  const locked = count((row) => row.lockedBy !== undefined)
  return (
    <>
      <SideBySide
        rows={rows}
        result={result}
        names={{
          mine: w.mine,
          theirs: w.theirs,
          takeMine: w.takeMine,
          takeTheirs: w.takeTheirs,
          sentencesOf: { theirs: w.theirChanges, mine: w.myChanges },
        }}
        filters={[
          { key: 'all', label: w.filters.all(rows.length) },
          { key: 'theirs', label: w.filters.theirs(count((row) => row.changed === 'theirs')) },
          { key: 'mine', label: w.filters.mine(count((row) => row.changed === 'mine')) },
          { key: 'both', label: w.filters.both(count((row) => row.changed === 'both')) },
          ...(locked > 0 ? [{ key: 'locked' as const, label: w.filters.locked(locked) }] : []),
        ]}
        buttonsOf={(row) => [
          { label: w.takeTheirs, isOn: update.chosen(row) === 'theirs', onClick: () => choose(row, 'theirs') },
          { label: w.takeMine, isOn: update.chosen(row) === 'mine', onClick: () => choose(row, 'mine') },
          { label: w.byDefault, isOn: update.chosen(row) === null, onClick: () => choose(row, null) },
        ]}
        onField={(row, field, side) => update.chooseField(row, field, side)}
      >
        {parameters.length > 0 && (
          <Alert
            type="warning"
            className="pair-alert"
            title={w.dropped}
            description={parameters.map((each) => (
              <div key={`${each.where.join()} ${each.found}`}>{issueText(each, language)}</div>
            ))}
          />
        )}
      </SideBySide>
      <UpdateFoot rows={rows} result={result} version={newest.version} onClose={close} />
    </>
  )
}
