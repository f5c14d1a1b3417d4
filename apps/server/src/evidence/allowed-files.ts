/**
 * The kinds of files that are taken as evidence 佐证材料: told by the ending of the name and by how the bytes begin, which
 * have to agree. What a browser would run or draw as a page (HTML, SVG, scripts) and what a computer would run is none of
 * them. Nothing is unpacked or looked into.
 */
interface Kind {
  readonly endings: readonly string[]
  readonly mediaType: string
  readonly begins: (head: Buffer) => boolean
}

const bytes = (...all: readonly (readonly number[])[]): Kind['begins'] => {
  const starts = all.map((each) => Buffer.from(each))
  return (head) => starts.some((start) => head.subarray(0, start.length).equals(start))
}

const ZIP = bytes([0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06])
/** Office files of before 2007, and those of WPS. */
const COMPOUND = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const TIFF = bytes([0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a])
const PDF = bytes([0x25, 0x50, 0x44, 0x46, 0x2d])
const RIFF = bytes([0x52, 0x49, 0x46, 0x46])

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const kinds: readonly Kind[] = [
  { endings: ['pdf'], mediaType: 'application/pdf', begins: PDF },
  // 版式文件 GB/T 33190
  { endings: ['ofd'], mediaType: 'application/ofd', begins: ZIP },
  { endings: ['docx'], mediaType: `${OFFICE}.wordprocessingml.document`, begins: ZIP },
  { endings: ['xlsx'], mediaType: `${OFFICE}.spreadsheetml.sheet`, begins: ZIP },
  { endings: ['pptx'], mediaType: `${OFFICE}.presentationml.presentation`, begins: ZIP },
  { endings: ['doc', 'wps'], mediaType: 'application/msword', begins: COMPOUND },
  { endings: ['xls', 'et'], mediaType: 'application/vnd.ms-excel', begins: COMPOUND },
  { endings: ['ppt', 'dps'], mediaType: 'application/vnd.ms-powerpoint', begins: COMPOUND },
  { endings: ['png'], mediaType: 'image/png', begins: bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg', begins: bytes([0xff, 0xd8, 0xff]) },
  { endings: ['gif'], mediaType: 'image/gif', begins: bytes([0x47, 0x49, 0x46, 0x38]) },
  { endings: ['bmp'], mediaType: 'image/bmp', begins: bytes([0x42, 0x4d]) },
  { endings: ['tif', 'tiff'], mediaType: 'image/tiff', begins: TIFF },
  {
    endings: ['webp'],
    mediaType: 'image/webp',
    begins: (head) => RIFF(head) && head.subarray(8, 12).toString('latin1') === 'WEBP',
  },
  { endings: ['zip'], mediaType: 'application/zip', begins: ZIP },
  { endings: ['txt'], mediaType: 'text/plain', begins: isPlainText },
  { endings: ['csv'], mediaType: 'text/csv', begins: isPlainText },
]

/** All endings, for whoever is refused. */
export const allowedEndings: readonly string[] = kinds.flatMap(({ endings }) => endings)

/** As many of the first bytes as `mediaTypeOf` looks at. */
export const HEAD_BYTES = 4_096

/** Whether files of such a name are taken at all. */
export function isAllowedName(name: string): boolean {
  return allowedEndings.includes(endingOf(name))
}

/** The type of a file by the ending of its name; undefined where none is taken that begins so. */
export function mediaTypeOf(name: string, head: Buffer): string | undefined {
  const kind = kinds.find(({ endings }) => endings.includes(endingOf(name)))
  return kind?.begins(head) ? kind.mediaType : undefined
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** In whatever encoding, but nothing that is a page, a drawing, a script or a program under another name. */
function isPlainText(head: Buffer): boolean {
  const isWide = bytes([0xff, 0xfe], [0xfe, 0xff])(head)
  if (!isWide && head.includes(0)) return false
  const start = head
    .toString(isWide ? 'utf16le' : 'latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\ufeff|\s)+/, '')
    .slice(0, 200)
  return !/^(?:<|#!|%PDF-|%!PS|MZ|\{\\rtf)/.test(start)
}
