import type { Lineage } from '@yardstick/model'
import { App, Button, Checkbox, Input, Select } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { api } from '../../../api.ts'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { FormRow } from '../../../parts/form/form.tsx'
import type { LocalNames } from '../../../parts/mapping/local-names.ts'
import { MappingTable } from '../../../parts/mapping/mapping-table.tsx'
import { useWords } from '../../../parts/words.ts'
import { hrefOf } from '../../../server/place.ts'
import type { Session } from '../../../server/session.ts'
import { type AskedAdoption, adoptTemplate, isTrusted, type Template, templatePath } from '../../../server/templates.ts'
import { isRegionCode } from '../../region-code.ts'
import { RegionField } from '../../region-field.tsx'
import { useRegions } from '../../regions.ts'
import { TrustMark } from '../trust-mark.tsx'
import type { Templates } from '../use-templates.ts'
import './adoption.css'
import { LikeScheme, useLikeNames } from './like-scheme.tsx'
import { ParameterTable, type ParameterTexts } from './parameter-table.tsx'
import { TrialSide } from './trial-side.tsx'
import { useTrial } from './use-trial.ts'
import { adoptionWords } from './words.ts'

/** 采用: how, where, with which numbers and names; beside it all the time what that would give. */
export function AdoptionPage({ hash, session, templates }: { hash: string; session: Session; templates: Templates }) {
  const w = useWords(adoptionWords)
  const { value: template, trouble, reload } = useAnswer<Template>(templatePath(hash))
  const first = template?.package.schemes[0]
  return (
    <>
      <div className="management-bar">
        <a className="templates-back" href={hrefOf('templates', hash)}>
          <span aria-hidden="true">‹ </span>
          {w.back}
        </a>
        {template !== undefined && (
          <>
            <h2 className="templates-bar-title">{w.title(template.name, template.version)}</h2>
            <TrustMark trust={template.trust} />
          </>
        )}
      </div>
      <Trouble of={trouble} onRetry={reload} />
      {template !== undefined && first !== undefined && (
        <AdoptionForm template={template} session={session} templates={templates} />
      )}
    </>
  )
}

function AdoptionForm({
  template,
  session,
  templates,
}: {
  template: Template
  session: Session
  templates: Templates
}) {
  const w = useWords(adoptionWords)
  const { message } = App.useApp()
  const regions = useRegions()
  const { schemes } = template.package
  const [schemeId, setSchemeId] = useState(schemes[0]!.id)
  const scheme = schemes.find(({ id }) => id === schemeId) ?? schemes[0]!
  const [mode, setMode] = useState<Lineage['mode']>('reference')
  const [name, setName] = useState('')
  const [region, setRegion] = useState(() => ownRegion(session))
  const [parameters, setParameters] = useState<ParameterTexts>({})
  const [names, setNames] = useState<LocalNames>({})
  const [allowOlder, setAllowOlder] = useState(false)
  const [like, setLike] = useState<string | null>(null)
  const { known, suggested } = useLikeNames(like, scheme.items, names)
  const [trouble, setTrouble] = useState<unknown>()
  const [isSending, setIsSending] = useState(false)
  const isRegion = region === '' || isRegionCode(region)
  const asked = useMemo<AskedAdoption>(
    () => ({
      scheme: scheme.id,
      mode,
      ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
      ...(isRegion && region !== '' ? { region } : {}),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(Object.keys(names).length === 0 ? {} : { mapping: { yardstick: 'mapping/1', items: names } }),
      ...(allowOlder ? { allowOlder } : {}),
    }),
    [scheme.id, mode, parameters, isRegion, region, name, names, allowOlder],
  )
  const trial = useTrial(template.hash, asked)
  const isReady = isTrusted(template.trust) && isRegion && (template.isNewest || allowOlder) && trial.canAdopt
  const newest = templates.heads.find(
    ({ id, publisher, isNewest }) => isNewest && id === template.id && publisher === template.publisher,
  )
  const adopt = async () => {
    setIsSending(true)
    setTrouble(undefined)
    try {
      const { id } = await adoptTemplate(template.hash, asked)
      await api.open(id)
      message.success(w.adopted(asked.name ?? scheme.name))
    } catch (error) {
      setTrouble(error)
      setIsSending(false)
    }
  }
  return (
    <div className="adoption">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys */}
      <section className="adoption-form" tabIndex={0} aria-label={w.form}>
        <Step number={1} title={w.way}>
          <div className="adoption-modes" role="radiogroup" aria-label={w.way}>
            {(['reference', 'copy'] as const).map((each) => (
              <label key={each} className={each === mode ? 'adoption-mode adoption-mode-chosen' : 'adoption-mode'}>
                <input type="radio" name="adoption-mode" checked={each === mode} onChange={() => setMode(each)} />
                <b>{w.modes[each].name}</b>
                <span>{w.modes[each].text}</span>
              </label>
            ))}
          </div>
        </Step>
        <Step number={2} title={w.where}>
          <div className="adoption-where">
            {schemes.length > 1 && (
              <FormRow label={w.scheme}>
                <Select
                  value={scheme.id}
                  aria-label={w.scheme}
                  options={schemes.map((each) => ({ value: each.id, label: each.name }))}
                  onChange={(next) => {
                    setSchemeId(next)
                    setParameters({})
                    setNames({})
                  }}
                />
              </FormRow>
            )}
            <FormRow label={w.name} hint={w.nameHint}>
              <Input
                value={name}
                maxLength={200}
                placeholder={scheme.name}
                aria-label={w.name}
                onChange={(event) => setName(event.target.value)}
              />
            </FormRow>
            <FormRow label={w.region} hint={w.regionHint} problem={isRegion ? undefined : w.regionBad}>
              <RegionField value={region} regions={regions} label={w.region} isBad={!isRegion} onChange={setRegion} />
            </FormRow>
          </div>
        </Step>
        <Step number={3} title={w.parameters} hint={w.parametersHint}>
          <ParameterTable scheme={scheme} values={parameters} onChange={setParameters} />
        </Step>
        <Step number={4} title={w.names} hint={w.namesHint}>
          <LikeScheme
            value={like}
            onChange={setLike}
            suggested={suggested}
            onTakeAll={() =>
              setNames({
                ...names,
                ...Object.fromEntries([...suggested].map(([id, local]) => [id, { name: local }])),
              })
            }
          />
          <MappingTable items={scheme.items} names={names} onChange={setNames} known={known} suggested={suggested} />
        </Step>
      </section>
      <TrialSide trial={trial}>
        {!isTrusted(template.trust) && <p className="templates-warning">{w.untrusted}</p>}
        {!template.isNewest && (
          <div className="templates-warning">
            <b>{w.olderTitle}</b>{' '}
            {newest !== undefined && <a href={hrefOf('templates', newest.hash)}>{w.newest(newest.version)}</a>}
            <Checkbox checked={allowOlder} onChange={(event) => setAllowOlder(event.target.checked)}>
              {w.allowOlder}
            </Checkbox>
          </div>
        )}
        <Trouble of={trouble} />
        <Button type="primary" size="middle" block disabled={!isReady} loading={isSending} onClick={adopt}>
          {w.adopt}
        </Button>
        <p className="adoption-hint">{w.adoptHint}</p>
      </TrialSide>
    </div>
  )
}

function Step({
  number,
  title,
  hint,
  children,
}: {
  number: number
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <section className="adoption-step" aria-labelledby={`adoption-step-${number}`}>
      <h3 id={`adoption-step-${number}`}>
        <span className="adoption-number" aria-hidden="true">
          {number}
        </span>
        {title}
        {hint !== undefined && <small>{hint}</small>}
      </h3>
      {children}
    </section>
  )
}

/** Where somebody designs, if that is one place. */
function ownRegion(session: Session): string {
  const regions = new Set((session.actions?.['scheme.write'] ?? []).map(({ region }) => region))
  const [only = ''] = regions
  return regions.size === 1 ? only : ''
}
