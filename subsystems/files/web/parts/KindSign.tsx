import { cx, IconFile, IconFileDescription, IconFileSpreadsheet, IconFileText, IconFileTypePdf, IconFileZip, IconFolder, IconMovie, IconMusic, IconPhoto, IconPresentation, type Icon } from '@school/ui'
import type { FileKind } from '../../contract/nodes.ts'
import css from './Files.module.css'

const signs: Readonly<Record<FileKind, Icon>> = {
  folder: IconFolder, image: IconPhoto, video: IconMovie, audio: IconMusic, pdf: IconFileTypePdf, document: IconFileDescription, table: IconFileSpreadsheet, slides: IconPresentation, text: IconFileText, archive: IconFileZip, other: IconFile,
}

/** The sign of a kind of file; folders are filled, so that the eye finds them. */
export function KindSign({ kind, size = 22 }: { kind: FileKind; size?: number }) {
  const Sign = signs[kind]
  return <span className={cx(css.sign, css[kind])}><Sign size={size} /></span>
}
