import { PrinterOutlined, SendOutlined } from '@ant-design/icons'
import { type Item, isAskedFor } from '@yardstick/model'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { stageNames } from '../../parts/campaign-terms.ts'
import { useWords } from '../../parts/words.ts'
import { type EvidenceFile, useEvidence } from '../evidence.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import { ClaimTotal } from './claim-total.tsx'
import { useEarlierValues } from './earlier-values.ts'
import './form.css'
import { type FormSection, formSections } from './form-sections.ts'
import { HandInDialog } from './hand-in-dialog.tsx'
import { ItemRow } from './item-row.tsx'
import { LeafRows } from './leaf-rows.tsx'
import { isSaid } from './still-open.ts'
import { UnitsPart } from './units/units-part.tsx'
import { useUnits } from './units/use-units.ts'
import { unitsWords } from './units/words.ts'
import { formPartWords } from './words.ts'

/** 填报: all that the scheme asks of the department, indicator by indicator, as a sheet to be filled in from top to bottom. */
export function FormPart() {
  const w = useWords(formPartWords)
  const { open, rights } = useSubmission()
  const { scheme } = open.loaded
  const sections = useMemo(() => formSections(scheme, w.others), [scheme, w])
  const earlier = useEarlierValues(open.loaded)
  const { value } = useEvidence()
  const files = useMemo(() => {
    const byEntry = new Map<string, EvidenceFile[]>()
    for (const each of value?.evidence ?? []) byEntry.set(each.entry, [...(byEntry.get(each.entry) ?? []), each])
    return byEntry
  }, [value])
  const [isHandingIn, setIsHandingIn] = useState(false)
  const columns = earlier === undefined ? 3 : 4
  return (
    <div className={rights.report ? 'form' : 'form is-read'}>
      <SectionNav sections={sections} />
      <div className="form-main">
        <div className="form-bar">
          <Progress sections={sections} />
          {rights.report && <span className="form-keys">{w.keys}</span>}
          <span className="management-gap" />
          <ClaimTotal sections={sections} />
          <Button icon={<PrinterOutlined />} onClick={() => print()}>
            {w.print}
          </Button>
          {rights.handIn && (
            <Button type="primary" icon={<SendOutlined />} onClick={() => setIsHandingIn(true)}>
              {w.handIn}
            </Button>
          )}
        </div>
        <Closed />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
        <section className="form-scroll" tabIndex={0} aria-label={w.items}>
          <PrintedHead />
          <table className="form-sheet">
            <colgroup>
              <col className="form-column-item" />
              <col className="form-column-value" />
              {earlier !== undefined && <col className="form-column-earlier" />}
              <col />
            </colgroup>
            <thead>
              <tr>
                <th scope="col" className="form-head">
                  {w.items}
                </th>
                <th scope="col" className="form-head">
                  {w.valueOf(open.loaded.campaign.period)}
                </th>
                {earlier !== undefined && (
                  <th scope="col" className="form-head form-head-earlier">
                    {w.earlier(earlier.period)}
                  </th>
                )}
                <th scope="col" className="form-head">
                  {w.evidence}
                </th>
              </tr>
            </thead>
            {sections.flatMap(({ id, name, leaves, items }) => [
              <tbody key={`head ${id}`} id={anchorOf(id)}>
                <tr className="form-section">
                  <th scope="rowgroup" colSpan={columns}>
                    <h3>{name}</h3>
                  </th>
                </tr>
              </tbody>,
              ...leaves.map((of) => (
                <LeafRows key={of.leaf.id} of={of} earlier={earlier} files={files} columns={columns} />
              )),
              ...(items.length === 0
                ? []
                : [
                    <tbody key="others">
                      {items.map((item) => (
                        <ItemRow
                          key={item.id}
                          item={item}
                          alsoIn={[]}
                          earlier={earlier}
                          files={files.get(item.id) ?? []}
                        />
                      ))}
                    </tbody>,
                  ]),
            ])}
          </table>
          <UnitsPart />
        </section>
      </div>
      {isHandingIn && <HandInDialog sections={sections} onClose={() => setIsHandingIn(false)} />}
    </div>
  )
}

/** Why nothing can be filled in. */
function Closed() {
  const w = useWords(formPartWords)
  const stages = useWords(stageNames)
  const { rights } = useSubmission()
  const state = useSubmissionView(({ head }) => head.state)
  const stage = useSubmissionView(({ head }) => head.stage)
  if (rights.report) return null
  const text = !rights.isOwn ? w.readOnly : state === 'submitted' ? w.submitted : w.closed(stages[stage])
  return (
    <p className="form-closed" role="status">
      {text}
    </p>
  )
}

/** On paper the form has a head of its own. */
function PrintedHead() {
  const { open } = useSubmission()
  const { head, campaign, scheme } = open.loaded
  return (
    <div className="form-printed">
      <h2>{campaign.name}</h2>
      <p>
        {[head.name, head.project, campaign.period, scheme.name].map((each) => (
          <span key={each}>{each}</span>
        ))}
      </p>
    </div>
  )
}

function Progress({ sections }: { sections: readonly FormSection[] }) {
  const w = useWords(formPartWords)
  const document = useSubmissionView((view) => view.document)
  const items = sections.flatMap(itemsOf)
  const count = items.filter((item) => isSaid(document, item)).length
  return (
    <span className="form-progress" role="status">
      <progress value={count} max={Math.max(items.length, 1)} aria-label={w.progress(count, items.length)} />
      {w.progress(count, items.length)}
    </span>
  )
}

function SectionNav({ sections }: { sections: readonly FormSection[] }) {
  const w = useWords(formPartWords)
  const document_ = useSubmissionView((view) => view.document)
  return (
    <nav className="form-nav" aria-label={w.sections}>
      {sections.map((section) => {
        const items = itemsOf(section)
        const count = items.filter((item) => isSaid(document_, item)).length
        return (
          <button
            key={section.id ?? 'others'}
            type="button"
            className={count === items.length ? 'is-whole' : ''}
            title={w.filledOf(section.name, count, items.length)}
            onClick={() => document.getElementById(anchorOf(section.id))?.scrollIntoView({ block: 'start' })}
          >
            <span>{section.name}</span>
            {items.length > 0 && <span className="form-count">{w.filled(count, items.length)}</span>}
          </button>
        )
      })}
      <UnitsNav />
    </nav>
  )
}

function UnitsNav() {
  const w = useWords(unitsWords)
  const { items, names } = useUnits()
  if (items.length === 0) return null
  return (
    <button
      type="button"
      onClick={() => document.getElementById(anchorOf('units'))?.scrollIntoView({ block: 'start' })}
    >
      <span>{w.title}</span>
      <span className="form-count">{w.count(names.length)}</span>
    </button>
  )
}

/** What is counted: what the department itself has to say. */
function itemsOf({ leaves, items }: FormSection): Item[] {
  const all = [...leaves.flatMap((leaf) => leaf.items.map(({ item }) => item)), ...items]
  return all.filter(isAskedFor)
}

const anchorOf = (id: string | undefined) => `form-section-${id ?? ''}`
