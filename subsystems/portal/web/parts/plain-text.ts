/** A piece of a line: plain, bold or a link. */
export type Piece = { readonly text: string; readonly bold?: true; readonly href?: string }
export type Block = { readonly kind: 'paragraph' | 'list'; readonly lines: readonly (readonly Piece[])[] }

const mark = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(((?:https?:\/\/|mailto:|tel:)[^\s()<>"]+)\)/g

/** The text of an item as paragraphs and lists; nothing in it can become markup. */
export function blocksOf(text: string): Block[] {
  return text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean).map((part): Block => {
    const lines = part.split('\n')
    return lines.every((line) => line.startsWith('- ')) ? { kind: 'list', lines: lines.map((line) => piecesOf(line.slice(2))) } : { kind: 'paragraph', lines: lines.map(piecesOf) }
  })
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of line.matchAll(mark)) {
    if (found.index > from) pieces.push({ text: line.slice(from, found.index) })
    pieces.push(found[1] !== undefined ? { text: found[1], bold: true } : { text: found[2]!, href: found[3]! })
    from = found.index + found[0].length
  }
  if (from < line.length) pieces.push({ text: line.slice(from) })
  return pieces
}
