/** Hands a file to the person, made in the page; nothing is asked of any host. */
export function download(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken hold of it by the next turn; a minute is for slow disks.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A name any system takes: what Windows forbids in names becomes a dash. */
export function fileNameOf(name: string, ending: string): string {
  const safe = [...name].map((each) => (each < ' ' || '\\/:*?"<>|'.includes(each) ? '-' : each)).join('')
  return `${safe.trim().slice(0, 80).replace(/\.+$/, '') || '-'}.${ending}`
}
