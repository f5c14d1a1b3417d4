import type { Io } from './io.ts'
import { main } from './main.ts'
import { ask } from './terminal.ts'

/** The process around a run. A reader who has seen enough (`| head`) ends it quietly. */
export async function run(): Promise<void> {
  const { argv, env, stdin, stdout, stderr } = process
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit()
    })
  }
  const io: Io = { stdout, stderr, env, cwd: process.cwd(), ...(stdin.isTTY === true ? { ask } : {}) }
  process.exitCode = await main(argv.slice(2), io)
}
