import type { Issue } from '@yardstick/model'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { countIssues, issueLines } from './issue-list.ts'

/** What was found in one file. */
export interface FileIssues {
  readonly file: string
  readonly issues: readonly Issue[]
}

/** The issues of several files: words by file, or one JSON array, in which each names its file where there are several. */
export function printIssues(found: readonly FileIssues[], fileCount: number, shell: Shell): void {
  const { language, width, paint } = shell
  if (shell.isJson) {
    shell.printJson(
      found.flatMap(({ file, issues }) => (fileCount === 1 ? issues : issues.map((issue) => ({ file, ...issue })))),
    )
    return
  }
  shell.print(
    found.flatMap(({ file, issues }, at) => [
      ...(at > 0 && issues.length + found[at - 1]!.issues.length > 0 ? [''] : []),
      ...(issues.length === 0
        ? [`${paint.bold(plainText(file))}${paint.green(NOTHING[language])}`]
        : [
            `${paint.bold(plainText(file))}${COLON[language]}${countIssues(issues, language)}`,
            ...issueLines(issues, { language, width, paint }),
          ]),
    ]),
  )
}

const COLON = { zh: '：', en: ': ' } as const
const NOTHING = { zh: '：没有发现问题', en: ': nothing found' } as const
