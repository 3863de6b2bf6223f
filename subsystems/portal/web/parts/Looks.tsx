import { setLanguage, setLook, useLanguage, useLook, type Language } from '@school/web'
import css from './Looks.module.css'
import { useT } from './words.ts'

// not a message: a language is named in itself
const languages = [['ru', 'Русский'], ['en', 'English']] as const

/** Language, colours and the mode for the visually impaired, for strangers too. */
export function Looks() {
  const t = useT()
  const language = useLanguage()
  const { scheme, vision } = useLook()
  const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  return (
    <div className={css.looks}>
      {languages.map(([value, label]) => <button key={value} type="button" lang={value} aria-pressed={language === value} onClick={() => setLanguage(value as Language)}>{label}</button>)}
      <button type="button" onClick={() => setLook({ scheme: dark ? 'light' : 'dark' })}>{dark ? t.light : t.dark}</button>
      <button type="button" aria-pressed={vision === 'strong'} onClick={() => setLook({ vision: vision === 'strong' ? 'usual' : 'strong' })}>{vision === 'strong' ? t.usual : t.vision}</button>
    </div>
  )
}
