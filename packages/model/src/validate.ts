import { compileSchema, type ErrorObject } from './ajv/compile.ts'
import { FORBIDDEN_KEYS, measureDocument } from './bounds.ts'
import { canonicalDocument } from './canonical.ts'
import type { Edit } from './edit/edit.ts'
import { type Issue, issue, type Result } from './issue.ts'
import { type Json, pointer, pointerTokens } from './json.ts'
import { migrate } from './migrate/migrate.ts'
import { type Declaration, declaration } from './schema/declaration.ts'
import { edit } from './schema/edit.ts'
import { type Evaluation, evaluation } from './schema/evaluation.ts'
import { type GroupFacts, groupFacts } from './schema/group-facts.ts'
import { type ReportTexts, reportTexts } from './schema/report-texts.ts'
import { type Scheme, scheme } from './schema/scheme.ts'
import { type ScoreSheet, scoreSheet } from './schema/score-sheet.ts'
import { type Mapping, mapping } from './schema/sharing.ts'
import { type Submission, submission } from './schema/submission.ts'
import {
  type Catalogue,
  catalogueDocument,
  type PublicKey,
  publicKey,
  type TemplatePackage,
  templatePackage,
} from './schema/template-package.ts'

/**
 * The gate every document passes once: bounded, migrated to the newest form, checked for shape, decimals brought to
 * canonical text. What comes out is typed and is never checked for shape again.
 */
export interface Documents {
  scheme: Scheme
  declaration: Declaration
  submission: Submission
  evaluation: Evaluation
  group: GroupFacts
  'score-sheet': ScoreSheet
  package: TemplatePackage
  'report-texts': ReportTexts
  mapping: Mapping
  key: PublicKey
  catalogue: Catalogue
}
export type DocumentKind = keyof Documents

/** The JSON Schema of each document, for editors, outsiders and the API. */
export const schemas: { readonly [K in DocumentKind]: object } = {
  scheme,
  declaration,
  submission,
  evaluation,
  group: groupFacts,
  'score-sheet': scoreSheet,
  package: templatePackage,
  'report-texts': reportTexts,
  mapping,
  key: publicKey,
  catalogue: catalogueDocument,
}

/** What the document says it is ("scheme" of "scheme/1"), or undefined. */
export function documentKind(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined
  const said = (document as { yardstick?: unknown }).yardstick
  return typeof said === 'string' ? said.split('/')[0] : undefined
}

/**
 * Unknown JSON → a document of this kind, in canonical decimals; what came in is not changed. All issues are reported,
 * in document order.
 */
export function validate<K extends DocumentKind>(kind: K, document: unknown): Result<Documents[K]> {
  const { issues, nodes } = measureDocument(document)
  if (issues.length > 0) return { ok: false, issues }
  const migrated = migrate(kind, document as Json)
  if (!migrated.ok) return migrated
  return checkShape<Documents[K]>(schemas[kind], migrated.value, nodes)
}

/** The same gate for an edit, which is no document and has no head: bounded, checked for shape, in canonical decimals. */
export function validateEdit(document: unknown): Result<Edit> {
  return validateAs<Edit>(edit, document)
}

/** The same gate for what is no document of its own, by a schema of the words of `primitives.ts`: requests of the API. */
export function validateAs<T>(schema: object, document: unknown): Result<T> {
  const { issues, nodes } = measureDocument(document)
  return issues.length > 0 ? { ok: false, issues } : checkShape<T>(schema, document as Json, nodes)
}

function checkShape<T>(schema: object, document: Json, nodes: number): Result<T> {
  // Of a very large document only the first error is looked for: a million of them would not fit into memory.
  const check = compileSchema(schema, nodes > ALL_ERRORS_UP_TO ? 'first' : 'all')
  if (!check(document)) return { ok: false, issues: wordShape(check.errors ?? [], document) }
  return { ok: true, value: canonicalDocument(schema, document) as T }
}

const ALL_ERRORS_UP_TO = 100_000

const MAX_SHAPE_ISSUES = 200

/** Ajv's errors as issues: one for each place, without the echoes of `if`, `oneOf` and `propertyNames`. */
function wordShape(errors: readonly ErrorObject[], document: Json): Issue[] {
  const seen = new Set<string>()
  const issues: Issue[] = []
  // A value of the wrong type is told so once, not also that it is none of the choices or has the wrong form.
  const wrongType = new Set(errors.filter((error) => error.keyword === 'type').map((error) => error.instancePath))
  for (const error of errors) {
    if (error.keyword !== 'type' && wrongType.has(error.instancePath)) continue
    const worded = shapeIssue(error, document)
    if (worded === undefined) continue
    const key = `${worded.code} ${worded.pointer} ${JSON.stringify(worded.expected)}`
    if (seen.has(key)) continue
    seen.add(key)
    issues.push(worded)
    if (issues.length === MAX_SHAPE_ISSUES) break
  }
  return issues
}

function shapeIssue(error: ErrorObject, document: Json): Issue | undefined {
  const at = { pointer: error.instancePath, where: namesAlong(document, error.instancePath) }
  const found = brief(error.data)
  switch (error.keyword) {
    case 'if':
    case 'oneOf':
    case 'anyOf':
    case 'propertyNames':
      return undefined
    case 'required': {
      const expected = (error.params as { missingProperty: string }).missingProperty
      return issue('SHAPE_REQUIRED', { ...at, expected })
    }
    case 'additionalProperties': {
      const key = (error.params as { additionalProperty: string }).additionalProperty
      const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {})
      return issue('SHAPE_UNKNOWN_KEY', {
        ...at,
        pointer: `${at.pointer}${pointer(key)}`,
        expected: nearest(key, known) ?? null,
        found: key,
      })
    }
    case 'type':
      return issue('SHAPE_TYPE', { ...at, expected: (error.params as { type: string | string[] }).type, found })
    case 'enum':
      return issue('SHAPE_CHOICE', {
        ...at,
        expected: (error.params as { allowedValues: Json[] }).allowedValues,
        found,
      })
    case 'const': {
      const expected = (error.params as { allowedValue: Json }).allowedValue
      const isKind = error.instancePath === '/yardstick'
      return issue(isKind ? 'DOCUMENT_KIND' : 'SHAPE_CHOICE', {
        ...at,
        expected: isKind ? expected : [expected],
        found,
      })
    }
    case 'discriminator': {
      const tag = (error.params as { tag?: string }).tag ?? ''
      const variants = (
        error.parentSchema as { oneOf?: { properties?: Record<string, { const?: Json }> }[] } | undefined
      )?.oneOf
      const expected = (variants ?? []).flatMap((each) => each.properties?.[tag]?.const ?? [])
      const said = (error.data as Record<string, Json> | null)?.[tag]
      // A tag that is not there is told as required.
      if (said === undefined) return undefined
      return issue('SHAPE_CHOICE', { ...at, pointer: `${at.pointer}${pointer(tag)}`, expected, found: brief(said) })
    }
    case 'pattern':
      return issue('SHAPE_FORMAT', { ...at, expected: patternInWords(error), found })
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minimum':
    case 'maximum':
    case 'minProperties':
    case 'maxProperties': {
      const { comparison, limit } = error.params as { comparison?: string; limit: number }
      const size =
        typeof error.data === 'number'
          ? error.data
          : Array.isArray(error.data)
            ? error.data.length
            : String(error.data ?? '').length
      return issue('SHAPE_SIZE', {
        ...at,
        expected: `${comparison ?? (error.keyword.startsWith('min') ? '>=' : '<=')} ${limit}`,
        found: size,
      })
    }
    default:
      // No schema of ours uses another keyword; a test holds them to those above.
      return issue('SHAPE_FORMAT', { ...at, expected: { zh: `合乎 ${error.keyword}`, en: error.keyword }, found })
  }
}

/** The names of the nodes on the way to a place, for a reader who does not count indexes. */
export function namesAlong(document: Json, path: string): string[] {
  const names: string[] = []
  let node: Json | undefined = document
  for (const token of pointerTokens(path)) {
    if (node === null || typeof node !== 'object') break
    node = (node as { readonly [key: string]: Json })[token]
    if (node !== null && typeof node === 'object' && !Array.isArray(node)) {
      const named = node as { readonly name?: Json; readonly id?: Json; readonly text?: Json }
      const name = named.name ?? named.text ?? named.id
      if (typeof name === 'string') names.push(name)
    }
  }
  return names
}

function patternInWords(error: ErrorObject): Json {
  const schema = error.parentSchema as { 'x-decimal'?: true; pattern: string } | undefined
  if (schema?.['x-decimal']) {
    const sign = schema.pattern.includes('-?')
      ? { zh: '', en: '' }
      : schema.pattern.includes('[1-9]')
        ? { zh: '大于 0 的', en: ' above 0' }
        : { zh: '不小于 0 的', en: ' of at least 0' }
    return schema.pattern.includes('%')
      ? {
          zh: `${sign.zh}十进制数或百分数的文本，如 "7.5" 或 "95%"`,
          en: `decimal or percent text${sign.en} such as "7.5" or "95%"`,
        }
      : { zh: `${sign.zh}十进制数的文本，如 "7.5"`, en: `decimal text${sign.en} such as "7.5"` }
  }
  if (schema?.pattern.startsWith('^\\d{4}-')) return { zh: '日期 YYYY-MM-DD', en: 'a date YYYY-MM-DD' }
  if (schema?.pattern.includes('__proto__') && FORBIDDEN_KEYS.has(String(error.data))) {
    return { zh: '不是程序保留的词', en: 'a word that programs do not keep for themselves' }
  }
  if (schema?.pattern.includes('[\\p{L}')) {
    return {
      zh: '以字母或数字开头，只含字母（含汉字）、数字和 . - _',
      en: 'letters of any script, digits and . - _, beginning with a letter or digit',
    }
  }
  const [, fewest, most] = /^\^\\d\{(\d+),(\d+)\}\$$/.exec(schema?.pattern ?? '') ?? []
  if (fewest !== undefined) return { zh: `${fewest} 至 ${most} 位数字`, en: `${fewest} to ${most} digits` }
  const [, signs = '', from, to] = /^\^\[(0-9a-z-|0-9a-f)\]\{(\d+)(?:,(\d+))?\}\$$/.exec(schema?.pattern ?? '') ?? []
  if (from !== undefined) {
    const [zh, en] =
      signs === '0-9a-f'
        ? ['数字或字母 a 至 f', 'digits or letters a to f']
        : ['小写字母、数字或“-”', 'small letters, digits or "-"']
    return {
      zh: `${from}${to === undefined ? '' : ` 至 ${to}`} 个${zh}`,
      en: `${from}${to === undefined ? '' : ` to ${to}`} ${en}`,
    }
  }
  if (schema?.pattern.startsWith('^[^') && schema.pattern.endsWith(']+$')) return withoutInWords(schema.pattern)
  return { zh: `符合 ${schema?.pattern ?? ''}`, en: `text matching ${schema?.pattern ?? ''}` }
}

function brief(value: unknown): Json {
  if (value === undefined) return null
  const text = JSON.stringify(value)
  return text.length <= 120 ? (value as Json) : `${text.slice(0, 117)}…`
}

/** The known word within two changed letters, for "did you mean". */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.min(3, Math.max(2, Math.floor(word.length / 2) + 1))
  for (const each of known) {
    const distance = editDistance(word, each, bestDistance)
    if (distance < bestDistance) {
      best = each
      bestDistance = distance
    }
  }
  return best
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}

/** A text in which some characters may not stand. */
function withoutInWords(pattern: string): Json {
  const signs = ['/', ':'].filter((sign) => pattern.includes(sign))
  const [zh, en] = pattern.includes('\\s') ? ['空格、换行', 'blanks'] : ['换行', 'line breaks']
  return {
    zh: `不含${[zh, ...signs.map((sign) => `“${sign}”`)].join('、')}和控制字符的文字`,
    en: `text without ${[en, ...signs.map((sign) => `"${sign}"`)].join(', ')} and control characters`,
  }
}
