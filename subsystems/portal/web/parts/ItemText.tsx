import { blocksOf, type Piece } from './plain-text.ts'

const line = (pieces: readonly Piece[]) => pieces.map((piece, i) => piece.href ? <a key={i} className="link" href={piece.href} rel="noopener noreferrer">{piece.text}</a> : piece.bold ? <b key={i}>{piece.text}</b> : piece.text)

/** The text of news or an answer. */
export function ItemText({ text }: { text: string }) {
  return blocksOf(text).map((block, i) => block.kind === 'list'
    ? <ul key={i}>{block.lines.map((pieces, n) => <li key={n}>{line(pieces)}</li>)}</ul>
    : <p key={i}>{block.lines.map((pieces, n) => <span key={n}>{n > 0 ? <br /> : null}{line(pieces)}</span>)}</p>)
}
