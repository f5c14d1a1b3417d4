import { type CompiledScheme, impact as impactOf } from '@yardstick/engine'
import type { Submission } from '@yardstick/model'
import type { Command, Given } from '../command.ts'
import type { Io } from '../io.ts'
import { readScheme } from '../read/read-scheme.ts'
import { readSubmissions } from '../read/read-submissions.ts'
import type { Read } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { impactReport, MOST_THROUGH } from '../render/impact-report.ts'
import { declarationOption } from './shared-options.ts'

/** Two versions of a scheme and the submissions they measure → whose score, grade and rank change, and through what. */
export const impact: Command = {
  name: 'impact',
  files: 'OLD NEW DATA',
  summary: {
    zh: '影响：换一版指标体系，谁的得分、等级、名次会变',
    en: 'whose score, grade and rank another version changes',
  },
  details: {
    zh: 'DATA 是填报数据：一份或多份（JSON 数组、ndjson、文件夹）。指标按编号对应；要看组内数据时，以 DATA 为组。\n有无变化，退出码都是 0。--json 输出全部变化。',
    en: 'DATA are submissions: one, a JSON array, ndjson, or a folder. Indicators are the same by id; where a scheme reads a\ngroup, DATA is the group. Ends with 0 whether or not anything changes. --json prints every change.',
  },
  options: [
    declarationOption,
    {
      name: 'within',
      value: 'NAME',
      help: { zh: '按评价对象的这一属性分组排名', en: 'rank within groups of this attribute of the subjects' },
    },
  ],

  async run(given, shell) {
    const read = await readInputs(given, shell.io)
    if (!read.ok) return refuse(read, shell)
    const { before, after, submissions } = read.value
    const within = given.values.get('within')
    const found = await impactOf(before, after, submissions, {
      language: shell.language,
      ...(within === undefined ? {} : { within }),
      ...(shell.isJson ? {} : { most: MOST_THROUGH }),
    })
    if (shell.isJson) shell.printJson(found)
    else shell.print(impactReport(found, [before.scheme, after.scheme], shell))
    return 0
  },
}

interface Inputs {
  readonly before: CompiledScheme
  readonly after: CompiledScheme
  readonly submissions: readonly Submission[]
}

async function readInputs(given: Given, io: Io): Promise<Read<Inputs>> {
  const declaration = given.values.get('declaration')
  const before = await readScheme(io, given.file(0), declaration)
  if (!before.ok) return before
  const after = await readScheme(io, given.file(1), declaration)
  if (!after.ok) return after
  const submissions = await readSubmissions(io, given.file(2))
  if (!submissions.ok) return submissions
  const [one, other] = [before.value.compiled, after.value.compiled]
  return { ok: true, value: { before: one, after: other, submissions: submissions.value } }
}
