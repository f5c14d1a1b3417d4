/** Files dropped on one page that belong to another: the page that is left puts them here, the one that opens takes them. */
let waiting: readonly File[] = []

export function handOver(files: readonly File[]): void {
  waiting = files
}

/** They are taken once. */
export function takeHandedOver(): readonly File[] {
  const taken = waiting
  waiting = []
  return taken
}
