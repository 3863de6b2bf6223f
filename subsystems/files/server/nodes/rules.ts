import type { NodeTable } from '../tables.ts'

/** How deep folders may lie in each other, the root not counted. */
export const deepest = 30
export const mostName = 200

/** Names that Windows keeps for devices: a folder that is downloaded there must open. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
// oxlint-disable-next-line no-control-regex -- these are what no name may hold
const forbidden = /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** A name as every file system bears it: composed, without path, control and direction characters, not ending in a dot or space; null when nothing is left. */
export function cleanName(given: string): string | null {
  const name = given.toWellFormed().normalize('NFC').replaceAll(forbidden, ' ').replaceAll(/\s+/gu, ' ').replaceAll(/^[ ]+|[ .]+$/gu, '')
  if (name === '') return null
  const safe = reserved.test(name) ? `_${name}` : name
  return shorten(safe)
}

/** A long name loses its middle, never the extension that says what it is. */
function shorten(name: string): string {
  if (name.length <= mostName) return name
  const [stem, extension] = splitName(name)
  return `${stem.slice(0, mostName - Math.min(extension.length, 20)).toWellFormed().replaceAll('\ufffd', '').trimEnd()}${extension.slice(0, 20)}`
}

/** Two names that differ by case or by ё only are one name. */
// not a message: letters that count as one
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll('ё', 'е')

export function splitName(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf('.')
  return dot > 0 && name.length - dot <= 12 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

/** The name itself, or with the first free number: «Отчёт (2).docx». */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(nameKey(name))) return name
  const [stem, extension] = splitName(name)
  for (let n = 2; ; n++) {
    const ending = ` (${n})${extension}`
    const next = `${stem.slice(0, mostName - ending.length)}${ending}`
    if (!taken.has(nameKey(next))) return next
  }
}

/** Whether a folder would come to lie inside itself. */
export const isInside = (folderPath: readonly string[], node: Pick<NodeTable, 'id'>): boolean => folderPath.includes(node.id)

export const isTooDeep = (folderPath: readonly string[], below: number): boolean => folderPath.length - 1 + below > deepest
