import { SaxesParser } from 'saxes'
import { FetProblem, type FetFile } from './fet.ts'
import { FetCollector } from './fet-collect.ts'
import { plainName, type FetRecord } from './fet-record.ts'
import { fetText } from './fet-text.ts'

const CHUNK = 1 << 16
const DEEPEST = 12
const MOST_RECORDS = 2_000_000

/** Reads a FET file of any version; `onProgress` hears the part done (0..1). Throws `FetProblem` when it is no such file. */
export function readFet(file: string | Uint8Array, onProgress?: (done: number) => void): FetFile {
  const text = fetText(file)
  const collector = new FetCollector()
  const parser = listeningParser(collector)
  for (let at = 0; at < text.length; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK))
    onProgress?.(Math.min(1, (at + CHUNK) / text.length))
  }
  parser.close()
  return collector.file()
}

/** A parser that hands every second-level record to the collector and holds no more than one of them. */
function listeningParser(collector: FetCollector): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: string[] = []
  const building: FetRecord[] = []
  let skippedFrom = 0
  let records = 0
  const fail = (code: FetProblem['code'], details = '') => new FetProblem(code, { line: parser.line, element: open.at(-1) ?? '', details })

  parser.on('error', (error) => { throw fail(open.length === 0 && !collector.rooted ? 'not_fet' : 'not_xml', error.message) })
  parser.on('doctype', (doctype) => { if (doctype.includes('[')) throw fail('dtd_refused', 'internal subset') })
  parser.on('opentag', ({ name: tag, attributes }) => {
    open.push(tag)
    if (open.length > DEEPEST) throw fail('too_deep')
    if (++records > MOST_RECORDS) throw fail('too_many')
    if (open.length === 1) return collector.root(tag, attributes, parser.line)
    if (open.length === 2) return startRecord(tag)
    if (skippedFrom) return
    if (open.length === 3 && !collector.wants(plainName(open[1]!), plainName(tag), tag)) { skippedFrom = 3; return }
    startRecord(tag)
  })
  parser.on('text', (text) => {
    const record = building.at(-1)
    if (record && !skippedFrom) record.text += text
  })
  parser.on('cdata', (text) => {
    const record = building.at(-1)
    if (record && !skippedFrom) record.text += text
  })
  parser.on('closetag', () => {
    const depth = open.length
    open.pop()
    if (skippedFrom) { if (depth === skippedFrom) skippedFrom = 0; return }
    const record = depth > 1 ? building.pop() : undefined
    if (!record) return
    if (depth === 2) collector.top(record)
    else if (depth === 3) collector.record(plainName(open[1]!), record)
    else building.at(-1)!.children.push(record)
  })

  function startRecord(tag: string) {
    building.push({ tag, name: plainName(tag), text: '', line: parser.line, children: [] })
  }
  return parser
}
