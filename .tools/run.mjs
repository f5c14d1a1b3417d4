#!/usr/bin/env node
// npm start, test, build, bench and fix all come here. A fresh clone needs Node and npm, nothing else: what is missing is
// installed and built first (set-up.mjs), what is there already is skipped. Only Node's own modules are used, and this
// file keeps to what old versions of Node can read, so that it can tell them what is wrong.
import { readFileSync } from 'node:fs'

const needed = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).engines.node.slice(2)

if (isOlder(process.versions.node, needed)) {
  console.error(`标尺需要 Node ${needed} 或更高版本，当前为 ${process.versions.node}；请升级 Node 后重试。`)
  console.error(`Yardstick needs Node ${needed} or newer, found ${process.versions.node}; update Node and try again.`)
  process.exitCode = 1
} else {
  import('./commands.mjs').then(({ runCommand }) => runCommand(process.argv[2], process.argv.slice(3)))
}

function isOlder(version, than) {
  const parts = version.split('.').map(Number)
  const floor = than.split('.').map(Number)
  for (let i = 0; i < floor.length; i++) {
    if (parts[i] !== floor[i]) return parts[i] < floor[i]
  }
  return false
}
