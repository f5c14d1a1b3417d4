// `npm start`: the built designer on loopback. The port is always the same where it can be, since a browser keeps what is
// stored by address: on another port one's own schemes would seem to be gone.
import { say, Trouble } from './process.mjs'

const usualPort = 4180
const tries = 20

/** The port after `--port`, undefined where none is asked for. */
export function portIn(args) {
  if (args.length === 0) return undefined
  const [, inOne] = /^--port=(.*)$/.exec(args[0]) ?? []
  const text = inOne ?? args[1] ?? ''
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535 || args.length > (inOne === undefined ? 2 : 1))
    throw new Trouble('用法：npm start -- --port 端口（1–65535）', 'Use: npm start -- --port PORT (1–65535)')
  return port
}

/** Serves until it is asked to end. */
export async function serveDesigner(port) {
  const { serve } = await import('../apps/designer/serve.mjs')
  const { address } = await (port === undefined ? serveNear(serve) : serveAt(serve, port))
  // Before the listeners that pass signals on to children: ending it this way is no failure.
  for (const signal of ['SIGINT', 'SIGTERM']) process.prependListener(signal, () => process.exit(0))
  say('标尺已就绪，请在浏览器中打开（按 Ctrl+C 结束）：', 'Yardstick is ready; open it in a browser (Ctrl+C ends it):')
  console.log(address)
  return new Promise(() => {})
}

async function serveNear(serve) {
  for (let port = usualPort; port < usualPort + tries; port++) {
    try {
      const served = await serve({ port })
      if (port !== usualPort)
        say(
          `端口 ${usualPort} 被占用，改用 ${port}。浏览器按地址保存方案：在原地址保存的方案在这里看不到。`,
          `Port ${usualPort} is taken, ${port} is used. Browsers keep schemes by address: those kept at the usual one are not seen here.`,
        )
      return served
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    }
  }
  throw new Trouble(
    `端口 ${usualPort}–${usualPort + tries - 1} 都被占用；请用 npm start -- --port 端口 指定一个。`,
    `Ports ${usualPort} to ${usualPort + tries - 1} are all taken; name one: npm start -- --port PORT.`,
  )
}

async function serveAt(serve, port) {
  try {
    return await serve({ port })
  } catch (error) {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    throw new Trouble(`端口 ${port} 不可用，请换一个。`, `Port ${port} cannot be used; take another one.`)
  }
}
