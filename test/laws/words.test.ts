import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printMethodBrief, printStandard } from '@yardstick/wording'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { standardRows } from '../../packages/wording/src/standard/standard.rows.testing.ts'

/**
 * What the bureau reads looks like Chinese, what an English reader reads looks like English: signs of one language do not
 * stand in sentences of the other. Words tables are walked as they are, their functions called with a name; every other
 * pair of `zh` and `en` in the sources is read as text. Names that are handed in are not looked at: the harmless name is
 * Chinese in Chinese and Latin in English, so that it never breaks a law itself.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const designer = join(root, 'apps/designer/src')
/** Not `wording`, whose tables hold what anybody writes: it is judged by what it prints. */
const sources = ['packages/model', 'packages/formula', 'packages/engine', 'packages/exchange']
  .flatMap((room) => [...filesUnder(join(root, room, 'src'))])
  .concat([...filesUnder(designer)])
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|testing)\.tsx?$/.test(path))

type Language = 'zh' | 'en'
interface Text {
  readonly at: string
  readonly text: string
}

const NAME = { zh: '甲', en: 'X' } as const
const HAN = '[\\u3400-\\u9fff]'
/** Signs and letters that are Chinese wherever they stand. */
const NOT_ENGLISH = /[\u3000-\u303f\uff00-\uffef‘’“”\u3400-\u9fff]|……/
const FULL_WIDTH = /[\u3000-\u303f\uff00-\uffef“”]/
/** Half-width signs that touch a Chinese character: as its sign, not as a part of a code, a number or a formula. */
const NOT_CHINESE = new RegExp(`${HAN} ?[,;:?!()]|[,;:?!()] ?${HAN}|${HAN}"|"${HAN}|${HAN}\\.( |$)|\\.\\.\\.`)
/** A text inside a formula keeps its straight quotes. */
const IN_FORMULA = /= "[^"]*"/g

/** Nouns agree with the number before them; the verbs after `row 1` do not. */
const ONE_OF_MANY =
  /(?<![-\d.] ?)\b1 (?!(?:is|as|has|was|says|holds|skips|gets|scores|gives|lifts|belongs|bonus)\b)[a-z]+s\b/
/** A language is called by its own name, and so is money; ids of elements have brackets of their own. */
const OWN_NAMES = /中文|[十百千万亿]*元|〔[^〕]*〕/g

const isWrong = {
  zh: ({ text }: Text) => NOT_CHINESE.test(text.replace(IN_FORMULA, '')),
  en: ({ text }: Text) => NOT_ENGLISH.test(text.replace(OWN_NAMES, '')) || ONE_OF_MANY.test(text),
}

// The tables, as they speak

const tables = await Promise.all(
  sources
    .filter((path) => path.startsWith(designer) && /(^|[/-])words\.ts$/.test(path))
    .map(async (path) => ({ path, exported: (await import(path)) as Readonly<Record<string, unknown>> })),
)

it.each<Language>(['zh', 'en'])(
  '[W1] every words table of the designer has only signs of its language: %s',
  (language) => {
    const texts = tables.flatMap(({ path, exported }) =>
      Object.entries(exported).flatMap(([name, table]) =>
        isRecord(table) && 'zh' in table && 'en' in table
          ? [...spoken(table[language], `${relative(designer, path)} ${name}`, language)]
          : [],
      ),
    )
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.filter(isWrong[language])).toEqual([])
  },
)

/** All texts under a value; a function is called with names, with numbers and with nothing, and must say something. */
function* spoken(value: unknown, at: string, language: Language): Generator<Text> {
  if (typeof value === 'string') yield { at, text: value }
  else if (typeof value === 'function') {
    const said = new Map<string, Text>()
    for (const argument of [name(language), 0, 1, 2, -1, true, undefined]) {
      try {
        const result: unknown = value(...Array.from({ length: Math.max(value.length, 1) }, () => argument))
        for (const each of spoken(result, at, language)) said.set(each.text, each)
      } catch {
        // It wants another kind of argument.
      }
    }
    if (said.size === 0) throw new Error(`${at} says nothing to a name, a number or nothing`)
    yield* said.values()
  } else if (Array.isArray(value)) for (const each of value) yield* spoken(each, at, language)
  else if (isRecord(value))
    for (const [key, each] of Object.entries(value)) yield* spoken(each, `${at}.${key}`, language)
}

/** A text that also does for a list of texts and for a record of them. */
function name(language: Language): unknown {
  const self: object = new Proxy(new String(NAME[language]), {
    get: (text, key) => {
      if (key === 'slice') return () => self
      if (key === 'map') return (say: (each: unknown) => unknown) => [say(self)]
      if (key === 'join') return (comma: string) => `${text}${comma}${text}`
      const own: unknown = Reflect.get(text, key)
      if (typeof own === 'function') return own.bind(text)
      return own ?? (typeof key === 'string' ? self : undefined)
    },
  })
  return self
}

// The sources, as they are written

it.each<Language>(['zh', 'en'])('[W2] every pair of zh and en in the sources keeps to its signs: %s', (language) => {
  const texts = sources.flatMap((path) =>
    [...literals(path)].filter((each) => each.language === language).map(({ at, text }) => ({ at, text })),
  )
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter(isWrong[language])).toEqual([])
})

it('[W3] what is put together outside the tables takes its signs from them', () => {
  const loose = sources.flatMap((path) =>
    path.startsWith(designer)
      ? [...literals(path)].filter(
          ({ language, text, isJoined }) =>
            language === undefined &&
            (isJoined ? FULL_WIDTH.test(text) : path.endsWith('.tsx') && NOT_ENGLISH.test(text)),
        )
      : [],
  )
  expect(loose.map(({ at, text }) => ({ at, text }))).toEqual([])
})

it.each<Language>(['zh', 'en'])(
  '[W4] every printed sentence of a rule has only signs of its language: %s',
  (language) => {
    const texts = standardRows.flatMap(({ title, scoring, context }) => {
      const names = [...namesIn(scoring), ...namesIn(context)].sort((a, b) => b.length - a.length)
      const printed = [printStandard(scoring, context, language), printMethodBrief(scoring, language, context)]
      return printed.map((text) => ({
        at: title,
        text: names.reduce((rest, each) => rest.replaceAll(each, NAME[language]), text),
      }))
    })
    expect(texts.filter(isWrong[language])).toEqual([])
  },
)

it('[W5] templates name no file of ours, and speak one language in one text', () => {
  const texts = [...filesUnder(join(root, 'rules'))]
    .filter((path) => path.endsWith('.json') && !path.endsWith('expected.json'))
    .flatMap((path) =>
      [...textsIn(JSON.parse(readFileSync(path, 'utf8')))].map((text) => ({ at: relative(root, path), text })),
    )
  expect(texts.length).toBeGreaterThan(1000)
  const sentence = new RegExp(`${HAN}.*\\b[a-z]{2,} [a-z]{2,}\\b`)
  expect(texts.filter(({ text }) => /\.(json|md)\b/.test(text) || sentence.test(text))).toEqual([])
})

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (isRecord(value)) for (const each of Object.values(value)) yield* textsIn(each)
}

/** What the author of a rule wrote: names, units, texts of elements. */
function* namesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield* [value, ...(value.match(/\p{Script=Han}+/gu) ?? [])].filter(isForeign)
  else if (isRecord(value)) for (const each of Object.values(value)) yield* namesIn(each)
}

interface Literal extends Text {
  /** The language whose side of a pair it stands on; undefined outside of pairs. */
  readonly language: Language | undefined
  /** It has places where other texts go. */
  readonly isJoined: boolean
}

/** Every text in a file, with the name in its places. */
function* literals(path: string): Generator<Literal> {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  function* visit(node: ts.Node, language: Language | undefined): Generator<Literal> {
    const here = sideOf(node) ?? language
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    const at = `${relative(root, path)}:${line}`
    if (ts.isImportDeclaration(node) || isAsked(node)) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node))
      yield { at, text: node.text, language: here, isJoined: false }
    if (ts.isTemplateExpression(node)) {
      const place = NAME[here ?? 'en']
      const text = node.templateSpans.reduce((text, span) => text + place + span.literal.text, node.head.text)
      yield { at, text, language: here, isJoined: true }
    }
    for (const child of node.getChildren()) yield* visit(child, here)
  }
  yield* visit(file, undefined)
}

/** `zh: …`, `const zh = …`, an argument of `words(zh, en)`, a branch of `language === 'zh' ? … : …`. */
function sideOf(node: ts.Node): Language | undefined {
  const { parent } = node
  if ((ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) && ts.isIdentifier(node.name))
    return languageNamed(node.name.text)
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) return languageNamed(node.name.text)
  if (parent === undefined) return undefined
  if (ts.isCallExpression(parent) && parent.expression.getText() === 'words')
    return (['zh', 'en'] as const)[parent.arguments.indexOf(node as ts.Expression)]
  if (ts.isConditionalExpression(parent) && /=== 'zh'/.test(parent.condition.getText()))
    return node === parent.whenTrue ? 'zh' : node === parent.whenFalse ? 'en' : undefined
  return undefined
}

/** A text that others are compared with, never shown: `=== '全国'`, `.endsWith('元')`. */
function isAsked({ parent }: ts.Node): boolean {
  if (parent === undefined) return false
  if (ts.isBinaryExpression(parent)) return /^[!=]==$/.test(parent.operatorToken.getText())
  return ts.isCallExpression(parent) && /\.(endsWith|startsWith|includes)$/.test(parent.expression.getText())
}

/** zh, zhNumber, ZH_SCALE, asZh, typesEn */
function languageNamed(word: string): Language | undefined {
  if (/^(zh|ZH_.*|zh[A-Z].*|.*Zh|.*_ZH)$/.test(word)) return 'zh'
  return /^(en|EN_.*|en[A-Z].*|.*En|.*_EN)$/.test(word) ? 'en' : undefined
}

function isForeign(text: string): boolean {
  return NOT_ENGLISH.test(text)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else yield path
  }
}
