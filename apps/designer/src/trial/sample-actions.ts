import type { Entry, Submission } from '@yardstick/model'
import { announce } from '../parts/announce.ts'
import type { Label } from '../store/label.ts'
import { designer } from '../store/use-designer.ts'
import {
  caseOfSubmission,
  casesOf,
  changeCase,
  type EntryPlace,
  freeName,
  insertCases,
  newCase,
  removeCases,
  type Sample,
  withEntry,
} from './sample-edits.ts'
import { chosenSample } from './use-sample.ts'
import { trialWords } from './words.ts'

/** What the buttons of samples do; each change is one undo step. */
type LabelKey = keyof typeof trialWords.zh.labels

export function labelOf(key: LabelKey): Label {
  return { zh: trialWords.zh.labels[key], en: trialWords.en.labels[key] }
}

export function chooseSample(index: number | null): void {
  designer.setView(({ pinned }) => ({ sample: index, scratch: null, pinned: pinned === index ? null : pinned }))
}

export function pinSample(index: number | null): void {
  designer.setView({ pinned: index })
}

/** Another value tried on the sample, which stays as it is. */
export function tryEntry(place: EntryPlace, entry: Entry | undefined): void {
  const { sample, submission } = chosenSample(designer.getState())
  if (sample === undefined || submission === undefined) return
  designer.setView({ scratch: { of: sample, submission: withEntry(submission, place, entry) } })
}

export function dropTried(): void {
  designer.setView({ scratch: null })
}

/** What was tried becomes the sample's. */
export function keepTried(): void {
  const { index, submission, isTried } = chosenSample(designer.getState())
  if (!isTried || index === null || submission === undefined) return
  const { scheme } = designer.getState().design!
  designer.setView({ scratch: null })
  designer.edit(
    labelOf('keepTried'),
    changeCase(scheme, index, (each) => ({ ...each, submission })),
  )
}

/** What was tried becomes a sample of its own. */
export function keepTriedAsNew(suffix: string): void {
  const { sample, submission, isTried } = chosenSample(designer.getState())
  if (!isTried || sample === undefined || submission === undefined) return
  designer.setView({ scratch: null })
  addSample({ name: sample.name + suffix, submission })
}

/** A sample behind the others, chosen at once. */
export function addSample({ name, submission }: { name: string; submission?: Sample }): void {
  const { scheme } = designer.getState().design!
  const cases = casesOf(scheme)
  const own = freeName(name, cases)
  const added = submission === undefined ? newCase(own, scheme) : { name: own, submission, expected: {} }
  designer.edit(labelOf('add'), insertCases(scheme, cases.length, [added]))
  chooseSample(cases.length)
  announce(own)
}

export function addSubmissions(submissions: readonly Submission[]): void {
  const { scheme } = designer.getState().design!
  let cases = casesOf(scheme)
  const from = cases.length
  for (const each of submissions) cases = [...cases, caseOfSubmission(each, cases)]
  designer.edit(labelOf('import'), { type: 'set-cases', cases: [...cases] })
  if (cases.length > from) chooseSample(from)
}

export function duplicateSample(index: number): void {
  const { scheme } = designer.getState().design!
  const cases = casesOf(scheme)
  const from = cases[index]
  if (from === undefined) return
  designer.edit(
    labelOf('duplicate'),
    insertCases(scheme, index + 1, [{ ...from, name: freeName(from.name, cases), expected: {} }]),
  )
  chooseSample(index + 1)
}

export function deleteSamples(indexes: readonly number[]): void {
  const { design, view } = designer.getState()
  const count = casesOf(design!.scheme).length - indexes.length
  designer.edit(labelOf('remove'), removeCases(design!.scheme, indexes))
  const moved = (at: number | null) =>
    at === null || indexes.includes(at) ? null : at - indexes.filter((each) => each < at).length
  designer.setView({
    sample: moved(view.sample) ?? (count > 0 ? Math.min(view.sample ?? 0, count - 1) : null),
    pinned: moved(view.pinned),
    scratch: null,
  })
}

/** Selects an indicator everywhere, and with it its explanation; none is the total. */
export function selectIndicator(id: string | null): void {
  designer.setView(({ selection }) => ({ selection: { ...selection, active: id, ids: id === null ? [] : [id] } }))
}
