import type { Scheme } from '@yardstick/model'
import { useEffect, useRef, useState } from 'react'
import { api } from '../api.ts'
import type { DesignSummary } from '../storage/designs.ts'
import type { TemplateSummary } from '../storage/templates.ts'

/** A scheme that sheets can be held against, under the value it has in the list. */
export interface SchemeChoice {
  readonly value: string
  readonly scheme: Scheme | null
  readonly designs: readonly DesignSummary[]
  readonly templates: readonly TemplateSummary[]
  /** One that lay among the files. */
  readonly dropped: Scheme | null
  /** The name of one that could not be read. */
  readonly failed: string | null
  choose(value: string): void
  drop(scheme: Scheme): void
}

const DROPPED = 'dropped'

/** first  id of a design of this browser to begin with, or '' */
export function useSchemeChoice(first: string): SchemeChoice {
  const [value, setValue] = useState('')
  const [scheme, setScheme] = useState<Scheme | null>(null)
  const [dropped, setDropped] = useState<Scheme | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [designs, setDesigns] = useState<readonly DesignSummary[]>([])
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>([])
  useEffect(() => {
    api.designs().then(setDesigns, () => undefined)
    api.templates().then(setTemplates, () => undefined)
  }, [])

  // A choice that is read slowly must not come after the next one.
  const last = useRef('')
  const choose = async (wanted: string) => {
    last.current = wanted
    setValue(wanted)
    setFailed(null)
    if (wanted === '' || wanted === DROPPED) {
      setScheme(wanted === '' ? null : dropped)
      return
    }
    const read = await schemeOf(wanted).catch(() => undefined)
    if (last.current !== wanted) return
    setScheme(read ?? null)
    if (read !== undefined) return
    setValue('')
    setFailed(nameOf(wanted, designs, templates))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once
  useEffect(() => {
    if (first !== '') void choose(choiceOf('design', first))
  }, [first])

  return {
    value,
    scheme,
    designs,
    templates,
    dropped,
    failed,
    choose: (wanted) => void choose(wanted),
    drop: (given) => {
      last.current = DROPPED
      setDropped(given)
      setScheme(given)
      setValue(DROPPED)
      setFailed(null)
    },
  }
}

function nameOf(value: string, designs: readonly DesignSummary[], templates: readonly TemplateSummary[]): string {
  const design = designs.find(({ id }) => choiceOf('design', id) === value)
  const template = templates.find(({ path }) => choiceOf('template', path) === value)
  return design?.name ?? template?.name ?? value
}

export function choiceOf(kind: 'design' | 'template', id: string): string {
  return `${kind}:${id}`
}

async function schemeOf(value: string): Promise<Scheme | undefined> {
  const [kind = '', ...rest] = value.split(':')
  const id = rest.join(':')
  if (kind === 'design') return api.scheme(id)
  const template = await api.template(id)
  return template.ok ? template.value.scheme : undefined
}
