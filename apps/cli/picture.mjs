// Draws score-table.svg, the picture of this README, from what `yardstick score` prints for a seed report. Run it when the
// table looks different: `node apps/cli/picture.mjs`, after `npm run build`.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { main } from './dist/main.js'
import { textWidth } from './dist/text-width.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const seed = 'rules/seeds/nanchang-2021-sysops-project'
const cell = { width: 7.5, height: 22 }
const margin = 28
const columns = 100

const styleOf = new Map(Object.entries({ 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow', 35: 'magenta' }))
const offs = new Map(Object.entries({ 22: ['bold', 'dim'], 39: ['red', 'green', 'yellow', 'magenta'] }))

let printed = ''
await main(['score', `${seed}/scheme.json`, `${seed}/submission.json`, '--lang', 'zh'], {
  stdout: { write: (text) => (printed += text) },
  stderr: process.stderr,
  env: { FORCE_COLOR: '1' },
  cwd: root,
})
// What names files is of the machine, not of the report.
const rows = printed.split('\n')
const lines = rows.slice(0, rows.findIndex((row) => row.includes('所读文件')) - 1)
writeFileSync(new URL('./score-table.svg', import.meta.url), picture(lines))

function picture(lines) {
  const width = columns * cell.width + margin * 2
  const height = lines.length * cell.height + margin * 2
  const body = lines.flatMap((line, row) => draw(line, margin + (row + 0.7) * cell.height))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>评分表：npx yardstick score 的输出 · the score table that npx yardstick score prints</title>
<style>
text { font: 14px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; fill: #24292f; white-space: pre }
.bold { font-weight: 600 } .dim { fill: #6e7781 } .yellow { fill: #bc4c00; font-weight: 600 }
.red { fill: #cf222e } .green { fill: #1a7f37 } .magenta { fill: #8250df }
line { stroke: #d0d7de } .thick { stroke: #57606a; stroke-width: 1.5 }
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#fff" stroke="#d0d7de"/>
${body.join('\n')}
</svg>
`
}

/** Each stretch of text stands at its own column and is as long as its columns, whatever font draws it. */
function draw(line, y) {
  const plain = stripVTControlCharacters(line)
  if (/^[━─]+$/.test(plain)) {
    const at = (y - cell.height * 0.2).toFixed(1)
    const end = margin + textWidth(plain) * cell.width
    return [`<line x1="${margin}" x2="${end}" y1="${at}" y2="${at}"${plain.startsWith('━') ? ' class="thick"' : ''}/>`]
  }
  const drawn = []
  const styles = new Set()
  let column = 0
  for (const [at, part] of line.split('\u001B').entries()) {
    const [, code, rest] = at === 0 ? [undefined, undefined, part] : /^\[(\d+)m(.*)$/s.exec(part)
    if (offs.has(code)) for (const name of offs.get(code)) styles.delete(name)
    else if (code !== undefined) styles.add(styleOf.get(code))
    for (const stretch of rest.split(/( {2,}|^ | $)/)) {
      const width = textWidth(stretch)
      if (stretch.trim() !== '') drawn.push(stretchAt(stretch, column, width, y, [...styles]))
      column += width
    }
  }
  return drawn
}

function stretchAt(stretch, column, width, y, styles) {
  const classes = styles.length === 0 ? '' : ` class="${styles.join(' ')}"`
  const isNumber = column > 40 && /^[\d.]+$/.test(stretch)
  const x = (margin + (isNumber ? column + width : column) * cell.width).toFixed(1)
  const size = isNumber ? 'text-anchor="end"' : `textLength="${(width * cell.width - 1).toFixed(1)}"`
  return `<text x="${x}" y="${y.toFixed(1)}" ${size}${classes}>${safe(stretch)}</text>`
}

function safe(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
