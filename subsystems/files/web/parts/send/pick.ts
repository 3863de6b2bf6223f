import type { Picked } from './uploader.ts'

/** Files chosen with a button; those of a chosen folder know their way in it. */
export const pickedBy = (files: Iterable<File>, folderId: string): Picked[] =>
  [...files].map((file) => ({ file, folderId, path: file.webkitRelativePath.split('/').slice(0, -1).join('/') }))

/** Files and whole folders that were dropped. */
export async function droppedBy(transfer: DataTransfer, folderId: string): Promise<Picked[]> {
  // Entries must be taken before the first wait: afterwards the browser has forgotten them.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return pickedBy(transfer.files, folderId)
  return (await Promise.all(entries.map((entry) => walk(entry, '')))).flat().map((one) => ({ ...one, folderId }))
}

async function walk(entry: FileSystemEntry, path: string): Promise<Omit<Picked, 'folderId'>[]> {
  if (entry.isFile) return [{ file: await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail)), path }]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (some.length === 0) break
    found.push(...some)
  }
  const below = path ? `${path}/${entry.name}` : entry.name
  return (await Promise.all(found.map((one) => walk(one, below)))).flat()
}
