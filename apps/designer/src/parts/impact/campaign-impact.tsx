import type { Scheme } from '@yardstick/model'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { Refused } from '../../server/client.ts'
import { type CampaignImpact, readImpact, readImpactOf } from '../../server/schemes.ts'
import { useDesigner } from '../../store/use-designer.ts'
import { issueText } from '../issue-text.tsx'
import { signWords } from '../sign-words.ts'
import { useLanguage, useWords } from '../words.ts'
import { Changed, fullOf, ImpactTable } from './impact-table.tsx'
import { impactWords } from './words.ts'

/**
 * 影响 on what was submitted to a campaign: the draft on the server, or a scheme that is not saved, against the version
 * the campaign is scored by.
 */
export function CampaignImpactView({ campaign, scheme: asked }: { campaign: string; scheme?: Scheme }) {
  const w = useWords(impactWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design!.scheme)
  const id = useDesigner((state) => state.designId)
  const newest = useDesigner((state) => state.server?.head?.revision)
  const { found, refused, again } = useCampaignImpact(campaign, asked)
  if (refused !== undefined) {
    const why = refused.issues.map((issue) => issueText(issue, language)).join(signs.semicolon)
    const text = refused.status === 0 ? w.away : refused.status === 404 ? w.noSubmissions : w.notTried(why)
    return (
      <div className="impact-notice">
        <p>{text}</p>
        <Button onClick={again}>{w.again}</Button>
      </div>
    )
  }
  if (found === undefined) return <p className="impact-notice">{w.trying}</p>
  const { subjects, submissions, version, versions, changed, rows } = found
  const all = versions.reduce((sum, each) => sum + each.submissions, 0)
  const isOther = versions.find(({ hash }) => hash === version)?.scheme !== id
  // The campaign's own full score is not here: no total of it lies beyond the axis.
  const most = Math.max(...rows.flatMap(({ before, after }) => [Number(before.total), Number(after.total)]))
  return (
    <>
      <p className="impact-head">
        <strong>{w.looked(subjects, submissions)}</strong>
        <Changed of={changed} />
        {asked === undefined && newest !== undefined && newest > found.revision && (
          <Button type="link" className="impact-again" onClick={again}>
            {w.changedSince}
          </Button>
        )}
      </p>
      {isOther && <p className="impact-hint">{w.otherScheme}</p>}
      {all > submissions && <p className="impact-hint">{w.otherVersions(all - submissions)}</p>}
      {rows.length === 0 ? (
        <p className="impact-notice">{w.noImpactOn}</p>
      ) : (
        <ImpactTable
          rows={rows}
          nameOf={({ subject: { department, project } }) =>
            project === undefined ? department : signs.aside(department, project)
          }
          unit={w.subject}
          full={Math.max(fullOf(scheme), most)}
        />
      )}
    </>
  )
}

/** Asked for when it is looked at, and when somebody wants it anew: it may take the server a while. */
function useCampaignImpact(campaign: string, scheme: Scheme | undefined) {
  const id = useDesigner((state) => state.designId)
  const language = useLanguage()
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<{ found?: CampaignImpact; refused?: Refused }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for it anew
  useEffect(() => {
    if (id === null) return
    const { signal, abort } = abortable()
    setState({})
    const read = async () => {
      // What is on the screen is looked at, not what was saved before it.
      if (scheme === undefined) await api.catchUp()
      try {
        const found =
          scheme === undefined
            ? await readImpact(id, campaign, language, signal)
            : await readImpactOf(scheme, id, campaign, language, signal)
        if (!signal.aborted) setState({ found })
      } catch (error) {
        if (signal.aborted) return
        if (!(error instanceof Refused)) throw error
        setState({ refused: error })
      }
    }
    void read()
    return abort
  }, [id, campaign, scheme, language, turn])
  return { ...state, again: () => setTurn((before) => before + 1) }
}

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
