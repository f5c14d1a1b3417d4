const LONGEST = 180

/**
 * A file's name as it is kept: the last part of whatever path it came with, Chinese as it is, without characters that steer
 * a file system or the direction of text. Undefined where nothing is left.
 */
export function fileName(given: string): string | undefined {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const name = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (name === '') return undefined
  const characters = [...name]
  if (characters.length <= LONGEST) return name
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, LONGEST - ending.length).join('') + ending
}

/**
 * The header that makes a browser save a file under its name, never show it.
 *
 * source  RFC 6266, RFC 8187: beside the name in UTF-8 stands one that old programs can read
 */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
