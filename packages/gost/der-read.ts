/** One element of a DER structure; `raw` are its bytes with tag and length. */
export interface Element { readonly tag: number; readonly raw: Buffer; readonly content: Buffer }

/** Bytes that are not the DER they should be. */
export class NotDer extends Error {}

/** The element that these bytes are, and nothing after it. */
export function readElement(bytes: Buffer): Element {
  const [found, after] = next(bytes)
  if (after !== bytes.length) throw new NotDer('bytes after the end')
  return found
}

/** The elements inside a constructed one. */
export function partsOf(outer: Element): Element[] {
  const parts: Element[] = []
  for (let at = 0; at < outer.content.length;) {
    const [found, length] = next(outer.content.subarray(at))
    parts.push(found)
    at += length
  }
  return parts
}

/** The part at this place; its absence is a fault of the structure. */
export function partAt(parts: readonly Element[], index: number): Element {
  const found = parts[index]
  if (!found) throw new NotDer('a part is missing')
  return found
}

/** The dotted form of an OBJECT IDENTIFIER. */
export function readObjectId({ content }: Element): string {
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) { numbers.push(value); value = 0 }
  }
  const [first = 0, ...rest] = numbers
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}

/** A string of any of the kinds that names are written in. */
export function readText({ tag, content }: Element): string {
  if (tag === 0x1e) return Buffer.from(content.subarray(0, content.length & ~1)).swap16().toString('utf16le')
  return tag === 0x14 ? content.toString('latin1') : content.toString('utf8')
}

/** A UTCTime or GeneralizedTime. */
export function readMoment({ tag, content }: Element): Date {
  const digits = content.toString('ascii')
  const full = tag === 0x17 ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : digits
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(full) ?? []
  if (!second) throw new NotDer('not a moment')
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

function next(bytes: Buffer): [Element, number] {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new NotDer('no element')
  const more = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || more > 4 || bytes.length < 2 + more) throw new NotDer('no definite length')
  const length = more === 0 ? first : bytes.readUIntBE(2, more)
  const end = 2 + more + length
  if (end > bytes.length) throw new NotDer('cut short')
  return [{ tag, raw: bytes.subarray(0, end), content: bytes.subarray(2 + more, end) }, end]
}
