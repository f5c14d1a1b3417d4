import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Input, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { readDay } from '../../parts/field/read-day.ts'
import { FormDialog, FormRow } from '../../parts/form/form.tsx'
import { searchRank } from '../../parts/pinyin.ts'
import { useWords } from '../../parts/words.ts'
import type { Campaign, Stage, WholeCampaign } from '../../server/campaigns.ts'
import { ask } from '../../server/client.ts'
import { DayField } from '../day-field.tsx'
import { isRegionCode } from '../region-code.ts'
import { RegionField } from '../region-field.tsx'
import type { Regions } from '../regions.ts'
import { useTypes } from './use-types.ts'
import { useVersions } from './versions.ts'
import { campaignWords } from './words.ts'

interface Fields {
  readonly name: string
  readonly region: string
  readonly period: string
  readonly schemes: readonly { readonly departmentType: string; readonly version: string }[]
  /** As the schemes say, where it is not said. */
  readonly hasDeclarations: boolean | undefined
  readonly due: Readonly<Partial<Record<Stage, string>>>
}

/** A new campaign, or what may still be changed of one. */
export function CampaignForm({
  campaign,
  regions,
  onDone,
  onClose,
}: {
  campaign: WholeCampaign | undefined
  regions: Regions
  onDone: (campaign: Campaign) => void
  onClose: () => void
}) {
  const w = useWords(campaignWords)
  const versions = useVersions()
  const types = useTypes()
  const [fields, setFields] = useState<Fields>(() => ({
    name: campaign?.name ?? '',
    region: campaign?.region ?? '',
    period: campaign?.period ?? String(new Date().getFullYear() - 1),
    schemes: campaign?.schemes ?? [{ departmentType: '', version: '' }],
    hasDeclarations: campaign?.hasDeclarations,
    due: campaign?.due ?? {},
  }))
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }))
  const setScheme = (index: number, change: Partial<Fields['schemes'][number]>) =>
    set({ schemes: fields.schemes.map((each, at) => (at === index ? { ...each, ...change } : each)) })
  // Submissions were begun with these; types of departments may still be added.
  const isFixed = (campaign?.counts ?? []).some(({ count }) => count > 0)
  const isKept = (index: number) => isFixed && index < (campaign?.schemes.length ?? 0)
  const isBadRegion = fields.region !== '' && !isRegionCode(fields.region)
  const isReady =
    fields.name.trim() !== '' &&
    fields.period.trim() !== '' &&
    isRegionCode(fields.region) &&
    fields.schemes.every(({ version }) => version !== '') &&
    Object.values(fields.due).every((day) => day === '' || readDay(day) !== undefined)
  const send = async () => {
    const due = Object.entries(fields.due).flatMap(([stage, text]) => {
      const day = readDay(text)
      return day === undefined ? [] : [[stage, day.text]]
    })
    const body = {
      ...fields,
      name: fields.name.trim(),
      period: fields.period.trim(),
      schemes: fields.schemes.map(({ departmentType, version }) =>
        departmentType.trim() === '' ? { version } : { departmentType: departmentType.trim(), version },
      ),
      due: Object.fromEntries(due),
    }
    onDone(
      campaign === undefined
        ? await ask<Campaign>('POST', '/api/campaigns', { body })
        : await ask<Campaign>('PUT', `/api/campaigns/${campaign.id}`, { body, revision: campaign.revision }),
    )
  }
  // A version that has been retired since is still what the campaign has.
  const chosen = campaign?.schemes.map(({ version }) => version) ?? []
  const options = [
    ...versions.list
      .filter(({ hash, isRetired }) => isRetired !== true || chosen.includes(hash))
      .map(({ hash }) => ({ value: hash, label: versions.text(hash) })),
    ...chosen
      .filter((hash) => !versions.list.some((each) => each.hash === hash))
      .map((hash) => ({ value: hash, label: versions.text(hash) })),
  ]
  const stages = (Object.keys(w.stages) as Stage[]).filter(
    (stage) => stage !== 'declaration' || fields.hasDeclarations !== false,
  )
  return (
    <FormDialog
      title={campaign === undefined ? w.add : w.change}
      width={720}
      send={send}
      isReady={isReady}
      onClose={onClose}
    >
      {isFixed && <p className="management-how">{w.fixed}</p>}
      <FormRow label={w.name}>
        <Input
          autoFocus
          value={fields.name}
          maxLength={200}
          aria-label={w.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </FormRow>
      <div className="campaigns-pair">
        <FormRow label={w.region}>
          <RegionField
            value={fields.region}
            regions={regions}
            label={w.region}
            placeholder="360100"
            isBad={isBadRegion}
            isFixed={isFixed}
            onChange={(region) => set({ region })}
          />
        </FormRow>
        <FormRow label={w.period}>
          <Input
            value={fields.period}
            maxLength={200}
            aria-label={w.period}
            disabled={isFixed}
            placeholder={w.periodHint}
            onChange={(event) => set({ period: event.target.value })}
          />
        </FormRow>
      </div>
      <FormRow
        label={w.schemes}
        hint={w.schemesHint}
        problem={options.length === 0 && !versions.isWaiting ? w.noVersions : undefined}
      >
        <ul className="campaigns-schemes">
          {fields.schemes.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and stay in place
            <li key={index}>
              <Select
                value={each.version === '' ? null : each.version}
                aria-label={w.schemes}
                disabled={isKept(index)}
                placeholder={w.chooseScheme}
                options={options}
                showSearch={{
                  filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined,
                }}
                onChange={(version: string | null) => setScheme(index, { version: version ?? '' })}
              />
              <AutoComplete
                value={each.departmentType}
                aria-label={w.forType}
                disabled={isKept(index)}
                placeholder={w.otherTypes}
                options={types.map((type) => ({ value: type }))}
                onChange={(type: string | undefined) => setScheme(index, { departmentType: type ?? '' })}
              />
              <Tooltip title={w.removeScheme}>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={w.removeScheme}
                  disabled={fields.schemes.length === 1 || isKept(index)}
                  onClick={() => set({ schemes: fields.schemes.filter((_, at) => at !== index) })}
                />
              </Tooltip>
            </li>
          ))}
        </ul>
        <Button
          icon={<PlusOutlined />}
          onClick={() => set({ schemes: [...fields.schemes, { departmentType: '', version: '' }] })}
        >
          {w.addScheme}
        </Button>
      </FormRow>
      <FormRow label={w.declarations}>
        <Select
          value={String(fields.hasDeclarations ?? '')}
          aria-label={w.declarations}
          disabled={isFixed}
          options={[
            { value: '', label: w.asSchemes },
            { value: 'true', label: w.hasDeclarations },
            { value: 'false', label: w.noDeclarations },
          ]}
          onChange={(next: string) => set({ hasDeclarations: next === '' ? undefined : next === 'true' })}
        />
      </FormRow>
      <FormRow label={w.due}>
        <ul className="campaigns-due">
          {stages.map((stage) => (
            <li key={stage}>
              <span aria-hidden="true">{w.stages[stage]}</span>
              <DayField
                value={fields.due[stage] ?? ''}
                label={`${w.stages[stage]} ${w.due}`}
                onChange={(text) => set({ due: { ...fields.due, [stage]: text } })}
              />
            </li>
          ))}
        </ul>
      </FormRow>
    </FormDialog>
  )
}
