import { diff as diffSchemes } from '@yardstick/engine'
import type { Command } from '../command.ts'
import { readDocument } from '../read/read-document.ts'
import { refuse } from '../refuse.ts'
import { differenceLines } from '../render/difference-list.ts'

/** Two versions of a scheme → what changed, in sentences. */
export const diff: Command = {
  name: 'diff',
  files: 'A B',
  summary: { zh: '比较指标体系的两个版本', en: 'compare two versions of a scheme' },
  details: {
    zh: '按稳定的编号逐项比较：新增、删去、改名、移动、改动。有无不同，退出码都是 0。\n--json 输出差异的数组。',
    en: 'Compares by stable ids: added, removed, renamed, moved, changed. Ends with 0 whether or not they differ.\n--json prints an array of differences.',
  },
  options: [],

  async run(given, shell) {
    const before = await readDocument(shell.io, 'scheme', given.file(0))
    if (!before.ok) return refuse(before, shell)
    const after = await readDocument(shell.io, 'scheme', given.file(1))
    if (!after.ok) return refuse(after, shell)
    const differences = diffSchemes(before.value, after.value)
    if (shell.isJson) shell.printJson(differences)
    else shell.print(differenceLines(differences, shell))
    return 0
  },
}
