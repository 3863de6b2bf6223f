import { IconPrinter } from '../icons/icons.ts'
import { useWords } from '../words.ts'
import { IconButton } from './Button.tsx'

/** Prints the page as it stands. */
export function PrintButton() {
  const words = useWords()
  return <IconButton label={words.print} className="no-print" onClick={() => print()}><IconPrinter /></IconButton>
}
