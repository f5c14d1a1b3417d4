import type { Language } from '@yardstick/model'
import { type Caret, caretAt } from './caret.ts'
import { type FunctionName, functionEntry, functionNames, parameterAt, signatureOf } from './functions.ts'
import { foldCase, writeName } from './name.ts'
import { fieldInfo, type NameInfo, type Scope } from './scope.ts'
import { endsOperand } from './token.ts'

/**
 * What an editor offers while a formula is typed: names by their beginning, by any part, by their label and by pinyin
 * initials; fields where a record or list is meant; choices inside a text that is compared with a choice; functions in
 * both languages; 且 and 或 after a value.
 */
export interface Completion {
  readonly kind: 'name' | 'field' | 'function' | 'choice' | 'word'
  /** What the list shows. */
  readonly label: string
  /** Replaces the text from `from` to `to`; the caret then stands `caret` characters into it. */
  readonly insert: string
  readonly caret: number
  readonly from: number
  readonly to: number
  /** Type and unit of a name, signature of a function. */
  readonly detail: string
  /** One line: the label of a name, what a function does. */
  readonly help: string
}

/**
 * Best matches first, then in the scope's order. Never throws on half a formula.
 *
 * initials   pinyin initials of a name in lower case (sjzc for 实际支出), where the app has a table of them
 */
export function completions(
  text: string,
  offset: number,
  scope: Scope,
  language: Language,
  initials: (name: string) => string = () => '',
): Completion[] {
  const caret = caretAt(text, offset)
  const place = { text, offset, caret, scope, language }
  const candidates = caret.isText ? choicesAt(place) : isAfterPoint(caret) ? fieldsAt(place) : wordsAt(place)
  return candidates
    .map((candidate) => ({ candidate, rank: rankOf(candidate.keys, caret.word, initials) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ candidate }) => candidate.completion)
}

export interface SignatureHelp {
  readonly function: FunctionName
  /** 如果（条件，成立时，否则） */
  readonly label: string
  readonly parameters: readonly string[]
  /** Which parameter the caret is in. */
  readonly active: number
  readonly help: string
}

/** The innermost function whose brackets the caret is in. */
export function signatureAt(text: string, offset: number, language: Language): SignatureHelp | undefined {
  const call = caretAt(text, offset).calls.at(-1)
  if (call === undefined) return undefined
  const entry = functionEntry(call.function)
  return {
    function: call.function,
    label: signatureOf(call.function, language),
    parameters: entry.parameters.map((each) => each[language]),
    active: entry.repeats ? Math.min(call.argument, entry.parameters.length - 1) : call.argument,
    help: entry.help[language],
  }
}

interface Place {
  readonly text: string
  readonly offset: number
  readonly caret: Caret
  readonly scope: Scope
  readonly language: Language
}

interface Candidate {
  /** What the typed word is compared with. */
  readonly keys: readonly string[]
  readonly completion: Completion
}

function wordsAt(place: Place): Candidate[] {
  const { caret, scope, language } = place
  if (endsOperand(caret.before.at(-1))) {
    return caret.isBracketed ? [] : JOINTS[language].map((word) => candidate(place, 'word', word, `${word} `, '', ''))
  }
  const call = caret.calls.at(-1)
  const parameter = call && parameterAt(functionEntry(call.function), call.argument)
  const wantsList = parameter?.takes === 'list'
  const names = [...scope.all()].filter((each) => !wantsList || each.type === 'list')
  const fields = caret.calls.flatMap((each) => recordFields(each, scope))
  const all = [...fields.map((each) => named(place, 'field', each)), ...names.map((each) => named(place, 'name', each))]
  if (wantsList || caret.isBracketed) return all
  return [...all, ...functionNames().map((name) => called(place, name))]
}

function recordFields(call: Caret['calls'][number], scope: Scope): NameInfo[] {
  const isOverRecords = call.function === 'COUNTIF' || call.function === 'SUMIF'
  if (!isOverRecords || call.argument === 0 || call.first === undefined) return []
  return (scope.find(call.first)?.fields ?? []).map(fieldInfo)
}

function isAfterPoint(caret: Caret): boolean {
  const last = caret.before.at(-1)
  return last?.kind === 'sign' && last.sign === '.'
}

function fieldsAt(place: Place): Candidate[] {
  const list = place.caret.before.at(-2)
  const fields = list?.kind === 'name' ? place.scope.find(list.name)?.fields : undefined
  return (fields ?? []).map((each) => named(place, 'field', fieldInfo(each)))
}

/** 等级 = "… : the choices of what the text is compared with. */
function choicesAt(place: Place): Candidate[] {
  const [subject, sign] = place.caret.before.slice(-2)
  if (subject?.kind !== 'name' || sign?.kind !== 'sign' || (sign.sign !== '=' && sign.sign !== '<>')) return []
  const field = place.caret.calls
    .flatMap((each) => recordFields(each, place.scope))
    .find((each) => each.name === subject.name)
  const choices = (field ?? place.scope.find(subject.name))?.choices ?? []
  return choices.map((each) => candidate(place, 'choice', each, `"${each.replaceAll('"', '""')}"`, '', ''))
}

function named(place: Place, kind: 'name' | 'field', info: NameInfo): Candidate {
  const word = TYPES[info.type][place.language]
  const detail = info.unit === undefined ? word : `${word} · ${info.unit}`
  const written = writeName(info.name)
  const insert = place.caret.isBracketed && written === info.name ? `[${info.name}]` : written
  return candidate(place, kind, info.name, insert, detail, info.label ?? '')
}

function called(place: Place, name: FunctionName): Candidate {
  const { language, text, offset } = place
  const entry = functionEntry(name)
  const word = language === 'zh' ? entry.zh : name
  const isCalled = /^[(（]/.test(text.slice(offset))
  const insert = isCalled ? word : language === 'zh' ? `${word}（）` : `${word}()`
  const made = candidate(place, 'function', word, insert, signatureOf(name, language), entry.help[language])
  return { keys: [word, name, entry.zh], completion: { ...made.completion, caret: word.length + 1 } }
}

function candidate(
  { caret, text, offset }: Place,
  kind: Completion['kind'],
  label: string,
  insert: string,
  detail: string,
  help: string,
): Candidate {
  // What the author or the editor has already closed is replaced with the word.
  const closing = caret.isText ? /^["＂]/ : caret.isBracketed ? /^[\]】]/ : undefined
  const to = closing?.test(text.slice(offset)) ? offset + 1 : offset
  const completion = { kind, label, insert, caret: insert.length, from: caret.from, to, detail, help }
  return { keys: help === '' || kind !== 'name' ? [label] : [label, help], completion }
}

/** Lower is better: beginning, beginning of the initials, any part, any part of the initials. */
function rankOf(keys: readonly string[], word: string, initials: (name: string) => string): number | undefined {
  if (word === '') return 0
  const typed = foldCase(word)
  const ranks = keys.flatMap((key) => {
    const [name, letters] = [foldCase(key), foldCase(initials(key))]
    if (name.startsWith(typed)) return [0]
    if (letters.startsWith(typed)) return [1]
    if (name.includes(typed)) return [2]
    return letters.includes(typed) ? [3] : []
  })
  return ranks.length === 0 ? undefined : Math.min(...ranks)
}

const JOINTS = { zh: ['且', '或'], en: ['AND', 'OR'] } as const

const TYPES: Readonly<Record<NameInfo['type'], { zh: string; en: string }>> = {
  number: { zh: '数值', en: 'number' },
  money: { zh: '金额', en: 'money' },
  rate: { zh: '比率', en: 'rate' },
  count: { zh: '计数', en: 'count' },
  date: { zh: '日期', en: 'date' },
  text: { zh: '文字', en: 'text' },
  choice: { zh: '选项', en: 'choice' },
  boolean: { zh: '是否', en: 'yes or no' },
  list: { zh: '清单', en: 'list' },
}
