import { isBranch, walk } from '@yardstick/model'
import { Select } from 'antd'
import { useMemo } from 'react'
import { searchRank } from '../parts/pinyin.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { ruleWords } from './words.ts'

interface Option {
  value: string
  label: string
  note: string
}

/** The indicator a rule acts on, found by name or pinyin initials; `none` is what stands for no indicator. */
export function TargetPicker({
  value,
  onChange,
  isLeafOnly,
  none,
}: {
  value: string | undefined
  onChange: (id: string | undefined) => void
  isLeafOnly: boolean
  none?: string | undefined
}) {
  const w = useWords(ruleWords)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const options = useMemo(() => {
    const places = walk({ indicators }).filter(({ node }) => !isLeafOnly || !isBranch(node))
    return places.map(
      ({ node, path }): Option => ({
        value: node.id,
        label: node.name,
        note: path.slice(0, -1).join(' / '),
      }),
    )
  }, [indicators, isLeafOnly])
  const isUnknown = value !== undefined && !options.some((each) => each.value === value)
  const all = none === undefined ? options : [{ value: NONE, label: none, note: '' }, ...options]
  return (
    <Select<string, Option>
      className="rules-target"
      aria-label={w.target}
      placeholder={w.chooseTarget}
      value={value ?? (none === undefined ? null : NONE)}
      status={isUnknown ? 'error' : ''}
      showSearch={{
        filterOption: (typed, option) =>
          option !== undefined && [option.label, option.note].some((text) => searchRank(text, typed) !== undefined),
      }}
      options={all}
      labelRender={({ label, value: id }) => label ?? w.missingTarget(String(id))}
      optionRender={({ data }) => (
        <span className="rules-option">
          <span>{data.label}</span>
          <small>{data.note}</small>
        </span>
      )}
      popupMatchSelectWidth={360}
      onChange={(id) => onChange(id === NONE ? undefined : id)}
    />
  )
}

const NONE = ''
