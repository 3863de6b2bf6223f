import css from './Rules.module.css'

/** A small number in a table; nothing stands for none. */
export function NumberCell({ label, value, onChange, most = 15 }: { label: string; value: number | null; onChange(value: number | null): void; most?: number }) {
  return <input className={css.number} aria-label={label} inputMode="numeric" value={value ?? ''} onChange={(event) => {
    const text = event.target.value.replace(/\D/g, '')
    onChange(text === '' ? null : Math.min(most, Number(text)))
  }} />
}
