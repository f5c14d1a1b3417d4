import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { FormDialog, FormRow } from '../../parts/form/form.tsx'
import { search } from '../../parts/pinyin.ts'
import { useRowsInView } from '../../parts/sheet/use-rows-in-view.ts'
import { useWords } from '../../parts/words.ts'
import type { WholeCampaign } from '../../server/campaigns.ts'
import { ask } from '../../server/client.ts'
import { isWithin } from '../../server/may.ts'
import { isRegionCode } from '../region-code.ts'
import { RegionField } from '../region-field.tsx'
import type { Regions } from '../regions.ts'
import { attributesIn } from './attribute-lines.ts'
import type { Candidate } from './candidate.ts'
import { useCandidates } from './use-types.ts'
import { campaignWords } from './words.ts'

/** Puts departments into a campaign: all of a type below a region, or chosen ones; as a whole, or by projects. */
export function EnterDialog({
  campaign,
  regions,
  onDone,
  onClose,
}: {
  campaign: WholeCampaign
  regions: Regions
  onDone: (entered: { readonly added: number; readonly present: number }) => void
  onClose: () => void
}) {
  const w = useWords(campaignWords)
  const candidates = useCandidates()
  const within = useMemo(
    () => candidates.rows.filter((each) => isWithin(each.region, campaign.region)),
    [candidates.rows, campaign.region],
  )
  const [way, setWay] = useState<'all' | 'some'>('some')
  const [type, setType] = useState('')
  const [region, setRegion] = useState(campaign.region)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [projects, setProjects] = useState('')
  const [groups, setGroups] = useState('')
  const types = useMemo(() => [...new Set(within.map((each) => each.type))].sort(), [within])
  const lines = [...new Set(projects.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  const attributes = attributesIn(groups)
  const isReady = attributes !== undefined && (way === 'some' ? chosen.size > 0 : isRegionCode(region))
  const send = async () => {
    const who = way === 'some' ? { departments: [...chosen] } : { all: { region, ...(type === '' ? {} : { type }) } }
    const body = { ...who, attributes, ...(lines.length === 0 ? {} : { projects: lines }) }
    onDone(await ask('POST', `/api/campaigns/${campaign.id}/submissions`, { body }))
  }
  return (
    <FormDialog title={w.enterTitle} width={680} send={send} sendText={w.enter} isReady={isReady} onClose={onClose}>
      <Radio.Group
        className="campaigns-ways"
        value={way}
        options={[
          { value: 'some', label: w.enterSome },
          { value: 'all', label: w.enterAll },
        ]}
        onChange={(event) => setWay(event.target.value)}
      />
      <Trouble of={candidates.trouble} onRetry={candidates.reload} />
      {way === 'some' ? (
        <Chooser candidates={within} isWaiting={candidates.isWaiting} chosen={chosen} onChange={setChosen} />
      ) : (
        <>
          <FormRow label={w.type}>
            <Select
              value={type}
              aria-label={w.type}
              options={[{ value: '', label: w.allTypes }, ...types.map((each) => ({ value: each, label: each }))]}
              onChange={setType}
            />
          </FormRow>
          <FormRow label={w.region}>
            <RegionField
              value={region}
              regions={regions}
              label={w.region}
              isBad={!isRegionCode(region)}
              onChange={setRegion}
            />
          </FormRow>
        </>
      )}
      <FormRow label={w.projects} hint={w.projectsHint}>
        <Input.TextArea
          rows={2}
          value={projects}
          aria-label={w.projects}
          onChange={(event) => setProjects(event.target.value)}
        />
      </FormRow>
      <FormRow
        label={w.attributes}
        hint={w.attributesHint}
        problem={attributes === undefined ? w.attributesWrong : undefined}
      >
        <Input.TextArea
          rows={2}
          value={groups}
          aria-label={w.attributes}
          onChange={(event) => setGroups(event.target.value)}
        />
      </FormRow>
    </FormDialog>
  )
}

const ROW = 28

function Chooser({
  candidates,
  isWaiting,
  chosen,
  onChange,
}: {
  candidates: readonly Candidate[]
  isWaiting: boolean
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}) {
  const w = useWords(campaignWords)
  const [typed, setTyped] = useState('')
  const found = useMemo(
    () => (typed.trim() === '' ? candidates : search(candidates, typed, ({ name, type }) => [name, type])),
    [candidates, typed],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const inView = useRowsInView(found.length, scroller, ROW)
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  if (candidates.length === 0 && !isWaiting) return <p className="management-how">{w.noDepartments}</p>
  return (
    <div className="chooser">
      <div className="chooser-bar">
        <Input
          value={typed}
          placeholder={w.find}
          aria-label={w.find}
          allowClear
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button onClick={() => onChange(new Set([...chosen, ...found.map(({ id }) => id)]))}>
          {w.selectFound(found.length)}
        </Button>
        <Button disabled={chosen.size === 0} onClick={() => onChange(new Set())}>
          {w.clear}
        </Button>
        <span className="management-count" role="status">
          {w.chosen(chosen.size)}
        </span>
      </div>
      <div className="chooser-list" ref={scroller}>
        <div style={{ height: inView.height }}>
          {inView.rows.map(({ index, start }) => {
            const { id, name, type } = found[index]!
            return (
              <div key={id} className="chooser-row" style={{ transform: `translateY(${start}px)` }}>
                <Checkbox checked={chosen.has(id)} onChange={() => toggle(id)}>
                  {name} <span className="list-faint">{type}</span>
                </Checkbox>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
