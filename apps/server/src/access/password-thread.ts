import { type MessagePort, parentPort } from 'node:worker_threads'
import { argon2id, argon2Verify } from 'hash-wasm'

/** The thread in which passwords are hashed: one takes some 50 ms and 19 MiB, during which nobody's request should wait. */
export type PasswordRequest =
  | { readonly id: number; readonly type: 'hash'; readonly password: string; readonly salt: Uint8Array }
  | { readonly id: number; readonly type: 'verify'; readonly password: string; readonly hash: string }

export type PasswordAnswer =
  | { readonly id: number; readonly ok: true; readonly value: string | boolean }
  | { readonly id: number; readonly ok: false; readonly message: string }

if (parentPort !== null) main(parentPort)

function main(port: MessagePort): void {
  let last: Promise<void> = Promise.resolve()
  port.on('message', (request: PasswordRequest) => {
    last = last.then(async () => port.postMessage(await answerTo(request)))
  })
}

async function answerTo(request: PasswordRequest): Promise<PasswordAnswer> {
  try {
    return { id: request.id, ok: true, value: await work(request) }
  } catch (error) {
    return { id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** source  OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane */
function work(request: PasswordRequest): Promise<string | boolean> {
  const { password } = request
  if (request.type === 'verify') return argon2Verify({ password, hash: request.hash })
  return argon2id({
    password,
    salt: request.salt,
    memorySize: 19 * 1024,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  })
}
