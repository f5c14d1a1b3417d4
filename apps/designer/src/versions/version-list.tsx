import { DeleteOutlined, DiffOutlined, PlusOutlined, RollbackOutlined, StopOutlined } from '@ant-design/icons'
import { schemeEdits } from '@yardstick/model'
import { App, Button, Tooltip } from 'antd'
import { api } from '../api.ts'
import { issueText } from '../parts/issue-text.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { Refused } from '../server/client.ts'
import { useMay } from '../server/may-at.ts'
import { retireVersion } from '../server/schemes.ts'
import type { SavePoint } from '../storage/save-points.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { tellSavePoints } from './use-save-points.ts'
import { schemeOf, type VersionKey } from './versions-of.ts'
import { versionWords } from './words.ts'

export interface VersionEntry {
  readonly key: VersionKey
  readonly name: string
  readonly note: string
  readonly savePoint?: SavePoint
  /** The hash of a published version that is in use. */
  readonly retirable?: string
}

/**
 * All versions, newest first; each but the present one can be compared with it, restored, and, where one made it, deleted.
 * What was published is retired by whoever may publish.
 */
export function VersionList({
  entries,
  trouble,
  from,
  to,
  onCompare,
}: {
  entries: readonly VersionEntry[]
  trouble: string | undefined
  from: VersionKey
  to: VersionKey
  onCompare: (key: VersionKey) => void
}) {
  const w = useWords(versionWords)
  return (
    <section className="versions-list" aria-label={w.versions}>
      <Button
        icon={<PlusOutlined />}
        onClick={() => designer.setView({ dialog: { kind: 'save-point' } })}
        title="Ctrl+S"
        block
      >
        {w.add}
      </Button>
      <ul>
        {entries.map((entry) => (
          <VersionRow
            key={entry.key}
            entry={entry}
            isShown={entry.key === from || entry.key === to}
            onCompare={onCompare}
          />
        ))}
      </ul>
      {trouble !== undefined && <p className="versions-hint">{w.troubled(trouble)}</p>}
      {trouble === undefined && !entries.some((each) => each.savePoint !== undefined) && (
        <p className="versions-hint">{w.noSavePoints}</p>
      )}
    </section>
  )
}

function VersionRow({
  entry: { key, name, note, savePoint, retirable },
  isShown,
  onCompare,
}: {
  entry: VersionEntry
  isShown: boolean
  onCompare: (key: VersionKey) => void
}) {
  const w = useWords(versionWords)
  const signs = useWords(signWords)
  const { restore, remove, retire } = useVersionActions()
  const region = useDesigner((state) => state.server?.head?.region ?? '')
  const mayRetire = useMay('scheme.publish', region)
  return (
    <li className={isShown ? 'versions-shown' : ''}>
      <span className="versions-name" title={name}>
        {name}
      </span>
      <span className="versions-note" title={note}>
        {note}
      </span>
      {key !== 'now' && (
        <span className="versions-actions">
          <Action label={signs.headed(w.compareWithNow, name)} icon={<DiffOutlined />} onClick={() => onCompare(key)} />
          <Action
            label={signs.headed(w.restore, name)}
            icon={<RollbackOutlined />}
            onClick={() => restore(key, name)}
          />
          {savePoint !== undefined && (
            <Action label={signs.headed(w.remove, name)} icon={<DeleteOutlined />} onClick={() => remove(savePoint)} />
          )}
          {retirable !== undefined && mayRetire && (
            <Action
              label={signs.headed(w.retire, name)}
              icon={<StopOutlined />}
              onClick={() => retire(retirable, name)}
            />
          )}
        </span>
      )}
    </li>
  )
}

function Action({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) {
  return (
    <Tooltip title={label}>
      <Button type="text" icon={icon} aria-label={label} onClick={onClick} />
    </Tooltip>
  )
}

function useVersionActions() {
  const w = useWords(versionWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { message, modal } = App.useApp()

  /** What the server refuses, or is not there for, is said. */
  const tell = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const why = error.issues.map((each) => issueText(each, language)).join(signs.semicolon)
      message.error(w.failed(why === '' ? w.unreached : why))
    }
  }

  const retire = (hash: string, name: string) =>
    modal.confirm({
      title: w.retireTitle(name),
      content: w.retireText,
      okText: w.retire,
      okButtonProps: { danger: true },
      cancelText: w.cancel,
      onOk: () =>
        tell(async () => {
          await retireVersion(hash)
          tellSavePoints()
          message.success(w.retireDone(name))
        }),
    })

  /** One edit from the present to that version: one undo step. */
  const restore = async (key: VersionKey, name: string) => {
    const origin = await originOf(key)
    const state = designer.getState()
    const scheme = await schemeOf(key, state, origin)
    const now = state.design?.scheme
    if (scheme === undefined || now === undefined) return void message.warning(w.notRestored)
    const edit = schemeEdits(now, scheme)
    if (edit.type === 'batch' && edit.edits.length === 0) return void message.info(w.restoredSame)
    const label = { zh: versionWords.zh.restored(name), en: versionWords.en.restored(name) }
    // What was made of an earlier version of the template was made within the limits of that.
    const isOfSame =
      scheme.lineage?.template.id === now.lineage?.template.id && scheme.lineage?.mode === now.lineage?.mode
    const refused = designer.edit(label, edit, isOfSame ? { limitsOf: scheme } : {})
    if (refused.length === 0) message.success(w.restoredNotice(name))
  }

  const remove = async (savePoint: SavePoint) => {
    const { designId } = designer.getState()
    if (designId === null) return
    const scheme = await api.savePoint(designId, savePoint.number)
    await api.removeSavePoint(designId, savePoint.number)
    tellSavePoints()
    const undo = async () => {
      message.destroy('save-point')
      if (scheme === undefined) return
      await api.addSavePoint(designId, savePoint.name, scheme)
      tellSavePoints()
    }
    message.info({
      key: 'save-point',
      duration: 8,
      content: (
        <>
          {w.removed(savePoint.name)}{' '}
          <Button type="link" onClick={undo}>
            {w.undo}
          </Button>
        </>
      ),
    })
  }

  return {
    restore: (key: VersionKey, name: string) => tell(() => restore(key, name)),
    remove: (savePoint: SavePoint) => tell(() => remove(savePoint)),
    retire,
  }
}

async function originOf(key: VersionKey): Promise<string | undefined> {
  if (key !== 'template') return undefined
  const { designId } = designer.getState()
  return (await api.designs()).find((each) => each.id === designId)?.origin
}
