/** What goes on paper: blocks from top to bottom. The kit lays them out, breaks pages and repeats the heads of tables. */
export interface PrintDocument {
  readonly title: string
  readonly language: 'ru' | 'en'
  readonly madeAt: Date
  readonly size?: 'A4' | 'A3'
  readonly landscape?: boolean
  /** The line under every page. */
  readonly foot?: (page: number, pages: number) => string
  /** PDF/A-2b: fonts, colours and metadata as an archive demands. */
  readonly archive?: boolean
  readonly blocks: Iterable<Block>
}

export type Block = Heading | Text | Table | Gap | NewPage | Signatures

export interface Heading { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
export interface Text { readonly kind: 'text'; readonly text: string; readonly bold?: boolean; readonly quiet?: boolean; readonly align?: Align }
export interface Gap { readonly kind: 'gap'; readonly points: number }
export interface NewPage { readonly kind: 'newPage' }
/** Lines to sign on: what the person is, a rule, the name. */
export interface Signatures { readonly kind: 'signatures'; readonly people: readonly { readonly office: string; readonly name: string }[] }

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  /** Repeated on every page the table reaches. */
  readonly head: readonly (readonly CellContent[])[]
  readonly rows: Iterable<readonly CellContent[]>
  /** Size of the letters in points, 9 if not told. */
  readonly letters?: number
  /** A poster: letters and rows shrink or stretch so that the table fills what is left of the page. */
  readonly fill?: boolean
}

/** Width in shares of the page, or in points. */
export interface Column { readonly share?: number; readonly points?: number; readonly align?: Align }
export type Align = 'left' | 'center' | 'right'
export type CellContent = string | Cell
export interface Cell {
  readonly lines: readonly Line[]
  readonly align?: Align
  readonly span?: number
  readonly shaded?: boolean
  /** Reads upwards, for narrow heads of columns. */
  readonly upright?: boolean
}
export interface Line { readonly text: string; readonly bold?: boolean; readonly quiet?: boolean; readonly small?: boolean }
