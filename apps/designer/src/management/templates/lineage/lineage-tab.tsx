import type { Scheme, TemplateRef } from '@yardstick/model'
import { parameterValue } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { type Adaptation, adaptationCounts } from '../../../evaluation/adaptation.ts'
import { engineOf } from '../../../evaluation/engine.ts'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { TwoSentences } from '../../../parts/two-versions/two-sentences.tsx'
import { useLanguage, useWords } from '../../../parts/words.ts'
import { type Template, templatePath } from '../../../server/templates.ts'
import { Chain } from './chain.tsx'
import { lineageWords } from './words.ts'

/** 来源: the templates this one was adapted from, each of which proves itself, and what was made of the nearest. */
export function LineageTab({ template, scheme }: { template: Template; scheme: Scheme }) {
  const w = useWords(lineageWords)
  const { lineage } = scheme
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
    <section className="templates-lineage" tabIndex={0} aria-label={w.chain}>
      <Chain template={template} />
      {lineage === undefined ? (
        <p className="management-how">{w.originText}</p>
      ) : (
        <Adapted
          key={scheme.id}
          scheme={scheme}
          above={lineage.template}
          name={template.provenance.find(({ hash }) => hash === lineage.template.hash)?.name}
          isKnown={template.provenance.some(({ hash, isKnown }) => hash === lineage.template.hash && isKnown)}
        />
      )}
    </section>
  )
}

function Adapted({
  scheme,
  above,
  name = above.id,
  isKnown,
}: {
  scheme: Scheme
  above: TemplateRef
  name: string | undefined
  isKnown: boolean
}) {
  const w = useWords(lineageWords)
  const { value: template, trouble } = useAnswer<Template>(isKnown ? templatePath(above.hash) : undefined)
  const found = template?.package.schemes.find(({ id }) => id === above.scheme)
  const isWaiting = isKnown && template === undefined && trouble === undefined
  const adaptation = useAdaptation(scheme, found, isWaiting)
  const { mode, parameters = {} } = scheme.lineage!
  const set = (found?.sharing?.parameters ?? []).filter(({ id }) => Object.hasOwn(parameters, id))
  return (
    <section className="templates-adapted">
      <h3>{w.adapted(name, above.version)}</h3>
      <p className="management-how">{w.mode[mode]}</p>
      <Trouble of={trouble} />
      {adaptation !== undefined && <Counts adaptation={adaptation} />}
      {set.length > 0 && found !== undefined && (
        <>
          <h4>{w.parameters}</h4>
          <ul>
            {set.map((each) => (
              <li key={each.id}>
                {w.parameter(each.name, parameters[each.id] ?? '', parameterValue(found, each) ?? '')}
              </li>
            ))}
          </ul>
        </>
      )}
      {adaptation === undefined ? (
        <p className="management-how">{w.comparing}</p>
      ) : adaptation.sentences === null ? (
        <p className="management-how">{w.noBase}</p>
      ) : adaptation.sentences.length === 0 ? (
        <p className="management-how">{w.same}</p>
      ) : (
        <TwoSentences sentences={adaptation.sentences} />
      )}
    </section>
  )
}

function Counts({ adaptation: { counts } }: { adaptation: Adaptation }) {
  const w = useWords(lineageWords)
  const whole = adaptationCounts.reduce((sum, each) => sum + counts[each], 0)
  return (
    <ul className="templates-counts">
      {adaptationCounts.map((each) => (
        <li
          key={each}
          className={counts[each] === 0 ? 'templates-count-none' : `templates-count-${each}`}
          style={{ flexGrow: whole === 0 ? 1 : counts[each] }}
        >
          <strong>{counts[each]}</strong> {w.counts[each]}
        </li>
      ))}
    </ul>
  )
}

function useAdaptation(scheme: Scheme, found: Scheme | undefined, isWaiting: boolean): Adaptation | undefined {
  const language = useLanguage()
  const [adaptation, setAdaptation] = useState<Adaptation>()
  useEffect(() => {
    if (isWaiting) return
    let isWanted = true
    engineOf()
      .adaptation(scheme, found ?? null, language)
      .then((made) => isWanted && setAdaptation(made))
    return () => {
      isWanted = false
    }
  }, [scheme, found, isWaiting, language])
  return adaptation
}
