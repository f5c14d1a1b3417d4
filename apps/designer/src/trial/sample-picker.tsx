import { MoreOutlined, PushpinOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { MenuButton } from '../parts/menu-button.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { addSample, chooseSample, deleteSamples, duplicateSample, pinSample } from './sample-actions.ts'
import { useFillTargets } from './targets-button.tsx'
import { useCases } from './use-sample.ts'
import { trialWords } from './words.ts'

/** Which sample is scored, A, and with which it is compared, B. */
export function SamplePicker() {
  const w = useWords(trialWords)
  const cases = useCases()
  const sample = useDesigner(({ view }) => view.sample)
  const pinned = useDesigner(({ view }) => view.pinned)
  const fill = useFillTargets()
  const options = cases.map(({ name }, index) => ({ value: index, label: name }))
  const select = (label: string, value: number | null, onChange: (next: number | null) => void, mark: string) => (
    <Select<number | null>
      className="trial-select"
      aria-label={label}
      prefix={<span className="trial-letter">{mark}</span>}
      value={value}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={300}
      placeholder={label}
      onChange={(next) => onChange(next ?? null)}
    />
  )
  return (
    <div className="trial-picker">
      <div className="trial-row">
        {select(w.sample, sample, chooseSample, 'A')}
        <Button
          type={pinned === null ? 'text' : 'default'}
          icon={<PushpinOutlined />}
          aria-label={pinned === null ? w.pin : w.unpin}
          aria-pressed={pinned !== null}
          title={pinned === null ? w.pin : w.unpin}
          disabled={pinned === null && cases.length < 2}
          onClick={() => pinSample(pinned === null ? cases.findIndex((_, index) => index !== sample) : null)}
        />
        <MenuButton
          menu={{
            items: [
              { key: 'open', label: w.openTable, onClick: () => designer.setView({ tab: 'trial' }) },
              { type: 'divider' },
              { key: 'targets', label: w.fillTargets, onClick: fill },
              { key: 'add', label: w.add, onClick: () => addSample({ name: w.newName }) },
              {
                key: 'duplicate',
                label: w.duplicate,
                disabled: sample === null,
                onClick: () => sample !== null && duplicateSample(sample),
              },
              {
                key: 'remove',
                label: w.remove,
                danger: true,
                disabled: sample === null,
                onClick: () => sample !== null && deleteSamples([sample]),
              },
            ],
          }}
        >
          <Button type="text" icon={<MoreOutlined />} aria-label={w.sampleMenu} title={w.sampleMenu} />
        </MenuButton>
      </div>
      {pinned !== null && <div className="trial-row">{select(w.pinnedSample, pinned, pinSample, 'B')}</div>}
    </div>
  )
}
