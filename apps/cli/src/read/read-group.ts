import { type CompiledScheme, groupFacts } from '@yardstick/engine'
import { documentKind, type GroupFacts, type Issue, type Submission, validate } from '@yardstick/model'
import type { Io } from '../io.ts'
import type { Mapped } from './read-mapping.ts'
import { documentsIn, filesOf, within } from './read-submissions.ts'
import { readText } from './read-text.ts'
import { type Read, refused, unreadable } from './refusal.ts'

/**
 * The facts of a group: a frozen GroupFacts document, or worked out from submissions in a JSON array, in ndjson, or in the
 * .json files of a folder.
 *
 * mapped  what makes of local names those of the scheme
 */
export async function readGroup(
  io: Io,
  path: string,
  compiled: CompiledScheme,
  mapped: Mapped = (submission) => ({ ok: true, value: submission }),
): Promise<Read<GroupFacts>> {
  const submissions: Submission[] = []
  for (const file of await filesOf(io, path, ['.json'])) {
    const text = await readText(io, file)
    if (!text.ok) return text
    const found = documentsIn(text.value)
    if ('issues' in found) return refused(file, found.issues)
    if (found.documents.length === 1 && documentKind(found.documents[0]) === 'group') {
      const facts = validate('group', found.documents[0])
      return facts.ok ? checkScheme(facts.value, file, compiled) : refused(file, facts.issues)
    }
    const issues: Issue[] = []
    found.documents.forEach((document, index) => {
      const said = validate('submission', document)
      const submission = said.ok ? mapped(said.value) : said
      if (submission.ok) submissions.push(submission.value)
      else issues.push(...submission.issues.map((each) => within(each, found.documents.length, index)))
    })
    if (issues.length > 0) return refused(file, issues)
  }
  return { ok: true, value: await groupFacts(compiled, submissions) }
}

/** Facts frozen under another scheme are of other leaves or other values. */
function checkScheme(facts: GroupFacts, file: string, { scheme, hash }: CompiledScheme): Read<GroupFacts> {
  if (facts.scheme.hash === hash) return { ok: true, value: facts }
  return unreadable(file, {
    zh: `组内数据由另一指标体系或另一版本算得（${facts.scheme.id}），不是“${scheme.name}”；请用本版本重新生成`,
    en: `the group facts come from another scheme or another version (${facts.scheme.id}), not “${scheme.name}”; make them again with this one`,
  })
}
