/** UTF-8, else what Excel writes on a Chinese Windows: UTF-16 for “Unicode 文本”, GB 18030 for CSV. Undefined: no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of begins(bytes, [0xff, 0xfe]) ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\u0000') ? undefined : text
    } catch {
      // The next one.
    }
  }
  return undefined
}

const begins = (bytes: Uint8Array, head: readonly number[]) => head.every((each, index) => bytes[index] === each)
