import { type Issue, type Language, readJson, type Submission, validate } from '@yardstick/model'
import { submissionOf } from '../evaluation/submission-of.ts'
import { download, fileNameOf } from '../parts/download.ts'
import { issueText } from '../parts/issue-text.tsx'
import { signWords } from '../parts/sign-words.ts'
import { designer } from '../store/use-designer.ts'
import { casesOf } from './sample-edits.ts'

/** Submissions from files: one document, a list of them, or one on each line; what is none is told with its file. */
export function readSubmissions(
  files: readonly { readonly name: string; readonly text: string }[],
  language: Language,
): { submissions: Submission[]; problems: string[] } {
  const submissions: Submission[] = []
  const problems: string[] = []
  const told = (name: string, issue: Issue) => signWords[language].headed(name, issueText(issue, language))
  for (const { name, text } of files) {
    for (const part of partsOf(text)) {
      const json = readJson(part)
      const list = !json.ok ? [] : Array.isArray(json.value) ? json.value : [json.value]
      if (!json.ok) problems.push(told(name, json.issues[0]!))
      for (const each of list) {
        const read = validate('submission', each)
        if (read.ok) submissions.push(read.value)
        else problems.push(told(name, read.issues[0]!))
      }
    }
  }
  return { submissions, problems }
}

/** Lines of their own where every line that is not empty begins an object, and there are several. */
function partsOf(text: string): string[] {
  const plain = text.replace(/^\uFEFF/, '')
  const lines = plain.split(/\r?\n/).filter((line) => line.trim() !== '')
  const isLines = lines.length > 1 && lines.every((line) => line.startsWith('{') && line.trimEnd().endsWith('}'))
  return isLines ? lines : [plain]
}

/** Samples as submissions: each a file of its own, or all in one with a line each. */
export function exportCases(indexes: readonly number[], form: 'json' | 'ndjson'): void {
  const { scheme } = designer.getState().design!
  const cases = casesOf(scheme).filter((_, index) => indexes.includes(index))
  const documents = cases.map(({ submission }) => ({ ...submissionOf(submission), scheme: { id: scheme.id } }))
  if (form === 'ndjson' || cases.length > 1) {
    const text =
      form === 'ndjson'
        ? documents.map((each) => `${JSON.stringify(each)}\n`).join('')
        : JSON.stringify(documents, null, 2)
    download(fileNameOf(scheme.name, form), new Blob([text], { type: 'application/json' }))
    return
  }
  const [only] = cases
  if (only === undefined) return
  download(
    fileNameOf(only.name, 'json'),
    new Blob([`${JSON.stringify(documents[0], null, 2)}\n`], { type: 'application/json' }),
  )
}
