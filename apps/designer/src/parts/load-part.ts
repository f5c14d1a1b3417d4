/** A file of a part could not be fetched: the server is out of reach, or no longer has it. */
export class NotFetched extends Error {
  constructor(address: string, cause: unknown) {
    super(`could not be fetched: ${address}`, { cause })
  }
}

/** What parts need, by address: here, or on its way. */
const files = new Map<string, Promise<void>>()

/**
 * Loads a part of the page, and only when all its files have arrived: a browser takes a module that could not be fetched
 * for broken until the page is loaded anew, in every part that shares it; a file is simply fetched again. The modules then
 * come out of the browser's cache.
 *
 * - `needed`: the part's own file and those it needs, as addresses relative to `from`.
 * - throws NotFetched; asked for again, it is fetched again
 */
export async function loadPart<T>(load: () => Promise<T>, needed: readonly string[] = [], from: string): Promise<T> {
  await Promise.all(needed.map((file) => fetchOnce(new URL(file, from).href)))
  return load()
}

function fetchOnce(address: string): Promise<void> {
  const known = files.get(address)
  if (known !== undefined) return known
  const file = (address.endsWith('.css') ? addStyles(address) : fetchFile(address)).catch((cause) => {
    files.delete(address)
    throw new NotFetched(address, cause)
  })
  files.set(address, file)
  return file
}

async function fetchFile(address: string): Promise<void> {
  if (linkTo(address) !== undefined) return
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  await answer.arrayBuffer()
}

/** Added at once, in the order they are asked for, which is the order they hold in. A worker shows nothing. */
async function addStyles(address: string): Promise<void> {
  if (typeof document === 'undefined' || linkTo(address) !== undefined) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = address
  await new Promise((resolve, reject) => {
    link.onload = resolve
    link.onerror = () => {
      link.remove()
      reject()
    }
    document.head.append(link)
  })
}

/** What the page itself began with. */
function linkTo(address: string): HTMLLinkElement | undefined {
  if (typeof document === 'undefined') return undefined
  return [...document.getElementsByTagName('link')].find((link) => link.href === address)
}
