import { type Language, type Scheme, walk } from '@yardstick/model'
import { search } from '../parts/pinyin.ts'
import { reviewSteps } from '../server/review-steps.ts'
import { type Tab, tabs } from '../store/view.ts'
import { paletteWords } from './words.ts'

/** What the palette leads to. */
export interface Entry {
  /** Stays the same from day to day, for what was used last. */
  readonly id: string
  readonly kind: 'indicator' | 'item' | 'measure' | 'rule' | 'command'
  readonly title: string
  /** Where an indicator stands, what a name is shown as. */
  readonly detail: string
  /** Found by these besides its title. */
  readonly also: readonly string[]
  readonly keys?: string
  readonly action: Action
}

export type Command = keyof (typeof paletteWords)['zh']['commands']

export type Action =
  | { readonly type: 'indicator' | 'item' | 'rule'; readonly id: string }
  | { readonly type: 'view'; readonly tab: Tab }
  | { readonly type: 'command'; readonly command: Command }

/** Not there for everybody, at all times. */
const SOMETIMES = [...reviewSteps, 'library', 'library-put'] as const
export type Sometimes = (typeof SOMETIMES)[number]

/**
 * Everything there is to go to, places first.
 *
 * possible  which of the commands that are not always there can be given now
 */
export function entriesOf(scheme: Scheme, language: Language, possible: readonly Sometimes[] = []): Entry[] {
  const w = paletteWords[language]
  const indicators = walk(scheme).map(({ node, path }): Entry => {
    const also = node.code === undefined ? [] : [node.code]
    const detail = [node.code, path.slice(0, -1).join(' / ')]
      .filter((each) => each !== undefined && each !== '')
      .join('　')
    return {
      id: `indicator ${node.id}`,
      kind: 'indicator',
      title: node.name,
      detail,
      also,
      action: { type: 'indicator', id: node.id },
    }
  })
  const names = [
    ...scheme.items.map((each) => ({ kind: 'item' as const, ...each })),
    ...(scheme.measures ?? []).map((each) => ({ kind: 'measure' as const, ...each })),
  ].map(({ kind, id, label = '' }): Entry => {
    return {
      id: `${kind} ${id}`,
      kind,
      title: id,
      detail: label,
      also: label === '' ? [] : [label],
      action: { type: 'item', id },
    }
  })
  const rules = (scheme.rules ?? []).map(({ id, name, event }): Entry => {
    return {
      id: `rule ${id}`,
      kind: 'rule',
      title: name,
      detail: event.params.reason,
      also: [],
      action: { type: 'rule', id },
    }
  })
  return [...indicators, ...names, ...rules, ...commandsIn(w, possible)]
}

function commandsIn(w: (typeof paletteWords)['zh'], possible: readonly string[]): Entry[] {
  const views = tabs.map((tab): Entry => {
    const title = w.view(w.views[tab])
    return {
      id: `view ${tab}`,
      kind: 'command',
      title,
      detail: '',
      also: [w.views[tab]],
      action: { type: 'view', tab },
    }
  })
  const isThere = ([command]: readonly [Command, string]) =>
    possible.includes(command) || !(SOMETIMES as readonly string[]).includes(command)
  const commands = (Object.entries(w.commands) as [Command, string][])
    .filter(isThere)
    .map(([command, title]): Entry => {
      const keys = KEYS[command]
      const entry = { id: `command ${command}`, kind: 'command' as const, title, detail: '', also: [command] }
      return { ...entry, action: { type: 'command', command }, ...(keys === undefined ? {} : { keys }) }
    })
  return [...views, ...commands]
}

const KEYS: { readonly [C in Command]?: string } = {
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Y',
  'save-point': 'Ctrl+S',
  shortcuts: 'F1',
  trial: 'F9',
}

/**
 * What answers, best first; of equals the one used last. With nothing typed what was used last comes first, then the
 * commands, then the places.
 *
 * recent   ids, the last one used first
 */
export function found(entries: readonly Entry[], typed: string, recent: readonly string[]): Entry[] {
  const turn = new Map(recent.map((id, index) => [id, index]))
  const isCommand = ({ kind }: Entry) => Number(kind !== 'command')
  const byTurn = [...entries].sort((a, b) => (turn.get(a.id) ?? recent.length) - (turn.get(b.id) ?? recent.length))
  if (typed.trim() !== '') return search(byTurn, typed, ({ title, also }) => [title, ...also])
  const used = byTurn.filter(({ id }) => turn.has(id))
  const rest = byTurn.filter(({ id }) => !turn.has(id)).sort((a, b) => isCommand(a) - isCommand(b))
  return [...used, ...rest]
}
