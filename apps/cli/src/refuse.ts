import type { ExitCode } from './command.ts'
import type { Refusal } from './read/refusal.ts'
import { issueLines } from './render/issue-list.ts'
import type { Shell } from './shell.ts'
import { plainText } from './text-width.ts'

/** Says why a file is refused: as words, or with --json the issues of its content as data that name the file. */
export function refuse({ file, why }: Refusal, shell: Shell): ExitCode {
  const { language, paintWords: paint, width } = shell
  if ('words' in why) {
    shell.say([`${paint.bold(plainText(file))}${language === 'zh' ? '：' : ': '}${plainText(shell.pick(why.words))}`])
    return 2
  }
  if (shell.isJson) shell.printJson(why.issues.map((issue) => ({ file, ...issue })))
  else shell.say([paint.bold(plainText(file)), ...issueLines(why.issues, { language, width, paint })])
  return 1
}
