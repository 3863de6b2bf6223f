/** One element under a list of the file: small, built while reading and dropped after use. */
export type FetRecord = { tag: string; name: string; text: string; line: number; children: FetRecord[] }

const plainNames = new Map<string, string>()

/** Tag names as they are compared: FET changed case and underscores between versions. */
export function plainName(tag: string): string {
  let plain = plainNames.get(tag)
  if (plain === undefined) {
    plain = tag.toLowerCase().replaceAll('_', '')
    if (plainNames.size < 2000) plainNames.set(tag, plain)
  }
  return plain
}

/** The trimmed text of the first child with one of these names, or ''. */
export const textOf = (record: FetRecord, ...names: string[]) => record.children.find((child) => names.includes(child.name))?.text.trim() ?? ''

/** The trimmed texts of every child with one of these names, empty ones left out. */
export const textsOf = (record: FetRecord, ...names: string[]) =>
  record.children.filter((child) => names.includes(child.name)).map((child) => child.text.trim()).filter((text) => text !== '')

/** Whether the child says yes; `otherwise` when there is none. */
export function flagOf(record: FetRecord, name: string, otherwise: boolean): boolean {
  const text = textOf(record, name).toLowerCase()
  return text === '' ? otherwise : text === 'true' || text === 'yes' || text === '1'
}
