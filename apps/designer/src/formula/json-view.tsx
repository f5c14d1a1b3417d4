import type { Scheme } from '@yardstick/model'
import { Button, Spin } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { announce } from '../parts/announce.ts'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { CodeEditor, type CodeHandle, type CodeMark } from './code-editor.tsx'
import './formula.css'
import { jsonPlaces, placeOf } from './json-places.ts'
import { SOURCE_URI } from './source-uri.ts'
import { useMonaco } from './use-monaco.ts'
import { type SourceState, useSource } from './use-source.ts'
import { formulaPanelWords } from './words.ts'

/** 源文本: the scheme as it is stored, to read and to write in. */
export function JsonView() {
  const scheme = useDesigner((state) => state.design?.scheme)
  const designId = useDesigner((state) => state.designId)
  return scheme === undefined ? null : <Source key={designId} scheme={scheme} designId={designId} />
}

function Source({ scheme, designId }: { scheme: Scheme; designId: string | null }) {
  const w = useWords(formulaPanelWords)
  const language = useLanguage()
  const monaco = useMonaco()
  const source = useSource(scheme, designId)
  const { text, state, faults, refused } = source
  const code = useRef<CodeHandle>(null)
  const marks = useMemo(
    () =>
      faults.map(
        ({ issue, from, to }): CodeMark => ({
          from,
          to,
          severity: issue.severity,
          message: issueText(issue, language),
        }),
      ),
    [faults, language],
  )
  useFocus(text, code, monaco != null)
  const write = () => {
    source.write()
    if (state === 'dirty') announce(w.written)
  }
  return (
    <div className="source">
      <div className="source-bar">
        <span className={`source-state source-${state}`} role="status">
          {source.isPartial ? w.partly : wordState(state, faults.length + refused.length, w)}
        </span>
        {(state === 'conflict' || state === 'stale') && (
          <>
            {state === 'conflict' && (
              <Button type="primary" onClick={() => source.write('merge')}>
                {w.merge}
              </Button>
            )}
            <Button onClick={() => source.write()}>{w.keepMine}</Button>
            <Button onClick={source.restore}>{w.takeTheirs}</Button>
          </>
        )}
        {(state === 'dirty' || state === 'wrong') && (
          <>
            <Button type="primary" disabled={faults.length > 0} onClick={write}>
              {w.write}
            </Button>
            <Button onClick={source.restore}>{w.restore}</Button>
          </>
        )}
      </div>
      {monaco === undefined ? (
        <div className="source-code source-wait">
          <Spin description={w.loading} />
        </div>
      ) : monaco === null ? (
        <>
          <div className="formula-hint">{w.plain}</div>
          <textarea
            className="source-code source-plain"
            aria-label={w.source}
            spellCheck={false}
            value={text}
            onChange={(event) => source.change(event.target.value)}
            onBlur={source.writeIfSound}
          />
        </>
      ) : (
        <CodeEditor
          monaco={monaco}
          className="source-code"
          text={text}
          language="json"
          uri={SOURCE_URI}
          label={w.source}
          marks={marks}
          options={OPTIONS}
          onChange={source.change}
          onBlur={source.writeIfSound}
          onCommit={write}
          handle={code}
        />
      )}
      {(faults.length > 0 || refused.length > 0) && (
        <ul className="source-faults" aria-label={w.problems}>
          {refused.map((issue) => (
            <li key={`${issue.code} ${issue.pointer}`} className="source-fault-error">
              {issueText(issue, language)}
            </li>
          ))}
          {faults.slice(0, 50).map(({ issue, from, to }) => (
            <li key={`${issue.code} ${issue.pointer} ${from}`}>
              <button
                type="button"
                className={`source-fault source-fault-${issue.severity}`}
                onClick={() => code.current?.select(from, to)}
              >
                <span className="source-line">{w.line(lineOf(text, from))}</span>
                {issueText(issue, language)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const OPTIONS = { folding: true, tabSize: 2, stickyScroll: { enabled: false }, wordWrap: 'on' } as const

function wordState(state: SourceState, count: number, w: (typeof formulaPanelWords)['zh']): string {
  return state === 'wrong' ? w.wrong(count) : w[state]
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Another panel asked for a place in the text, by its JSON Pointer. */
function useFocus(text: string, code: React.RefObject<CodeHandle | null>, isReady: boolean): void {
  const focus = useDesigner((state) => (state.view.focus?.tab === 'json' ? state.view.focus : null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish, when the editor is there
  useEffect(() => {
    if (focus === null || !isReady) return
    const place = placeOf(jsonPlaces(text), focus.pointer)
    if (place !== undefined) code.current?.select(place.from, place.to)
  }, [focus?.count, isReady])
}
