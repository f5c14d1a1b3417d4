import { type Issue, type Scheme, schemeEdits } from '@yardstick/model'
import { useEffect, useMemo, useRef, useState } from 'react'
import { designer, useDesigner } from '../store/use-designer.ts'
import { dropDraft, hashOf, keepDraft, keptDraft } from './source-draft.ts'
import { faultsIn, isNothing, mergeSource, printSource, readSource, type SourceFault } from './source-text.ts'
import { formulaPanelWords } from './words.ts'

const READ_AFTER_MS = 400
const WRITE_AFTER_MS = 3_000

export type SourceState = 'clean' | 'dirty' | 'wrong' | 'conflict' | 'stale'

interface Held {
  readonly text: string
  /** The text that says what the scheme is; where the two differ there is something to write. */
  readonly clean: string
  /** What the text was made from; null where that is not known any more. */
  readonly base: Scheme | null
}

/**
 * The source text and its way into the scheme: written when it is left, on Ctrl+S and after a pause, as one edit made of
 * the differences; while it is clean it follows the scheme, while it is not, a change elsewhere asks what counts.
 */
export function useSource(scheme: Scheme, designId: string | null) {
  const [held, setHeld] = useState<Held>(() => begin(scheme, designId))
  const [faults, setFaults] = useState<readonly SourceFault[]>([])
  const [refused, setRefused] = useState<readonly Issue[]>([])
  const [isPartial, setIsPartial] = useState(false)
  const isDirty = held.text !== held.clean
  const isBehind = held.base !== scheme
  const state: SourceState = !isDirty
    ? 'clean'
    : held.base === null
      ? 'stale'
      : isBehind
        ? 'conflict'
        : faults.length > 0 || refused.length > 0
          ? 'wrong'
          : 'dirty'
  const latest = useRef({ held, scheme, state })
  latest.current = { held, scheme, state }

  // While nothing is to be written the text is the scheme's.
  if (!isDirty && isBehind) {
    const text = printSource(scheme)
    setHeld({ text, clean: text, base: scheme })
  }

  const settle = (text: string) => {
    const now = designer.getState().design?.scheme ?? scheme
    dropDraft(designId)
    setHeld({ text, clean: text, base: now })
    setFaults([])
    setRefused([])
    return now
  }

  const write = (how: 'merge' | 'mine' = 'mine'): void => {
    const { held, scheme, state } = latest.current
    if (state === 'clean') return
    const reading = readSource(held.text)
    if (!reading.ok) {
      setFaults(reading.faults)
      return
    }
    const merged =
      how === 'merge' && held.base !== null
        ? mergeSource(held.base, reading.scheme, scheme)
        : { edit: schemeEdits(scheme, reading.scheme) }
    if ('refused' in merged) {
      setRefused(merged.refused)
      return
    }
    const { zh, en } = formulaPanelWords
    const issues = isNothing(merged.edit) ? [] : designer.edit({ zh: zh.edit, en: en.edit }, merged.edit)
    if (issues.length > 0) {
      setRefused(issues)
      return
    }
    if (how === 'merge') {
      settle(printSource(designer.getState().design?.scheme ?? scheme))
      return
    }
    const now = settle(held.text)
    setIsPartial(!isNothing(schemeEdits(now, reading.scheme)))
  }
  /** Without being asked only what is sound and nobody else has touched is written. */
  const writeIfSound = () => {
    if (latest.current.state === 'dirty' || latest.current.state === 'wrong') write()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text alone starts the clocks
  useEffect(() => {
    if (!isDirty) {
      setFaults([])
      return
    }
    const reads = setTimeout(() => {
      const reading = readSource(held.text)
      setFaults(reading.ok ? [] : reading.faults)
      if (held.base !== null) keepDraft(designId, { text: held.text, base: hashOf(held.base) })
    }, READ_AFTER_MS)
    const writes = setTimeout(writeIfSound, WRITE_AFTER_MS)
    return () => {
      clearTimeout(reads)
      clearTimeout(writes)
    }
  }, [held.text, isDirty])

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the view is left
  useEffect(
    () => () => {
      const { held, state } = latest.current
      writeIfSound()
      const isWritten = designer.getState().design?.scheme !== latest.current.scheme
      if (state !== 'clean' && !isWritten && held.base !== null) {
        keepDraft(designId, { text: held.text, base: hashOf(held.base) })
      }
    },
    [],
  )

  const issues = useDesigner((each) => (each.results.revision === each.revision ? each.results.issues : NONE))
  const known = useMemo(() => (isDirty ? [] : faultsIn(held.text, issues)), [isDirty, held.text, issues])
  return {
    text: held.text,
    state,
    isPartial,
    /** What keeps it from being written, or, of a clean text, what the engine says about the scheme. */
    faults: isDirty ? faults : known,
    refused,
    change: (text: string) => {
      setHeld((before) => ({ ...before, text }))
      setRefused([])
      setIsPartial(false)
    },
    write,
    writeIfSound,
    restore: () => settle(printSource(designer.getState().design?.scheme ?? scheme)),
  }
}

const NONE: readonly Issue[] = []

/** Text that could not be written last time comes first. */
function begin(scheme: Scheme, designId: string | null): Held {
  const clean = printSource(scheme)
  const draft = keptDraft(designId)
  if (draft === undefined || draft.text === clean) return { text: clean, clean, base: scheme }
  return { text: draft.text, clean, base: draft.base === hashOf(scheme) ? scheme : null }
}
