import { Checkbox, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { announce } from '../parts/announce.ts'
import { FieldRow } from '../parts/field/field-row.tsx'
import { Modal } from '../parts/modal.tsx'
import { searchRank } from '../parts/pinyin.ts'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { ExpertsPanel } from './experts-panel.tsx'
import { pointsBy, pointsEdit, presentStep, stepsFor, type Weighed, weighable, weighed } from './new-points.ts'
import { PairsPanel } from './pairs-panel.tsx'
import { Preview } from './preview.tsx'
import './weights.css'
import { weightsOf } from './weights-of.ts'
import { weightWords } from './words.ts'
import { keepWork, keptWork, type Way, type Work, ways, workKey } from './work.ts'

/** 权重助手: points of a branch's children by equal split, proportion, comparison in pairs or experts, as one step. */
export function WeightsDialog() {
  const w = useWords(weightWords)
  const scheme = useDesigner((state) => state.design!.scheme)
  const dialog = useDesigner((state) => state.view.dialog)
  const choices = useMemo(() => weighable(scheme), [scheme])
  const wanted = dialog?.kind === 'weights' ? dialog.branch : null
  const first = choices.find(({ id }) => id === wanted) ?? choices[0]
  const [branch, setBranch] = useState(first?.id ?? null)
  const chosen = useMemo(() => weighed(scheme, branch), [scheme, branch])
  const close = () => designer.setView({ dialog: null })
  const picker = <BranchPicker value={branch} choices={choices} onChange={setBranch} />
  if (chosen === undefined) {
    return (
      <Modal title={w.title} onCancel={close} footer={null}>
        {choices.length === 0 ? <p>{w.none}</p> : picker}
      </Modal>
    )
  }
  return <Weighing weighed={chosen} picker={picker} onClose={close} />
}

function Weighing({
  weighed: chosen,
  picker,
  onClose,
}: {
  weighed: Weighed
  picker: React.ReactNode
  onClose: () => void
}) {
  const w = useWords(weightWords)
  const scheme = useDesigner((state) => state.design!.scheme)
  const designId = useDesigner((state) => state.designId)
  const key = workKey(designId, chosen.id, chosen.children)
  const [held, setHeld] = useState<Held>(() => ({ key, work: keptWork(key) }))
  // Another branch has work of its own, in the dialog that stays.
  if (held.key !== key) setHeld({ key, work: keptWork(key) })
  const { work, step: wantedStep } = held
  const steps = stepsFor(chosen.points)
  const step = wantedStep !== undefined && steps.includes(wantedStep) ? wantedStep : (presentStep(chosen) ?? '0.01')
  const change = (next: Work) => {
    keepWork(key, next)
    setHeld({ ...held, work: next })
  }
  const weights = weightsOf(work, chosen)
  const points = weights === undefined || steps.length === 0 ? undefined : pointsBy(weights, chosen, step)
  const hasBranches = chosen.children.some((child) => 'children' in child)
  const edit =
    points === undefined ? undefined : pointsEdit(scheme, chosen, points, hasBranches && work.isDeep ? step : null)
  const apply = () => {
    if (edit === undefined) return
    const refused = designer.edit({ zh: weightWords.zh.edit, en: weightWords.en.edit }, edit)
    if (refused.length > 0) return
    announce(w.total(chosen.points.toText()))
    onClose()
  }
  return (
    <Modal
      title={w.title}
      width="min(1040px, 96vw)"
      style={{ top: 32 }}
      onCancel={onClose}
      onOk={apply}
      okText={points !== undefined && edit === undefined ? w.same : w.apply}
      cancelText={w.cancel}
      okButtonProps={{ disabled: edit === undefined }}
    >
      <div className="weights">
        <div className="weights-head">
          {picker}
          <FieldRow label={w.step}>
            <Select<string>
              aria-label={w.step}
              value={step}
              options={steps.map((each) => ({ value: each, label: w.stepUnit(each) }))}
              onChange={(step) => setHeld({ ...held, step })}
            />
          </FieldRow>
        </div>
        <Segmented<Way>
          aria-label={w.way}
          value={work.way}
          options={ways.map((way) => ({ value: way, label: w.ways[way] }))}
          onChange={(way) => change({ ...work, way })}
        />
        <p className="weights-note">{w.hints[work.way]}</p>
        <div className={`weights-body weights-body-${work.way}`}>
          <div className="weights-work">
            {work.way === 'pairs' && <PairsPanel key={key} work={work} weighed={chosen} onChange={change} />}
            {work.way === 'experts' && <ExpertsPanel key={key} work={work} weighed={chosen} onChange={change} />}
          </div>
          <section className="weights-result" aria-label={w.preview}>
            <Preview weighed={chosen} points={points} />
            {hasBranches && (
              <Checkbox
                checked={work.isDeep}
                title={w.deepHint}
                onChange={(event) => change({ ...work, isDeep: event.target.checked })}
              >
                {w.deep}
              </Checkbox>
            )}
          </section>
        </div>
      </div>
    </Modal>
  )
}

interface Held {
  readonly key: string
  readonly work: Work
  readonly step?: string
}

function BranchPicker({
  value,
  choices,
  onChange,
}: {
  value: string | null
  choices: ReturnType<typeof weighable>
  onChange: (id: string | null) => void
}) {
  const w = useWords(weightWords)
  const { name, fullScore } = useDesigner((state) => state.design!.scheme)
  const options = choices.map(({ id, path }) => ({
    value: id ?? WHOLE,
    label: id === null ? w.whole(name, fullScore) : path.join(' / '),
  }))
  return (
    <FieldRow label={w.branch}>
      <Select<string>
        aria-label={w.branch}
        value={value ?? WHOLE}
        options={options}
        showSearch={{ filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined }}
        onChange={(id) => onChange(id === WHOLE ? null : id)}
      />
    </FieldRow>
  )
}

/** No indicator has an empty id. */
const WHOLE = ''
