import { check as checkScheme } from '@yardstick/engine'
import { documentKind, type Issue, type Json, type Result, type Scheme } from '@yardstick/model'
import type { Command } from '../command.ts'
import { exitCodeOf } from '../exit-code.ts'
import { readJsonFile, toDocument } from '../read/read-document.ts'
import { sha256 } from '../read/sha256.ts'
import { lookThrough } from './each-file.ts'

/** Schemes, or the schemes of template packages → what is wrong with their design. */
export const check: Command = {
  name: 'check',
  files: 'SCHEME…',
  summary: { zh: '检查指标体系或模板包的设计', en: 'check the design of schemes or template packages' },
  details: {
    zh: '逐条列出问题：应为什么、现为什么、怎样修复。有错误时退出码为 1。\n--json 输出问题的数组；给出多个文件时每条另有 file。',
    en: 'Lists what is wrong: what was expected, what was found, how to mend it. Ends with 1 where there is an error.\n--json prints an array of issues; with several files each has `file` too.',
  },
  options: [],

  run(given, shell) {
    const look = async (file: string) => {
      const json = await readJsonFile(shell.io, file)
      return json.ok ? { ok: true as const, value: await issuesOf(json.value) } : json
    }
    return lookThrough(given, shell, look, (issues) => exitCodeOf(issues, given))
  },
}

async function issuesOf(document: Json): Promise<Issue[]> {
  const schemes = schemesOf(document)
  if (!schemes.ok) return [...schemes.issues]
  const found: Issue[] = []
  for (const { scheme, pointer } of schemes.value) {
    for (const issue of await checkScheme(scheme, { sha256 })) {
      found.push({ ...issue, pointer: pointer + issue.pointer })
    }
  }
  return found
}

/** The scheme of the document, or those of a package with their place in it. */
function schemesOf(document: Json): Result<{ scheme: Scheme; pointer: string }[]> {
  if (documentKind(document) === 'package') {
    const read = toDocument('package', document)
    if (!read.ok) return read
    return { ok: true, value: read.value.schemes.map((scheme, index) => ({ scheme, pointer: `/schemes/${index}` })) }
  }
  const read = toDocument('scheme', document)
  return read.ok ? { ok: true, value: [{ scheme: read.value, pointer: '' }] } : read
}
