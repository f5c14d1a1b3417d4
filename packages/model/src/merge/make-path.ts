import { pointerTokens } from '../json.ts'

/** The value at a path in an object (`expected/total`), what each step leads to being its own. */
export function valueAtPath(owner: object, field: string): unknown {
  let at: unknown = owner
  for (const step of pointerTokens(`/${field}`)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as { readonly [key: string]: unknown })[step]
  }
  return at
}

/** Makes a value what it is in another object; one that is not there goes. */
export function setPath(owner: object, field: string, model: object): void {
  const steps = pointerTokens(`/${field}`)
  const last = steps.pop()!
  const value = valueAtPath(model, field)
  let at = owner as { [key: string]: unknown }
  for (const step of steps) {
    const inside = Object.hasOwn(at, step) ? at[step] : undefined
    if (typeof inside !== 'object' || inside === null) {
      if (value === undefined) return
      at[step] = {}
    }
    at = at[step] as { [key: string]: unknown }
  }
  if (value === undefined) delete at[last]
  else at[last] = JSON.parse(JSON.stringify(value))
}
