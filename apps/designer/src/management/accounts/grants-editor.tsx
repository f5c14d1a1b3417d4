import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select, Tooltip } from 'antd'
import { searchRank } from '../../parts/pinyin.ts'
import { useWords } from '../../parts/words.ts'
import type { Grant } from '../../server/session.ts'
import { isRegionCode } from '../region-code.ts'
import { RegionField } from '../region-field.tsx'
import type { Regions } from '../regions.ts'
import { lackingOf } from './account.ts'
import type { GrantNames } from './grant-names.ts'
import { accountWords } from './words.ts'

/** What somebody may do: a role, and where it holds. */
export function GrantsEditor({
  grants,
  onChange,
  regions,
  names,
}: {
  grants: readonly Grant[]
  onChange: (grants: readonly Grant[]) => void
  regions: Regions
  names: GrantNames
}) {
  const w = useWords(accountWords)
  const set = (index: number, change: Partial<Grant>) =>
    onChange(grants.map((grant, at) => (at === index ? { ...grant, ...change } : grant)))
  const add = () =>
    onChange([...grants, { role: 'reader', region: grants.at(-1)?.region ?? '', campaign: null, department: null }])
  return (
    <div className="grants">
      {grants.length > 0 && (
        <ul>
          {grants.map((grant, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rights may be alike, and stay in place
            <li key={index}>
              <Select
                value={grant.role}
                aria-label={w.role}
                popupMatchSelectWidth={false}
                options={(Object.keys(w.roles) as Grant['role'][]).map((role) => ({
                  value: role,
                  label: w.roles[role],
                  note: w.roleNotes[role],
                }))}
                optionRender={({ label, data }) => (
                  <>
                    {label} <span className="list-faint">{data.note}</span>
                  </>
                )}
                onChange={(role) => set(index, { role })}
              />
              <RegionField
                value={grant.region}
                regions={regions}
                label={w.region}
                placeholder={w.everywhere}
                isBad={grant.region !== '' && !isRegionCode(grant.region)}
                onChange={(region) => set(index, { region })}
              />
              <Limit
                value={grant.campaign}
                label={w.campaign}
                all={w.allCampaigns}
                of={names.campaigns}
                onChange={(campaign) => set(index, { campaign })}
              />
              <Limit
                value={grant.department}
                label={w.department}
                all={w.allDepartments}
                of={names.departments}
                onChange={(department) => set(index, { department })}
              />
              <Tooltip title={w.removeGrant}>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={w.removeGrant}
                  onClick={() => onChange(grants.filter((_, at) => at !== index))}
                />
              </Tooltip>
              <Lacking grant={grant} />
            </li>
          ))}
        </ul>
      )}
      <Button icon={<PlusOutlined />} onClick={add}>
        {w.addGrant}
      </Button>
    </div>
  )
}

function Lacking({ grant }: { grant: Grant }) {
  const w = useWords(accountWords)
  const lacking = lackingOf(grant)
  if (lacking === undefined) return null
  return <p className="form-problem grants-note">{lacking === 'department' ? w.needsDepartment : w.needsCampaign}</p>
}

function Limit({
  value,
  label,
  all,
  of,
  onChange,
}: {
  value: string | null
  label: string
  all: string
  of: readonly { readonly id: string; readonly name: string }[]
  onChange: (id: string | null) => void
}) {
  return (
    <Select
      value={value}
      aria-label={label}
      placeholder={all}
      allowClear
      popupMatchSelectWidth={false}
      options={of.map(({ id, name }) => ({ value: id as string | null, label: name }))}
      showSearch={{ filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined }}
      onChange={(id: string | null | undefined) => onChange(id ?? null)}
    />
  )
}
