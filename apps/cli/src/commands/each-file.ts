import type { Issue } from '@yardstick/model'
import type { ExitCode, Given } from '../command.ts'
import type { Refusal } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { type FileIssues, printIssues } from '../render/issue-report.ts'
import type { Shell } from '../shell.ts'

/**
 * Looks through every file named and prints what was found. A file that cannot be read is told and the others are still
 * looked through; content that is refused is a finding like others.
 */
export async function lookThrough(
  given: Given,
  shell: Shell,
  look: (file: string) => Promise<{ ok: true; value: readonly Issue[] } | Refusal>,
  exitCodeOf: (issues: readonly Issue[]) => ExitCode,
): Promise<ExitCode> {
  const found: FileIssues[] = []
  let code: ExitCode = 0
  for (const file of given.files) {
    const looked = await look(file)
    if (looked.ok) found.push({ file, issues: looked.value })
    else if ('issues' in looked.why) found.push({ file, issues: looked.why.issues })
    else code = refuse(looked, shell)
  }
  printIssues(found, given.files.length, shell)
  const issues = found.flatMap((each) => each.issues)
  return code === 0 ? exitCodeOf(issues) : code
}
