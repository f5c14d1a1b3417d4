import { type Boundary, type Edit, newId, type Parameter, type Sharing } from '@yardstick/model'
import type { NumberPlace } from './number-places.ts'

/** What the author gives to those who adopt, as edits of the scheme; what says nothing any more is taken away. */
export function sharingEdit(sharing: Sharing): Edit {
  const parameters = sharing.parameters ?? []
  const boundaries = (sharing.boundaries ?? []).filter(saysSomething)
  const kept = {
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(boundaries.length > 0 ? { boundaries } : {}),
  }
  return { type: 'set-scheme', fields: { sharing: Object.keys(kept).length > 0 ? kept : null } }
}

/** The boundary of one indicator, or of the whole tree; an empty one where nothing is said. */
export function boundaryOf(sharing: Sharing | undefined, indicator: string | undefined): Boundary {
  const own = sharing?.boundaries?.find((each) => each.indicator === indicator)
  return own ?? (indicator === undefined ? {} : { indicator })
}

/** With other fields; undefined takes a field away. */
export function withBoundary(
  sharing: Sharing = {},
  indicator: string | undefined,
  fields: { readonly [K in keyof Boundary]?: Boundary[K] | undefined },
): Sharing {
  const before = sharing.boundaries ?? []
  const index = before.findIndex((each) => each.indicator === indicator)
  const next = stated({ ...boundaryOf(sharing, indicator), ...fields })
  const boundaries = index < 0 ? [...before, next] : before.map((each, at) => (at === index ? next : each))
  // That of the whole tree is read first.
  const whole = boundaries.filter((each) => each.indicator === undefined)
  return { ...sharing, boundaries: [...whole, ...boundaries.filter((each) => each.indicator !== undefined)] }
}

/** The parameter that a number is, where it is one. */
export function parameterAt(
  sharing: Sharing | undefined,
  place: Omit<NumberPlace, 'value' | 'label'>,
): Parameter | undefined {
  return sharing?.parameters?.find((each) => each.of === place.of && each.in === place.in && each.field === place.field)
}

/** One more; its default is what stands there. */
export function withParameter(sharing: Sharing = {}, place: NumberPlace, name: string): Sharing {
  const parameters = sharing.parameters ?? []
  const id = newId(name, new Map(parameters.map((each) => [each.id, each])))
  const where = place.in === undefined ? {} : { in: place.in }
  const parameter: Parameter = { id, name, of: place.of, ...where, field: place.field }
  return { ...sharing, parameters: [...parameters, parameter] }
}

export function changedParameter(
  sharing: Sharing = {},
  id: string,
  fields: { readonly [K in keyof Parameter]?: Parameter[K] | undefined },
): Sharing {
  const parameters = (sharing.parameters ?? []).map((each) =>
    each.id === id ? (stated({ ...each, ...fields }) as Parameter) : each,
  )
  return { ...sharing, parameters }
}

export function withoutParameter(sharing: Sharing = {}, id: string): Sharing {
  return { ...sharing, parameters: (sharing.parameters ?? []).filter((each) => each.id !== id) }
}

export function withoutBoundary(sharing: Sharing = {}, indicator: string | undefined): Sharing {
  return { ...sharing, boundaries: (sharing.boundaries ?? []).filter((each) => each.indicator !== indicator) }
}

function saysSomething({ indicator: _, ...rest }: Boundary): boolean {
  return Object.keys(rest).length > 0
}

function stated<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
