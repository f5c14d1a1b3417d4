/**
 * The text of a `.yardstick` file, byte for byte: what is signed are its bytes, so a byte order mark stays, and is refused
 * by who reads it.
 */
export async function readPackageFile(file: File): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
}
