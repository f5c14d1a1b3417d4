const encoder = new TextEncoder()

/** A text as bytes in a buffer of their own, which may be handed over to another thread. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text) as Uint8Array<ArrayBuffer>
}
