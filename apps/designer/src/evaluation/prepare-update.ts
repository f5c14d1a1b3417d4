import { check, renewCases, updateSides } from '@yardstick/engine'
import {
  type Choice,
  type Issue,
  indicatorById,
  type Language,
  type Scheme,
  type TemplateRef,
  templateBase,
  type UpdateRow,
  updateScheme,
} from '@yardstick/model'
import { sha256 } from './sha256.ts'
import { sentencesByThing, thingKey } from './side-texts.ts'

/** A newer version of the template that a scheme was adopted from, or other values of its parameters. */
export interface AskedUpdate {
  /** The scheme as it stands in the package it was adopted from, and in the newer one. */
  readonly base: Scheme
  readonly upstream: Scheme
  readonly template: TemplateRef
  readonly choices: readonly Choice[]
  readonly parameters?: Readonly<Record<string, string>> | undefined
  /** What the checks say of the scheme here: the same of the result is nothing new. */
  readonly known: readonly Issue[]
}

/** A thing that differs, worded; `theirs` is the template's side, `mine` the one here. */
export interface PreparedRow {
  readonly key: string
  readonly of: UpdateRow['of']
  readonly id: string
  readonly name: string
  readonly where: readonly string[]
  readonly changed: 'theirs' | 'mine' | 'both'
  /** In all that differs of it. */
  readonly isLocked: boolean
  /** Who locked it, or some of it. */
  readonly lockedBy: string | undefined
  readonly theirs: readonly string[]
  readonly mine: readonly string[]
  readonly fields: readonly PreparedField[]
}

export interface PreparedField {
  readonly field: string | null
  /** Empty for the thing as a whole. */
  readonly label: string
  readonly base: string
  readonly mine: string
  readonly theirs: string
  readonly taken: 'mine' | 'theirs'
  readonly isLocked: boolean
}

export interface PreparedUpdate {
  readonly scheme: Scheme
  readonly rows: readonly PreparedRow[]
  /** Values of parameters that no longer fit. */
  readonly parameters: readonly Issue[]
  readonly issues: readonly { readonly issue: Issue; readonly isNew: boolean }[]
}

/** What the scheme becomes by an update, with these choices, and what each thing says on both sides. */
export async function prepareUpdate(local: Scheme, asked: AskedUpdate, language: Language): Promise<PreparedUpdate> {
  const { base, upstream, template, choices, parameters } = asked
  const update = updateScheme(
    { base, local, upstream, template, choices, ...(parameters === undefined ? {} : { parameters }) },
    sha256,
  )
  const [was, next] = [asHere(base, local), asHere(upstream, local)]
  const [theirs, mine] = [sentencesByThing(was, next, language), sentencesByThing(was, local, language)]
  const names = [indicatorById(next), indicatorById(local), indicatorById(was)]
  const nameOf = (id: string) => names.find((each) => each.has(id))?.get(id)?.node.name
  const rows = update.rows.map((row): PreparedRow => {
    const { of, id, name, where, changed, isLocked, by = template.publisher } = row
    const key = thingKey(of, id)
    return {
      key,
      of,
      id,
      name,
      where,
      changed: changed === 'upstream' ? 'theirs' : changed === 'local' ? 'mine' : 'both',
      isLocked,
      lockedBy: isLocked || row.fields.some((each) => each.isLocked) ? by : undefined,
      theirs: theirs.get(key) ?? [],
      mine: mine.get(key) ?? [],
      fields: row.fields.map((each): PreparedField => {
        const { label, base, local: mine, upstream: theirs } = updateSides(row, each, language, nameOf)
        const taken = each.taken === 'upstream' ? 'theirs' : 'mine'
        return { field: each.field, label, base, mine, theirs, taken, isLocked: each.isLocked }
      }),
    }
  })
  const { scheme } = parameters === undefined ? update : await renewCases(local, update.scheme, sha256)
  return { scheme, rows, parameters: update.parameters, issues: await resultIssues(asked.known, scheme) }
}

/** Errors and warnings of a scheme: first those that were not known before. */
export async function resultIssues(before: readonly Issue[], after: Scheme): Promise<PreparedUpdate['issues']> {
  const known = new Set(before.map(issueKey))
  const issues = (await check(after, { sha256 })).filter(({ severity }) => severity !== 'hint')
  const marked = issues.map((issue) => ({ issue, isNew: !known.has(issueKey(issue)) }))
  return [...marked.filter(({ isNew }) => isNew), ...marked.filter(({ isNew }) => !isNew)]
}

const issueKey = ({ code, where, expected, found }: Issue) => JSON.stringify([code, where, expected, found])

function asHere(template: Scheme, local: Scheme): Scheme {
  const base = templateBase(template, local)
  return base.ok ? base.value : template
}
