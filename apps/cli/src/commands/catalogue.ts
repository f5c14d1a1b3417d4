import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type CataloguedFile, makeCatalogue, readCatalogue } from '@yardstick/exchange/package'
import type { Command, ExitCode } from '../command.ts'
import { readTemplate } from '../read/read-template.ts'
import { refused, unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { labelled } from '../render/list.ts'
import { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { writeWhole } from '../write/whole-file.ts'

/** The packages of a folder → the `catalogue.json` beside them, for any static file server. */
export const catalogue: Command = {
  name: 'catalogue',
  files: 'DIR',
  summary: {
    zh: '生成模板目录：把一个文件夹里的模板包列成 catalogue.json',
    en: 'list the packages of a folder in its catalogue.json',
  },
  details: {
    zh: '文件夹连同 catalogue.json 放到任何静态文件服务器上，其他地区就能取用。信任与否只看各文件的签名。\n有读不通的模板包时照写其余的，退出码为 1。',
    en: 'Put the folder with catalogue.json on any static file server, and others can fetch from it. Trust comes from the\nsignatures of the files alone. Where a package is refused the others are listed all the same, and it ends with 1.',
  },
  options: [{ name: 'name', value: 'NAME', help: { zh: '目录的名称', en: 'name of the catalogue' } }],

  async run(given, shell) {
    const folder = given.file(0)
    const names = await readdir(resolve(shell.io.cwd, folder)).catch(() => undefined)
    if (names === undefined) return refuse(unreadable(folder, words.noFolder), shell)
    const files: CataloguedFile[] = []
    let code: ExitCode = 0
    // The data are the catalogue; what is left out of it is words.
    const wordy = new Shell(shell.io, shell.language, false)
    for (const name of names.filter((each) => each.endsWith('.yardstick')).sort()) {
      const read = await readTemplate(shell.io, join(folder, name))
      if (!read.ok) code = refuse(read, wordy)
      else files.push({ file: name, bytes: (await stat(resolve(shell.io.cwd, folder, name))).size, read: read.value })
    }
    const made = makeCatalogue(files, given.values.get('name'))
    const text = `${JSON.stringify(made, null, 2)}\n`
    const out = join(folder, 'catalogue.json')
    const check = readCatalogue(text)
    if (!check.ok) return refuse(refused(out, check.issues), shell)
    const failed = await writeWhole(shell.io, out, text)
    if (failed !== undefined) return refuse(unreadable(out, failed), shell)
    if (shell.isJson) {
      shell.printJson(made)
      return code
    }
    const rows = made.packages.map((each) => [plainText(each.file), plainText(`${each.name} ${each.version}`)] as const)
    shell.print(labelled(rows, shell.width))
    shell.say([shell.pick(words.written(made.packages.length, out))])
    return code
  },
}

const words = {
  noFolder: { zh: '没有这个文件夹', en: 'there is no such folder' },
  written: (count: number, file: string) => ({
    zh: `已列出 ${count} 个模板包：${file}`,
    en: `Listed ${count} ${count === 1 ? 'package' : 'packages'}: ${file}`,
  }),
}
