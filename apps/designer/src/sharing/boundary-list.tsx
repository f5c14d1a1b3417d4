import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { type Boundary, indicatorById } from '@yardstick/model'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { searchRank } from '../parts/pinyin.ts'
import { sharingEdit, withBoundary, withoutBoundary } from '../parts/sharing/sharing-edits.ts'
import { sharingLabel, sharingWords } from '../parts/sharing/words.ts'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { GivenTable } from './given-table.tsx'
import { goToIndicator } from './go-to-indicator.ts'
import { useIndicatorOptions } from './indicator-options.ts'
import { givenWords } from './words.ts'

/** What those who adopt the scheme may change, indicator by indicator; one speaks for all below it. */
export function BoundaryList() {
  const w = useWords(givenWords)
  const boundaries = useDesigner((state) => state.design!.scheme.sharing?.boundaries)
  return (
    <>
      <NewBoundary />
      {boundaries === undefined ? (
        <p className="given-none">{w.noBoundaries}</p>
      ) : (
        <GivenTable columns={['indicator', 'change', 'plusMinus', 'add', 'note']}>
          {boundaries.map((boundary) => (
            <Row key={boundary.indicator ?? ''} boundary={boundary} />
          ))}
        </GivenTable>
      )}
    </>
  )
}

function Row({ boundary }: { boundary: Boundary }) {
  const w = useWords(givenWords)
  const s = useWords(sharingWords)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const { indicator } = boundary
  const path = useMemo(
    () => (indicator === undefined ? undefined : indicatorById({ indicators }).get(indicator)?.path.join(' / ')),
    [indicators, indicator],
  )
  const name = indicator === undefined ? w.wholeTree : (path ?? w.gone)
  const named = (column: string) => `${name} ${column}`
  const choice = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'open' : 'locked')
  const set = (fields: { readonly [K in keyof Boundary]?: Boundary[K] | undefined }) => {
    const { sharing } = designer.getState().design!.scheme
    designer.edit(sharingLabel('boundary'), sharingEdit(withBoundary(sharing, indicator, fields)))
  }
  const unsaid = '—'
  return (
    <tr>
      <td className="given-where">
        {path === undefined ? (
          name
        ) : (
          <Button type="link" title={path} onClick={() => goToIndicator(indicator!)}>
            {path}
          </Button>
        )}
      </td>
      <td>
        <ChoiceField
          value={choice(boundary.mayChange)}
          choices={{ open: s.changes.open, locked: s.changes.locked }}
          none={unsaid}
          label={named(w.columns.change)}
          onChange={(next) => set({ mayChange: next === undefined ? undefined : next === 'open' })}
        />
      </td>
      <td>
        <DecimalField
          value={boundary.points?.plusMinus}
          label={named(w.columns.plusMinus)}
          isOptional
          width={72}
          onCommit={(plusMinus) => set({ points: plusMinus === undefined ? undefined : { plusMinus } })}
        />
      </td>
      <td>
        <ChoiceField
          value={choice(boundary.mayAdd)}
          choices={{ open: s.adds.open, locked: s.adds.locked }}
          none={unsaid}
          label={named(w.columns.add)}
          onChange={(next) => set({ mayAdd: next === undefined ? undefined : next === 'open' })}
        />
      </td>
      <td>
        <TextField
          value={boundary.note}
          label={named(w.columns.note)}
          placeholder={s.noteHint}
          onCommit={(note) => set({ note })}
        />
      </td>
      <td>
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={w.remove(name)}
          title={w.remove(name)}
          onClick={() => {
            const { sharing } = designer.getState().design!.scheme
            designer.edit(sharingLabel('noBoundary'), sharingEdit(withoutBoundary(sharing, indicator)))
          }}
        />
      </td>
    </tr>
  )
}

/** Not the id of any indicator. */
const WHOLE = ''

/** It begins as a lock: that is what it is most often for. */
function NewBoundary() {
  const w = useWords(givenWords)
  const sharing = useDesigner((state) => state.design!.scheme.sharing)
  const indicators = useIndicatorOptions()
  const [chosen, setChosen] = useState<string | null>(null)
  const taken = new Set(sharing?.boundaries?.map((each) => each.indicator ?? WHOLE))
  const options = [{ value: WHOLE, label: w.wholeTree }, ...indicators].filter((each) => !taken.has(each.value))
  return (
    <div className="given-new">
      <Select
        showSearch={{
          filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined,
        }}
        className="given-thing"
        aria-label={w.pickIndicator}
        placeholder={w.pickIndicator}
        value={chosen}
        options={options}
        popupMatchSelectWidth={false}
        onChange={setChosen}
      />
      <Button
        icon={<PlusOutlined />}
        disabled={chosen === null}
        onClick={() => {
          const next = withBoundary(sharing, chosen === WHOLE ? undefined : chosen!, { mayChange: false })
          designer.edit(sharingLabel('boundary'), sharingEdit(next))
          setChosen(null)
        }}
      >
        {w.addBoundary}
      </Button>
    </div>
  )
}
