import type { Leaf, Scoring, ScoringMethod } from '@yardstick/model'
import { Select } from 'antd'
import { designer } from '../../store/use-designer.ts'
import { useLanguage, useWords } from '../words.ts'
import { scoringOf } from './default-scoring.ts'
import './method.css'
import { methodWords } from './words.ts'

/** Chooses the method; what can be kept of the rule is kept (`scoringOf`). */
export function MethodPicker({ leaf, onChange }: { leaf: Leaf; onChange: (next: Scoring) => void }) {
  const w = useWords(methodWords)
  const language = useLanguage()
  const choose = (method: ScoringMethod) => {
    const { items, measures } = designer.getState().design!.scheme
    const ground = { leaf, items, language, ...(measures === undefined ? {} : { measures }) }
    onChange(scoringOf(method, leaf.scoring, ground))
  }
  const options = (Object.keys(w.methods) as ScoringMethod[]).map((method) => ({
    value: method,
    label: w.methods[method],
    says: w.says[method],
  }))
  return (
    <Select<ScoringMethod>
      className="method-picker"
      value={leaf.scoring.method}
      options={options}
      aria-label={w.method}
      popupMatchSelectWidth={280}
      listHeight={420}
      optionRender={({ data }) => (
        <span className="method-option">
          <strong>{data.label}</strong>
          <span>{data['says']}</span>
        </span>
      )}
      onChange={choose}
    />
  )
}
