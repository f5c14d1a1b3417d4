/**
 * Sets the time of every entry of a zip to the first there is, so that the same document is the same file whenever it is
 * written. Changes the bytes in place; what is no zip stays as it is.
 */
export function clearZipTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - END_SIZE
  // Written here without a comment, so the end record is the last there is.
  if (end < 0 || view.getUint32(end, true) !== END) return bytes
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(at + 12, FIRST_TIME, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_TIME, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}

const END = 0x06054b50
const END_SIZE = 22
/** 1 January 1980, midnight: day and month from the 16th bit on. */
const FIRST_TIME = 0x00210000
