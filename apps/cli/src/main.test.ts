import { describe, expect, test } from 'vitest'
import { folderWith, smallScheme, smallSubmission, yardstick } from './io.testing.ts'
import type { Io } from './io.ts'
import { main } from './main.ts'

const seed = 'rules/seeds/nanchang-2021-sysops-project'
const seeds = 'rules/seeds'
const scheme = `${seed}/scheme.json`
const submission = `${seed}/submission.json`

const none = ''
/** Arguments → exit code, and what stdout and stderr hold; '' is nothing at all. */
const rows: readonly (readonly [argv: string, code: number, stdout: string | RegExp, stderr: string | RegExp])[] = [
  // help and version
  ['--version', 0, /^yardstick \d+\.\d+\.\d+\n$/, none],
  ['--help', 0, '用法  npx yardstick 命令 …', none],
  ['help', 0, 'score SCHEME SUBMISSION', none],
  ['--help --lang en', 0, 'Usage  npx yardstick COMMAND …', none],
  ['score --help', 0, '--expect FILE', none],
  ['batch --help', 0, 'batch SCHEME DATA', none],
  ['merge --help', 0, 'merge LOCAL NEW --base FILE', none],
  ['keys --help', 0, 'keys trust FILE', none],
  ['keys revoke -h --lang en', 0, 'revoke a key', none],
  ['template --help', 0, 'template SCHEME -o FILE.xlsx', none],
  ['check -h --lang=en', 0, 'an array of issues', none],
  ['--help', 0, 'backup FILE', none],
  ['serve --help', 0, '--trusted-proxies LIST', none],
  ['move -h --lang en', 0, 'move the embedded database to PostgreSQL', none],
  // wrong use
  ['', 2, none, '缺少命令'],
  ['--json', 2, none, '缺少命令'],
  ['serv', 2, none, '没有命令 serv，是否为 serve'],
  ['serve --port', 2, none, '选项 --port 后应有值；用法见 npx yardstick serve --help'],
  ['backup --lang en', 2, none, 'A file is missing; see npx yardstick backup --help'],
  ['worker', 1, none, '工作进程需要 PostgreSQL'],
  ['keys', 2, none, 'keys 之后应为 new、list、export、trust、revoke；用法见 npx yardstick keys --help'],
  ['scroe', 2, none, '没有命令 scroe，是否为 score'],
  ['scroe --lang en', 2, none, 'There is no command scroe; did you mean score'],
  ['score', 2, none, '缺少文件 SCHEME'],
  [`score ${scheme}`, 2, none, '缺少文件 SUBMISSION'],
  [`score ${scheme} ${submission} more`, 2, none, '多余的参数 more'],
  [`score ${scheme} ${submission} --xls out.xls`, 2, none, '没有选项 --xls，是否为 --xlsx'],
  [`score ${scheme} ${submission} --xlsx out.xls`, 2, none, 'out.xls：文件名应以 .xlsx 结尾'],
  [`score ${scheme} ${submission} --form out.pdf --lang en`, 2, none, 'must end with .xlsx or .docx'],
  [`score ${scheme} ${submission} --xlsx a.xlsx --form a.xlsx`, 2, none, 'a.xlsx：这个文件已用作输入或另一输出'],
  [`score ${scheme} ${submission} --docx ${seed}/nowhere/a.docx`, 2, '总分 96 分', 'a.docx：没有这个文件'],
  [`score ${scheme} ${submission} --lang fr`, 2, none, '--lang 应为 zh 或 en，现为 fr'],
  ['check', 2, none, '缺少文件 SCHEME…'],
  [`batch ${scheme} data.ndjson`, 2, none, '缺少 --out OUT'],
  [`batch ${scheme} data.xlsx -o out.ndjson`, 2, none, '没有这个文件'],
  // files that cannot be read
  ['check nowhere.json', 2, none, 'nowhere.json：没有这个文件'],
  ['check rules', 2, none, 'rules：这是文件夹'],
  [`score ${scheme} nowhere.json --json`, 2, none, '没有这个文件'],
  [`batch ${scheme} nowhere.ndjson -o ${seed}/nowhere/out`, 2, none, '没有这个文件'],
  // check
  [`check ${scheme}`, 0, `${scheme}：没有发现问题`, none],
  [`check ${scheme} --json`, 0, '[]\n', none],
  ['check rules/seeds/zhengning-2023/scheme.json', 1, /错误.*应为 100，现为 97.*\[SCHEME_POINTS_SUM\]/s, none],
  ['check rules/seeds/zhengning-2023/scheme.json', 1, '可修复：按比例补齐', none],
  ['check rules/seeds/shaoguan-2019/scheme.json', 0, '警告', none],
  ['check rules/seeds/shaoguan-2019/scheme.json --strict', 1, '警告', none],
  [`check ${submission}`, 1, '[DOCUMENT_KIND]', none],
  // audit
  [`audit ${seeds}/zhengning-2023/sheet.json`, 1, '[AUDIT_', none],
  [`audit ${seeds}/nanchang-2021-sysops-selfeval/sheet.json`, 0, '没有发现问题', none],
  [`audit ${seeds}/nanchang-2022/sheet.json`, 0, '提示', none],
  [
    `audit ${seeds}/zhengning-2023/sheet.json --scheme ${seeds}/nanchang-2022/scheme.json`,
    1,
    '[AUDIT_SCHEME_OTHER',
    none,
  ],
  // diff
  [`diff ${scheme} ${scheme}`, 0, '两个版本相同\n', none],
  [`diff ${scheme} ${scheme} --json`, 0, '[]\n', none],
  [`diff ${seed}/printed.scheme.json ${scheme}`, 0, /立项依据充分性/, none],
  [`diff ${seed}/printed.scheme.json ${scheme} --json`, 0, /^\[\n.*"change": /s, none],
  [`diff ${scheme} ${submission}`, 1, none, '[DOCUMENT_KIND]'],
  // standard
  [`standard ${scheme}`, 0, '  参保人员满意度（10 分）', none],
  [`standard ${scheme}`, 0, '原文：参保人员满意度达95%得5分', none],
  [`standard ${submission}`, 1, none, '[DOCUMENT_KIND]'],
  // score
  [`score ${scheme} ${submission}`, 0, '总分 96 分（满分 100 分），等级“优”。', none],
  [`score ${scheme} ${submission} --lang en`, 0, 'Total 96 of 100, grade "优".', none],
  [`score ${submission} ${scheme}`, 1, none, '[DOCUMENT_KIND]'],
  [`score ${submission} ${scheme} --json`, 1, /^\[\n.*"file".*"DOCUMENT_KIND"/s, none],
  [
    'score rules/seeds/zhengning-2023/scheme.json rules/seeds/zhengning-2023/submission.json',
    0,
    '95',
    '自评或印出的是 98',
  ],
  ['score rules/seeds/zhengning-2023/scheme.json rules/seeds/zhengning-2023/submission.json --strict', 1, '95', '警告'],
]

test.each(rows)('yardstick %s → %i', async (argv, code, stdout, stderr) => {
  const ran = await yardstick(argv.split(' ').filter((argument) => argument !== ''))
  expect(ran).toMatchObject({ code, stdout: holding(stdout), stderr: holding(stderr) })
})

function holding(text: string | RegExp) {
  return text === none ? none : typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text)
}

describe('what stands in files', () => {
  test('text that is not JSON is an issue with its place', async () => {
    const cwd = folderWith({ 'a.json': '{\n  "yardstick": scheme\n}' })
    const ran = await yardstick(['check', 'a.json'], { cwd })
    expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining('第 2 行第 16 列'), stderr: '' })
  })

  test('GBK and junk are told from UTF-8, at the byte where it ends', async () => {
    const gbk = Uint8Array.from([...Buffer.from('{"name":"'), 0xd6, 0xd0, 0xce, 0xc4, 0x22, 0x7d])
    const ran = await yardstick(['check', 'gbk.json'], { cwd: folderWith({ 'gbk.json': gbk }) })
    expect(ran).toMatchObject({ code: 1, stdout: expect.stringMatching(/第 9 字节（0xD6）.*\[FILE_ENCODING\]/s) })
  })

  test('a file beyond 50 MB is not read', async () => {
    const cwd = folderWith({ 'big.json': Buffer.alloc(50_000_001, ' ') })
    const ran = await yardstick(['check', 'big.json', '--json'], { cwd })
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toMatchObject([{ code: 'FILE_TOO_LARGE', expected: '50 MB', found: '50.1 MB' }])
  })

  test('a byte order mark is no fault', async () => {
    const cwd = folderWith({ 'a.json': `\uFEFF${JSON.stringify(smallScheme)}` })
    expect(await yardstick(['check', 'a.json'], { cwd })).toMatchObject({ code: 0 })
  })

  test('of several files each issue names its file; one that cannot be read does not keep the others', async () => {
    const cwd = folderWith({ 'good.json': smallScheme, 'bad.json': { ...smallScheme, fullScore: '11' } })
    const ran = await yardstick(['check', 'good.json', 'bad.json', 'no.json', '--json'], { cwd })
    expect(ran).toMatchObject({ code: 2, stderr: 'no.json：没有这个文件\n' })
    expect(JSON.parse(ran.stdout)).toMatchObject([{ file: 'bad.json', code: 'SCHEME_POINTS_SUM' }])
  })

  test('an issue of a single file is the bare issue', async () => {
    const cwd = folderWith({ 'bad.json': { ...smallScheme, fullScore: '11' } })
    const [issue] = JSON.parse((await yardstick(['check', 'bad.json', '--json'], { cwd })).stdout)
    expect(issue).toMatchObject({ code: 'SCHEME_POINTS_SUM', severity: 'error', expected: '11', found: '10' })
    expect(issue).not.toHaveProperty('file')
  })

  test('what is in them cannot steer the terminal', async () => {
    const cwd = folderWith({ 's.json': { ...smallScheme, name: '\u001B[2J方案' }, 'u.json': smallSubmission })
    const { stdout, stderr } = await yardstick(['score', 's.json', 'u.json'], { cwd })
    expect(stdout + stderr).toContain('�[2J方案')
    expect(stdout + stderr).not.toContain('\u001B')
  })

  test('a document of another kind is told so, and nothing else', async () => {
    const cwd = folderWith({ 'u.json': smallSubmission })
    const ran = await yardstick(['check', 'u.json', '--json'], { cwd })
    expect(JSON.parse(ran.stdout).map((issue: { code: string }) => issue.code)).toEqual(['DOCUMENT_KIND'])
  })
})

test('a fault of ours is one line, without a stack', async () => {
  let said = ''
  const broken: Io = {
    stdout: { write: () => true },
    stderr: { write: (text) => (said += text) },
    env: {},
    get cwd(): string {
      throw new TypeError('no such place')
    },
  }
  expect(await main(['check', 'a.json', '--lang', 'en'], broken)).toBe(1)
  expect(said).toMatch(/^A fault of Yardstick's own: no such place \(.*please report.*\n$/)
})
