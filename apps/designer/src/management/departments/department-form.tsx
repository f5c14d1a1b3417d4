import { AutoComplete, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { FormDialog, FormRow } from '../../parts/form/form.tsx'
import { searchRank } from '../../parts/pinyin.ts'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import { isRegionCode } from '../region-code.ts'
import { RegionField } from '../region-field.tsx'
import type { Regions } from '../regions.ts'
import { type Department, withBelow } from './tree.ts'
import { departmentWords } from './words.ts'

/** A new unit, or one that is changed; `parent` is what a new one is added below. */
export function DepartmentForm({
  department,
  parent,
  departments,
  types,
  regions,
  onDone,
  onClose,
}: {
  department: Department | undefined
  parent: Department | undefined
  departments: readonly Department[]
  types: readonly string[]
  regions: Regions
  onDone: (name: string) => void
  onClose: () => void
}) {
  const w = useWords(departmentWords)
  const [fields, setFields] = useState(() => ({
    name: department?.name ?? '',
    code: department?.code ?? '',
    type: department?.type ?? '',
    region: department?.region ?? parent?.region ?? departments[0]?.region ?? '',
    parent: department?.parent ?? parent?.id ?? null,
  }))
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }))
  const parents = useMemo(() => {
    const own = department === undefined ? new Set<string>() : withBelow(departments, department.id)
    return departments.filter(({ id }) => !own.has(id)).map(({ id, name }) => ({ value: id, label: name }))
  }, [departments, department])
  const isBadRegion = fields.region !== '' && !isRegionCode(fields.region)
  const isReady = fields.name.trim() !== '' && fields.type.trim() !== '' && isRegionCode(fields.region)
  const send = async () => {
    const body = { ...fields, name: fields.name.trim(), type: fields.type.trim(), code: fields.code.trim() }
    if (department === undefined) await ask('POST', '/api/departments', { body })
    else await ask('PUT', `/api/departments/${department.id}`, { body, revision: department.revision })
    onDone(body.name)
  }
  const title =
    department !== undefined ? w.change(department.name) : parent !== undefined ? w.addBelow(parent.name) : w.add
  return (
    <FormDialog title={title} send={send} isReady={isReady} onClose={onClose}>
      <FormRow label={w.name}>
        <Input
          autoFocus
          value={fields.name}
          maxLength={200}
          aria-label={w.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </FormRow>
      <FormRow label={w.type} hint={w.typeHint}>
        <AutoComplete
          value={fields.type}
          aria-label={w.type}
          options={types.map((each) => ({ value: each }))}
          showSearch={{ filterOption: (typed, option) => searchRank(String(option?.value ?? ''), typed) !== undefined }}
          onChange={(type: string | undefined) => set({ type: type ?? '' })}
        />
      </FormRow>
      <FormRow label={w.region} hint={w.regionHint} problem={isBadRegion ? w.badRegion : undefined}>
        <RegionField
          value={fields.region}
          regions={regions}
          label={w.region}
          isBad={isBadRegion}
          onChange={(region) => set({ region })}
        />
      </FormRow>
      <FormRow label={w.code} hint={w.codeHint}>
        <Input
          value={fields.code}
          maxLength={60}
          aria-label={w.code}
          onChange={(event) => set({ code: event.target.value })}
        />
      </FormRow>
      <FormRow label={w.parent}>
        <Select
          value={fields.parent}
          aria-label={w.parent}
          allowClear
          placeholder={w.noParent}
          options={parents}
          showSearch={{ filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined }}
          onChange={(next: string | null | undefined) => set({ parent: next ?? null })}
        />
      </FormRow>
    </FormDialog>
  )
}
