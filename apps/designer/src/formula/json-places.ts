import { pointer } from '@yardstick/model'

/** Where a part of a JSON text stands: `from` its key, where it has one, `value` and `to` what it is. */
export interface JsonPlace {
  readonly from: number
  readonly value: number
  readonly to: number
}

/**
 * JSON Pointer → place in the text, of every part. The text must be JSON; of one that is not, what comes before the fault
 * is found. Nothing recurses, so depth is no matter.
 */
export function jsonPlaces(text: string): Map<string, JsonPlace> {
  const places = new Map<string, JsonPlace>()
  const open: Open[] = []
  /** The key that was read last in the innermost object, with its place. */
  const begin = (at: number): Begun => {
    const top = open.at(-1)
    if (top === undefined) return { path: '', from: at, value: at }
    const token = top.isArray ? top.index : top.key
    return { path: top.begun.path + pointer(token), from: top.isArray ? at : top.keyAt, value: at }
  }
  const end = ({ path, from, value }: Begun, to: number) => places.set(path, { from, value, to })
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [token] = match
    const at = match.index
    const top = open.at(-1)
    switch (token[0]) {
      case '{':
      case '[':
        open.push({ begun: begin(at), isArray: token === '[', index: 0, key: '', keyAt: at, isKeyNext: token === '{' })
        break
      case '}':
      case ']':
        open.pop()
        if (top !== undefined) end(top.begun, at + 1)
        break
      case ',':
        if (top !== undefined) {
          top.index++
          top.isKeyNext = !top.isArray
        }
        break
      case ':':
        break
      default:
        if (top?.isKeyNext === true && token.startsWith('"')) {
          top.isKeyNext = false
          top.key = keyOf(token)
          top.keyAt = at
        } else end(begin(at), at + token.length)
    }
  }
  return places
}

/** The place of a pointer, or of the nearest part above it that is there. */
export function placeOf(places: ReadonlyMap<string, JsonPlace>, at: string): JsonPlace | undefined {
  for (let path = at; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const place = places.get(path)
    if (place !== undefined || path === '') return place
  }
}

interface Begun {
  readonly path: string
  readonly from: number
  readonly value: number
}

interface Open {
  readonly begun: Begun
  readonly isArray: boolean
  index: number
  key: string
  keyAt: number
  isKeyNext: boolean
}

const TOKEN = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g

function keyOf(token: string): string {
  try {
    return JSON.parse(token) as string
  } catch {
    return token.slice(1, -1)
  }
}
