import { parseArgs } from 'node:util'
import { type Bilingual, type CommandOption, WrongUse } from './command.ts'

export interface Arguments {
  readonly files: readonly string[]
  readonly values: Readonly<Partial<Record<string, string>>>
}

/**
 * Reads `FILE --name value`: just so many files, and these options, which all take a value.
 *
 * throws  `WrongUse`, the first that is wrong
 */
export function readArguments(
  args: readonly string[],
  options: readonly CommandOption[],
  files = 0,
  missing: Bilingual = { zh: '缺少文件', en: 'A file is missing' },
): Arguments {
  const { positionals, values } = parse(args, options)
  for (const [name, value] of Object.entries(values)) if (value === '') throw needsValue(`--${name}`)
  const surplus = positionals[files]
  if (surplus !== undefined) {
    throw new WrongUse({ zh: `多余的参数 ${surplus}`, en: `There is an argument too many: ${surplus}` })
  }
  if (positionals.length < files) throw new WrongUse(missing)
  return { files: positionals, values: values as Arguments['values'] }
}

function parse(args: readonly string[], options: readonly CommandOption[]) {
  const known = Object.fromEntries(options.map(({ name }) => [name, { type: 'string' as const }]))
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const said = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw needsValue(said)
    throw new WrongUse({ zh: `没有选项 ${said}`, en: `There is no option ${said}` })
  }
}

const needsValue = (said: string) =>
  new WrongUse({ zh: `选项 ${said} 后应有值`, en: `Option ${said} needs a value after it` })
