import { nearest } from '@yardstick/model'
import type { Bilingual } from './language.ts'

/** An option of a command; one with a `value` takes the next argument or what follows `=`. */
export interface Option {
  readonly name: string
  readonly short?: string
  /** What stands for the value in the help: FILE. */
  readonly value?: string
  readonly isRequired?: true
  /** It may be given several times. */
  readonly isMany?: true
  readonly help: Bilingual
}

export interface Arguments {
  readonly files: readonly string[]
  readonly flags: ReadonlySet<string>
  /** Of an option that may be given several times, the first. */
  readonly values: ReadonlyMap<string, string>
  /** Every value, by the name of the option; of none there is no entry. */
  readonly lists: ReadonlyMap<string, readonly string[]>
}

/**
 * Reads the arguments behind a command name. `--` ends the options; a short option may stand together with its value
 * (`-oOUT`). What is wrong comes back as words, the first of it only.
 */
export function readArguments(
  argv: readonly string[],
  options: readonly Option[],
): { ok: true; value: Arguments } | { ok: false; words: Bilingual } {
  const files: string[] = []
  const flags = new Set<string>()
  const lists = new Map<string, string[]>()
  const rest = [...argv]
  while (rest.length > 0) {
    const argument = rest.shift()!
    if (argument === '--') {
      files.push(...rest)
      break
    }
    if (!argument.startsWith('-') || argument === '-') {
      files.push(argument)
      continue
    }
    const { option, said, attached } = find(argument, options)
    if (option === undefined) return { ok: false, words: unknownOption(said, options) }
    if (option.value === undefined) {
      if (attached !== undefined) return { ok: false, words: takesNoValue(said) }
      flags.add(option.name)
      continue
    }
    const before = lists.get(option.name) ?? []
    if (before.length > 0 && option.isMany !== true) return { ok: false, words: givenTwice(said) }
    const value = attached ?? rest.shift()
    if (value === undefined || value === '') return { ok: false, words: needsValue(said, option.value) }
    lists.set(option.name, [...before, value])
  }
  const values = new Map([...lists].map(([name, [first]]) => [name, first!]))
  return { ok: true, value: { files, flags, values, lists } }
}

function find(argument: string, options: readonly Option[]) {
  if (!argument.startsWith('--')) {
    const said = argument.slice(0, 2)
    const option = options.find((each) => each.short !== undefined && said === `-${each.short}`)
    return { option, said, attached: argument.length > 2 ? argument.slice(2) : undefined }
  }
  const [said = '', ...after] = argument.split('=')
  const option = options.find((each) => said === `--${each.name}`)
  return { option, said, attached: after.length > 0 ? after.join('=') : undefined }
}

function unknownOption(said: string, options: readonly Option[]): Bilingual {
  const meant = nearest(
    said,
    options.map(({ name }) => `--${name}`),
  )
  return {
    zh: `没有选项 ${said}${meant === undefined ? '' : `，是否为 ${meant}`}`,
    en: `There is no option ${said}${meant === undefined ? '' : `; did you mean ${meant}`}`,
  }
}

const takesNoValue = (said: string) => ({ zh: `选项 ${said} 不带值`, en: `Option ${said} takes no value` })
const givenTwice = (said: string) => ({ zh: `选项 ${said} 只能给一次`, en: `Option ${said} may be given once only` })
const needsValue = (said: string, value: string) => ({
  zh: `选项 ${said} 后应有 ${value}`,
  en: `Option ${said} needs ${value} after it`,
})
