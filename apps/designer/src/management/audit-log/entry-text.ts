import type { Language } from '@yardstick/model'
import { signWords } from '../../parts/sign-words.ts'
import { auditWords } from './words.ts'

/** One line of the log, as the server gives it. */
export interface Entry {
  readonly number: number
  readonly at: string
  readonly who: string
  readonly title?: string
  readonly action: string
  readonly target: string
  readonly detail: unknown
  readonly hash: string
}

/** "campaign.stage" in words; an action without any stands as it is. */
export function actionText(action: string, language: Language): string {
  return auditWords[language].actions[action] ?? action
}

/** "department 0193…" by its name where the entry says it, else by the end of its id: the beginnings are alike. */
export function targetText({ action, target, who, title, detail }: Entry, language: Language): string {
  const [kind = '', id = ''] = target.split(' ')
  // A save point has a name of its own.
  const name = who === id ? title : action === 'scheme.save-point' ? undefined : nameIn(detail)
  const told = name ?? (id.length > ID_SHOWN ? `…${id.slice(-ID_SHOWN)}` : id)
  return [auditWords[language].targets[kind] ?? kind, told].filter((each) => each !== '').join(' ')
}

const ID_SHOWN = 8

/** What an entry says of itself in words, as far as there are any; the whole stands behind it. '' where there are none. */
export function detailText(detail: unknown, language: Language): string {
  const { fields, values, changed } = auditWords[language]
  const { list, semicolon } = signWords[language]
  if (!isRecord(detail)) return ''
  const { before, after, ...rest } = detail
  const said = Object.entries(rest).flatMap(([key, value]) => {
    const field = fields[key]
    const isPlain = typeof value === 'string' || typeof value === 'number'
    return field === undefined || !isPlain || value === '' ? [] : [`${field} ${values[value] ?? value}`]
  })
  if (!isRecord(before) || !isRecord(after)) return said.join(semicolon)
  const isOther = (key: string) => JSON.stringify(before[key]) !== JSON.stringify(after[key])
  const names = Object.keys(after).flatMap((key) => (isOther(key) && fields[key] !== undefined ? [fields[key]] : []))
  return [...said, ...(names.length === 0 ? [] : [changed(names.join(list))])].join(semicolon)
}

function nameIn(detail: unknown): string | undefined {
  if (!isRecord(detail)) return undefined
  const { name, title, after } = detail
  if (typeof title === 'string') return title
  return typeof name === 'string' ? name : nameIn(after)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
