import { cx } from '../cx.ts'
import { useWords } from '../words.ts'
import css from './marks.module.css'

interface Props {
  /** '5' '4' '3' '2' 'зач' 'нз' 'н/а' '•', or an absence code with `look="absence"`. */
  value: string
  weight?: number
  look?: 'mark' | 'proposal' | 'absence'
  size?: 'grid' | 'normal' | 'big'
  /** Said aloud and shown on hover instead of the plain figure: «5, контрольная, 10 октября». */
  title?: string
  /** The mark that these points make: the tile has its tint. */
  as?: string
  /** Something was written of it: a corner says so. */
  noted?: boolean
  /** The cell around it says everything aloud; a grid of hundreds of marks draws faster so. */
  silent?: boolean
}

const figures: Record<string, string | undefined> = { 5: css.m5, 4: css.m4, 3: css.m3, 2: css.m2 }

/** A mark as a printed figure: shape tells it without colour; weight 1 is silent. */
export function MarkTile({ value, weight = 1, look = 'mark', size = 'normal', title, silent, noted, as }: Props) {
  const words = useWords()
  // after a second try the tile has the tint of what was reached: «3 → 5»
  const reached = as ?? value.split(' → ').at(-1)!
  const kind = look === 'absence' ? css.absence : value === '•' ? css.debt : look === 'proposal' ? cx(css.proposal, value === '3' && css.m3) : figures[reached] ?? css.word
  const spoken = title ?? [as,look === 'absence' ? `${words.absence} ${value}` : value === '•' ? words.debt : value, weight !== 1 && `${words.weight} ${weight}`, look === 'proposal' && words.proposal].filter(Boolean).join(', ')
  return (
    <span className={cx(css.mark, kind, size !== 'normal' && css[size], noted && css.noted)} title={title}>
      <span aria-hidden="true">{value}</span>{weight === 1 ? null : <i aria-hidden="true" data-weight={weight} />}
      {silent ? null : <span className="only-spoken">{spoken}</span>}
    </span>
  )
}
