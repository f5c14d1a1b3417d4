import { isReturnedName, isZipName } from './returned-name.ts'

/** Of a folder: those that may be workbooks, and how many others lay there. */
export interface DroppedFiles {
  readonly files: readonly File[]
  readonly others: number
}

/** Nobody means more than these at once. */
const MOST_FILES = 5_000

/**
 * What was dropped on the page, folders with all that is in them. To be called while the drop is handled: what it holds is
 * gone afterwards. A file that was dropped by itself is meant, whatever it is called.
 */
export async function droppedFiles(data: DataTransfer): Promise<DroppedFiles> {
  const entries = [...data.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry === null ? [] : [entry]
  })
  // Where the browser knows no entries, there are no folders.
  if (entries.length === 0) return { files: [...data.files], others: 0 }
  const alone = await Promise.all(entries.filter(isFile).map(fileOf))
  const within: File[] = []
  for (const entry of entries) if (entry.isDirectory) await collect(entry as FileSystemDirectoryEntry, within)
  return { ...onlyReturned(within), files: [...alone, ...onlyReturned(within).files] }
}

/** Of the files of a folder that was chosen or dropped. */
export function onlyReturned(all: readonly File[]): DroppedFiles {
  const files = all.filter(({ name }) => isReturnedName(name) || isZipName(name))
  return { files, others: all.length - files.length }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

async function collect(folder: FileSystemDirectoryEntry, found: File[]): Promise<void> {
  const reader = folder.createReader()
  for (;;) {
    // It gives a hundred at a time, and none at its end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (entries.length === 0) return
    for (const entry of entries) {
      if (found.length >= MOST_FILES) return
      if (isFile(entry)) found.push(await fileOf(entry))
      else await collect(entry as FileSystemDirectoryEntry, found)
    }
  }
}
