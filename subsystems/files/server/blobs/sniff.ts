import type { FileKind } from '../../contract/nodes.ts'

/** How many first bytes tell what a file is. */
export const sniffBytes = 4100

const at = (head: Buffer, offset: number, text: string) => head.subarray(offset, offset + text.length).toString('latin1') === text

const signatures: ReadonlyArray<readonly [type: string, is: (head: Buffer) => boolean]> = [
  ['image/png', (h) => at(h, 0, '\x89PNG\r\n\x1a\n')], ['image/jpeg', (h) => at(h, 0, '\xff\xd8\xff')], ['image/gif', (h) => at(h, 0, 'GIF87a') || at(h, 0, 'GIF89a')],
  ['image/webp', (h) => at(h, 0, 'RIFF') && at(h, 8, 'WEBP')], ['audio/wav', (h) => at(h, 0, 'RIFF') && at(h, 8, 'WAVE')], ['video/avi', (h) => at(h, 0, 'RIFF') && at(h, 8, 'AVI ')],
  ['image/bmp', (h) => at(h, 0, 'BM') && h.length > 26 && h.readUInt32LE(6) === 0], ['image/tiff', (h) => at(h, 0, 'II*\0') || at(h, 0, 'MM\0*')],
  ['image/avif', (h) => at(h, 4, 'ftypavif')], ['image/heic', (h) => at(h, 4, 'ftyphei') || at(h, 4, 'ftypmif1')], ['audio/mp4', (h) => at(h, 4, 'ftypM4A')], ['video/quicktime', (h) => at(h, 4, 'ftypqt')], ['video/mp4', (h) => at(h, 4, 'ftyp')],
  ['video/webm', (h) => at(h, 0, '\x1a\x45\xdf\xa3') && h.includes('webm')], ['video/matroska', (h) => at(h, 0, '\x1a\x45\xdf\xa3')],
  ['audio/ogg', (h) => at(h, 0, 'OggS') && !h.subarray(0, 200).includes('theora')], ['video/ogg', (h) => at(h, 0, 'OggS')], ['audio/flac', (h) => at(h, 0, 'fLaC')],
  ['audio/mpeg', (h) => at(h, 0, 'ID3') || (h.length > 2 && h[0] === 0xff && (h[1]! & 0xe6) === 0xe2)],
  ['application/pdf', (h) => at(h, 0, '%PDF-')],
  ['application/zip', (h) => at(h, 0, 'PK\x03\x04') || at(h, 0, 'PK\x05\x06')], ['application/gzip', (h) => at(h, 0, '\x1f\x8b')], ['application/x-7z-compressed', (h) => at(h, 0, '7z\xbc\xaf\x27\x1c')], ['application/vnd.rar', (h) => at(h, 0, 'Rar!\x1a\x07')],
  ['application/x-ole-storage', (h) => at(h, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['application/x-executable', (h) => at(h, 0, 'MZ') || at(h, 0, '\x7fELF') || at(h, 0, '\xca\xfe\xba\xbe')],
]

/** Formats that share the shape of their container: the name says which, the bytes that it can be. */
const inContainer: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'application/zip': {
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet', odp: 'application/vnd.oasis.opendocument.presentation', epub: 'application/epub+zip',
  },
  'application/x-ole-storage': { doc: 'application/msword', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint' },
}

const extensionOf = (name: string) => /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/** What the bytes are; the name only tells apart what looks the same. Text that a browser would run is named as such and never shown. */
export function sniff(head: Buffer, name: string): string {
  const found = signatures.find(([, is]) => is(head))?.[0]
  if (found) return inContainer[found]?.[extensionOf(name)] ?? found
  if (!isText(head)) return 'application/octet-stream'
  const start = head.toString('utf8', 0, 1024).replace(/^\uFEFF/, '').trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<head|<body|<script|<iframe)/.test(start)) return 'text/html'
  if (/<svg[\s>]/.test(start)) return 'image/svg+xml'
  if (start.startsWith('<?xml')) return 'text/xml'
  return { html: 'text/html', htm: 'text/html', xhtml: 'text/html', svg: 'image/svg+xml', xml: 'text/xml', csv: 'text/csv', md: 'text/markdown', js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', json: 'application/json' }[extensionOf(name)] ?? 'text/plain'
}

/** Control bytes that text has: tab, ends of lines and pages, escape. */
const printed = new Set([9, 10, 12, 13, 27])

function isText(head: Buffer): boolean {
  if (head.some((byte) => byte < 0x20 && !printed.has(byte))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, lastWhole(head)))
    return true
  } catch {
    return isCyrillic1251(head)
  }
}

/** Where the last whole character of UTF-8 ends, for a head that was cut anywhere. */
function lastWhole(head: Buffer): number {
  if (head.length < sniffBytes) return head.length
  let end = head.length
  while (end > head.length - 4 && (head[end - 1]! & 0xc0) === 0x80) end--
  return end - (head[end - 1]! >= 0xc0 ? 1 : 0)
}

/** Old school files are often in windows-1251: printable bytes, most of the high ones letters. */
function isCyrillic1251(head: Buffer): boolean {
  const high = head.filter((byte) => byte >= 0x80)
  return high.filter((byte) => byte >= 0xc0).length > high.length * 0.8
}

const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])
const played = new Set(['audio/wav', 'audio/mpeg', 'audio/ogg', 'audio/flac', 'audio/mp4', 'video/mp4', 'video/webm', 'video/ogg', 'video/quicktime'])

export type Look = 'image' | 'pdf' | 'audio' | 'video' | 'text' | 'none'
/** How a browser can show a type without running anything of it. */
export function lookOf(type: string): Look {
  if (shown.has(type)) return 'image'
  if (type === 'application/pdf') return 'pdf'
  if (played.has(type)) return type.startsWith('audio/') ? 'audio' : 'video'
  return type.startsWith('text/') || type === 'image/svg+xml' || type === 'application/json' ? 'text' : 'none'
}

/** What a type is to a person. */
export function fileKindOf(type: string): FileKind {
  if (type === 'application/pdf') return 'pdf'
  if (/word|opendocument\.text|epub/.test(type)) return 'document'
  if (/excel|spreadsheet|csv/.test(type)) return 'table'
  if (/powerpoint|presentation/.test(type)) return 'slides'
  if (/zip|rar|7z/.test(type)) return 'archive'
  const [family] = type.split('/')
  if (family === 'image' || family === 'video' || family === 'audio') return family
  return family === 'text' || type === 'application/json' ? 'text' : 'other'
}
