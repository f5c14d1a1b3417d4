import { Exact, type Lineage, parameterValue } from '@yardstick/model'
import { App } from 'antd'
import { useState } from 'react'
import { engineOf } from '../../evaluation/engine.ts'
import { DecimalField } from '../../parts/field/decimal-field.tsx'
import { issueText } from '../../parts/issue-text.tsx'
import { Modal } from '../../parts/modal.tsx'
import { sharingWords } from '../../parts/sharing/words.ts'
import '../../parts/plain-table.css'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { takeOver, useCanTakeOver } from '../side-by-side/take-over.ts'
import { schemeIn, useTemplates } from './use-templates.ts'
import { updateWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

type Offered = NonNullable<Lineage['offered']>[number]

/** 参数: the numbers that the template lets be set here, set anew as one undo step. */
export function ParametersDialog() {
  const w = useWords(updateWords)
  const s = useWords(sharingWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const scheme = useDesigner((state) => state.design!.scheme)
  const { template, parameters = {}, offered = [] } = scheme.lineage ?? {}
  const { templates, refused } = useTemplates(template?.hash)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setIsBusy] = useState(false)
  const canTakeOver = useCanTakeOver()
  const base =
    templates?.[0] === undefined || template === undefined ? undefined : schemeIn(templates[0], template.scheme)
  const apply = async () => {
    if (base === undefined || template === undefined) return
    const changed = Object.entries(typed).filter(([id, value]) => parameters[id] !== value)
    if (changed.length === 0) return close()
    setIsBusy(true)
    const { issues: known } = designer.getState().results
    const asked = { base, upstream: base, template, choices: [], parameters: { ...parameters, ...typed }, known }
    const update = await engineOf().prepareUpdate(scheme, asked, language)
    setIsBusy(false)
    const label = { zh: updateWords.zh.setParameters, en: updateWords.en.setParameters }
    const first = takeOver(label, update.scheme, { limitsOf: null })
    if (first !== undefined) return void message.error(w.notApplied(issueText(first, language)))
    close()
  }
  const why = refused?.map((each) => issueText(each, language)).join(signs.semicolon)
  const shownValue = (each: Offered) => typed[each.id] ?? parameters[each.id] ?? parameterValue(scheme, each)
  const isBad = offered.some((each) => !isWithin(each, shownValue(each)))
  return (
    <Modal
      width={760}
      title={w.parametersTitle(scheme.name)}
      okButtonProps={{ disabled: base === undefined || isBad || !canTakeOver, loading: isBusy }}
      okText={w.setParameters}
      cancelText={w.discard}
      onOk={() => void apply()}
      onCancel={close}
    >
      <p className="given-intro">{why === undefined ? w.parametersIntro : w.notRead(why)}</p>
      <table className="plain-table given-table">
        <thead>
          <tr>
            {(['parameter', 'value', 'range', 'note'] as const).map((column) => (
              <th key={column} scope="col">
                {w[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offered.map((each) => {
            const value = shownValue(each)
            return (
              <tr key={each.id}>
                <th scope="row">{each.name}</th>
                <td>
                  {each.by !== undefined ? (
                    w.setAbove(each.by)
                  ) : (
                    <DecimalField
                      value={value}
                      label={w.valueOf(each.name)}
                      placeholder={w.standard}
                      width={110}
                      form={{ percent: 'allowed', isNegativeAllowed: true }}
                      onCommit={(next) => next !== undefined && setTyped({ ...typed, [each.id]: next })}
                    />
                  )}
                  {!isWithin(each, value) && <p className="given-bad">{w.badValue(each.name)}</p>}
                </td>
                <td>
                  {each.least === undefined && each.most === undefined
                    ? w.noLimits
                    : s.points(each.least ?? '', each.most ?? '')}
                </td>
                <td>{each.note}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Modal>
  )
}

function isWithin({ least, most }: Offered, text: string | undefined): boolean {
  if (text === undefined) return true
  const value = Exact.parse(text)
  if (value === undefined) return false
  return (
    (least === undefined || !value.lessThan(Exact.of(least))) && (most === undefined || !Exact.of(most).lessThan(value))
  )
}
