import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons'
import type { Language } from '@yardstick/model'
import { App, Button, Checkbox, Select } from 'antd'
import { useRef, useState } from 'react'
import { usePages } from '../../../parts/answer/use-pages.ts'
import { download, fileNameOf } from '../../../parts/download.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import { type ClerkDesk, DeskLeft } from '../../../parts/workbook/clerk-desk.ts'
import { troubleText } from '../../../parts/workbook/trouble-text.ts'
import type { SubmissionHead, WholeCampaign } from '../../../server/campaigns.ts'
import { CampaignDocuments } from './documents.ts'
import { packWorkbooks } from './packing.ts'
import { campaignWorkbookWords } from './words.ts'

type Scope = 'all' | 'open' | 'some'
const scopes: readonly Scope[] = ['all', 'open', 'some']
const readSubmissions = ({ submissions }: { submissions: readonly SubmissionHead[] }) => submissions
const keyOf = ({ id }: SubmissionHead) => id

/** Makes the workbooks of a campaign's departments, all or some, as one zip. */
export function HandOut({ campaign, clerks }: { campaign: WholeCampaign; clerks: ClerkDesk }) {
  const w = useWords(campaignWorkbookWords)
  const shown = useLanguage()
  const { message } = App.useApp()
  const [scope, setScope] = useState<Scope>('all')
  const [some, setSome] = useState<readonly string[]>([])
  const [language, setLanguage] = useState<Language>(shown)
  const hasSelf = campaign.stages.includes('self')
  const [hasClaims, setHasClaims] = useState(hasSelf)
  const [progress, setProgress] = useState<{ done: number; total: number | undefined }>()
  const stop = useRef<AbortController>(undefined)
  const path = scope === 'some' ? `/api/campaigns/${campaign.id}/submissions` : undefined
  const heads = usePages(path, {}, readSubmissions, keyOf, true)
  const counts = campaign.counts
  const countOf = (scope: Scope) =>
    scope === 'some' || counts === undefined
      ? undefined
      : counts.reduce((sum, { state, count }) => (scope === 'open' && state === 'submitted' ? sum : sum + count), 0)
  const pack = async () => {
    stop.current = new AbortController()
    const { signal } = stop.current
    setProgress({ done: 0, total: undefined })
    try {
      const documents = new CampaignDocuments(campaign)
      await documents.load((done) => setProgress({ done, total: undefined }), signal)
      await documents.loadLast(signal).catch(() => undefined)
      const isChosen = new Set(some)
      const chosen = [...documents.byId.values()].filter(({ id, state }) =>
        scope === 'all' ? true : scope === 'open' ? state !== 'submitted' : isChosen.has(id),
      )
      if (chosen.length === 0) message.info(w.noneInScope)
      else {
        const zip = await packWorkbooks({
          ...{ documents, chosen, desk: clerks, language, hasClaims, signal },
          nameOf: ({ submission: { subject, period } }) =>
            w.fileName(w.subject(subject.department, subject.project ?? ''), period),
          onProgress: (done) => setProgress({ done, total: chosen.length }),
        })
        if (zip === undefined) message.info(w.packStopped)
        else {
          download(
            fileNameOf(w.zipName(campaign.name), 'zip'),
            new Blob([zip as BlobPart], { type: 'application/zip' }),
          )
          message.success(w.packed(chosen.length))
        }
      }
    } catch (trouble) {
      if (signal.aborted || trouble instanceof DeskLeft) message.info(w.packStopped)
      else message.error(troubleText(trouble, shown))
    }
    setProgress(undefined)
  }
  return (
    <section className="workbooks-card" aria-label={w.handOut}>
      <h3>
        <FileExcelOutlined aria-hidden="true" />
        {w.handOut}
      </h3>
      <p>{w.handOutText}</p>
      <div className="workbooks-order">
        <Select
          aria-label={w.whom}
          value={scope}
          disabled={progress !== undefined}
          options={scopes.map((value) => ({ value, label: w.scopeOf(w.scopes[value], countOf(value)) }))}
          onChange={setScope}
        />
        {scope === 'some' && (
          <Select
            className="workbooks-some"
            mode="multiple"
            aria-label={w.choose}
            placeholder={w.choose}
            loading={heads.isWaiting}
            value={[...some]}
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: 'label' }}
            options={heads.rows.map(({ id, name, project }) => ({ value: id, label: w.subject(name, project) }))}
            onChange={setSome}
          />
        )}
        <Select
          aria-label={w.language}
          value={language}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))}
          onChange={setLanguage}
        />
        {hasSelf && (
          <Checkbox checked={hasClaims} onChange={({ target }) => setHasClaims(target.checked)}>
            {w.claims}
          </Checkbox>
        )}
      </div>
      {progress === undefined ? (
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          disabled={scope === 'some' && some.length === 0}
          onClick={() => void pack()}
        >
          {scope === 'some' && some.length > 0 ? w.pack(some.length) : w.packAll}
        </Button>
      ) : (
        <div className="workbooks-progress" role="status">
          <progress value={progress.total === undefined ? undefined : progress.done} max={progress.total} />
          <span>
            {progress.total === undefined
              ? w.fetchingDocuments(progress.done)
              : w.packing(progress.done, progress.total)}
          </span>
          <Button onClick={() => stop.current?.abort()}>{w.cancel}</Button>
        </div>
      )}
    </section>
  )
}
