import type { Choice, Issue, Scheme, TemplateRef } from '@yardstick/model'
import { useEffect, useMemo, useState } from 'react'
import { engineOf } from '../../evaluation/engine.ts'
import type { PreparedUpdate } from '../../evaluation/prepare-update.ts'
import { useLanguage } from '../../parts/words.ts'
import type { Template } from '../../server/templates.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import type { Side, SideField, SideResult, SideRow } from '../side-by-side/rows.ts'
import { schemeIn, useTemplates } from './use-templates.ts'

export type UpdateState =
  | { readonly state: 'reading' }
  | { readonly state: 'preparing' }
  | { readonly state: 'refused'; readonly issues: readonly Issue[] }
  | ReadyUpdate

interface ReadyUpdate {
  readonly state: 'ready'
  readonly rows: readonly SideRow[]
  /** Null while the newest choices are worked out. */
  readonly result: SideResult | null
  /** Values of parameters that no longer fit. */
  readonly parameters: readonly Issue[]
  /** What was chosen for a row; null by default, undefined where its fields differ. */
  chosen(row: SideRow): Side | null | undefined
  choose(row: SideRow, side: Side | null): void
  chooseField(row: SideRow, field: SideField, side: Side): void
}

/** By thing and field; a row is chosen field by field, so that both ways of choosing are one. */
type Choices = ReadonlyMap<string, Choice>

/** The update to a version of the template, with the choices made so far; nothing of it is kept. */
export function useUpdate(hash: string): UpdateState {
  const language = useLanguage()
  const local = useDesigner((state) => state.design!.scheme)
  const { templates, refused } = useTemplates(local.lineage?.template.hash, hash)
  const asked = useMemo(() => (templates === null ? undefined : askedFor(templates, local)), [templates, local])
  const [choices, setChoices] = useState<Choices>(NOTHING_CHOSEN)
  const [prepared, setPrepared] = useState<{ readonly of: Choices; readonly update: PreparedUpdate }>()
  useEffect(() => {
    if (asked === undefined) return
    let isWanted = true
    const ask = async () => {
      const known = designer.getState().results.issues
      const update = await engineOf().prepareUpdate(
        local,
        { ...asked, choices: [...choices.values()], known },
        language,
      )
      if (isWanted) setPrepared({ of: choices, update })
    }
    // Choosing goes fast; what is overtaken is not worked out.
    const timer = setTimeout(() => void ask(), choices === NOTHING_CHOSEN ? 0 : PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [asked, local, choices, language])
  const rows = useMemo(
    () => prepared?.update.rows.map((row) => withChoices(row, choices)) ?? [],
    [prepared?.update, choices],
  )
  if (refused !== null) return { state: 'refused', issues: refused }
  if (templates === null) return { state: 'reading' }
  if (prepared === undefined) return { state: 'preparing' }
  const put = (row: SideRow, fields: readonly SideField[], side: Side | null) => {
    const next = new Map(choices)
    for (const { field } of fields) {
      const key = keyOf(row, field)
      if (side === null) next.delete(key)
      else next.set(key, { of: row.of, id: row.id, field, take: side === 'theirs' ? 'upstream' : 'local' })
    }
    setChoices(next)
  }
  return {
    state: 'ready',
    rows,
    result: prepared.of === choices ? prepared.update : null,
    parameters: prepared.update.parameters,
    chosen: (row) => chosenOf(row, choices),
    choose: (row, side) => put(row, row.fields, side),
    chooseField: (row, field, side) => put(row, [field], side),
  }
}

const PAUSE_MS = 150
const NOTHING_CHOSEN: Choices = new Map()

const keyOf = (row: SideRow, field: string | null) => `${row.key} ${field ?? ''}`

function askedFor([from, to]: readonly Template[], local: Scheme) {
  const ref = local.lineage?.template
  if (from === undefined || to === undefined || ref === undefined) return undefined
  const [base, upstream] = [schemeIn(from, ref.scheme), schemeIn(to, ref.scheme)]
  if (base === undefined || upstream === undefined) return undefined
  const template: TemplateRef = {
    id: to.id,
    version: to.version,
    hash: to.hash,
    publisher: to.publisher,
    scheme: ref.scheme,
  }
  return { base, upstream, template }
}

/** At once as it was chosen, before the worker has said so. */
function withChoices(row: SideRow, choices: Choices): SideRow {
  if (choices.size === 0 || row.isLocked) return row
  const fields = row.fields.map((field) => {
    const choice = choices.get(keyOf(row, field.field))
    const taken: Side | undefined = choice && (choice.take === 'upstream' ? 'theirs' : 'mine')
    return taken === undefined || field.isLocked || taken === field.taken ? field : { ...field, taken }
  })
  return fields.every((each, index) => each === row.fields[index]) ? row : { ...row, fields }
}

function chosenOf(row: SideRow, choices: Choices): Side | null | undefined {
  const sides = new Set(
    row.fields.map(({ field }) => {
      const choice = choices.get(keyOf(row, field))
      return choice === undefined ? null : choice.take === 'upstream' ? ('theirs' as const) : ('mine' as const)
    }),
  )
  return sides.size === 1 ? [...sides][0]! : undefined
}
