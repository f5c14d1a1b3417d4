import { PrinterOutlined } from '@ant-design/icons'
import { measureById } from '@yardstick/model'
import { Button, Tooltip } from 'antd'
import { memo, useEffect, useMemo } from 'react'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { Chapter, Cover, chapterIds } from './chapter.tsx'
import { DataItems, Measures } from './data-chapters.tsx'
import { generalSentences, gradesSentence } from './general.ts'
import { namesOf, type Speaking } from './indicator-fields.ts'
import { Indicators } from './indicators-chapter.tsx'
import './manual.css'
import './manual-print.css'
import { printCondition } from '@yardstick/wording'
import { ruleSentence } from './rule-text.ts'
import { TreeTable } from './tree-chapter.tsx'
import { useManualTexts } from './use-manual-texts.ts'
import { manualWords } from './words.ts'

/** 说明书: the scheme as a document that is read and printed. Everything in it is generated; nothing is edited here. */
export function ManualView() {
  const w = useWords(manualWords)
  // Printing lays the shell aside only while this view is open (`manual-print.css`).
  useEffect(() => {
    document.documentElement.dataset['view'] = 'manual'
    return () => {
      delete document.documentElement.dataset['view']
    }
  }, [])
  return (
    <div className="manual">
      <nav className="manual-contents" aria-label={w.contents}>
        <Tooltip title={w.printHint} placement="right">
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {w.print}
          </Button>
        </Tooltip>
        <Contents />
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys */}
      <section className="manual-desk" tabIndex={0} aria-label={w.manual} data-region-focus>
        <Document />
      </section>
    </div>
  )
}

function Contents() {
  const w = useWords(manualWords)
  const go = (id: string) => document.getElementById(id)?.scrollIntoView({ block: 'start' })
  return (
    <ol>
      {chapterIds.map((id, index) => (
        <li key={id}>
          <button type="button" onClick={() => go(`manual-${id}`)}>
            {w.ordinal(index)}
            {w.chapters[id]}
          </button>
        </li>
      ))}
    </ol>
  )
}

const Document = memo(function Document() {
  const scheme = useDesigner((state) => state.design!.scheme)
  const language = useLanguage()
  const w = useWords(manualWords)
  const texts = useManualTexts()
  const speaking: Speaking = useMemo(
    () => ({ language, w, names: namesOf(scheme), measures: measureById(scheme) }),
    [language, w, scheme],
  )
  const conditions = Object.entries(scheme.conditions ?? {})
  return (
    <article className="manual-paper" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <Cover scheme={scheme} />
      <Chapter id="general">
        {generalSentences(scheme, w).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {scheme.source?.note !== undefined && <p className="manual-note">{scheme.source.note}</p>}
      </Chapter>
      <Chapter id="tree">
        <TreeTable scheme={scheme} texts={texts} />
      </Chapter>
      <Chapter id="indicators">
        <Indicators scheme={scheme} texts={texts} speaking={speaking} />
      </Chapter>
      <Chapter id="rules">
        {(scheme.rules ?? []).length === 0 && <p>{w.noRules}</p>}
        <ol className="manual-rule-list">
          {(scheme.rules ?? []).map((rule) => (
            <li key={rule.id}>
              <strong>
                {w.kinds[rule.event.type]}
                {w.colon}
                {rule.name}
              </strong>
              <p>{ruleSentence(rule, speaking)}</p>
            </li>
          ))}
        </ol>
        {conditions.length > 0 && <h3>{w.sharedConditions}</h3>}
        {conditions.map(([name, condition]) => (
          <p key={name}>{w.sharedCondition(name, printCondition(condition, language, speaking.names))}</p>
        ))}
      </Chapter>
      <Chapter id="grades">
        <p>{gradesSentence(scheme.grades, w)}</p>
        {scheme.gradeBasis === 'assumed' && scheme.grades !== undefined && <p>{w.gradeAssumed}</p>}
      </Chapter>
      <Chapter id="items">
        <DataItems scheme={scheme} />
      </Chapter>
      <Chapter id="measures">
        <Measures scheme={scheme} language={language} />
      </Chapter>
    </article>
  )
})
