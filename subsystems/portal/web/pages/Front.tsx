import { Button, Empty, IconLogin } from '@school/ui'
import { ask, dayText, setLanguage, setLook, useLanguage, useLook, useQuery } from '@school/web'
import type { Item } from '../../contract/news.ts'
import { publicPage } from '../../contract/news.ts'
import { ItemText } from '../parts/ItemText.tsx'
import { useT } from '../parts/words.ts'
import css from './Front.module.css'

/** What a stranger sees: what this is, how to come in, news, answers, links, whom to ask. */
export function Front() {
  const t = useT()
  const found = useQuery(ask(publicPage, { query: {} }))
  const data = found.data
  return (
    <main className={css.front}>
      <header className={css.top}>
        <div className={css.brand}><span className={css.sign} aria-hidden="true">М</span>{t.brand}</div>
        <Looks />
      </header>
      <section className={`${css.hero} squares`}>
        <h1>{t.motto}</h1>
        <p>{t.signInHint}</p>
        <Button size="lg" href="/sign-in" icon={<IconLogin size={20} />}>{t.signIn}</Button>
      </section>
      <ul className={css.people}>{t.forWhom.map(([who, what]) => <li key={who}><b>{who}</b><span>{what}</span></li>)}</ul>
      <div className={css.columns}>
        <Column title={t.news} items={data?.news} empty={t.noNews} />
        <Column title={t.questions} items={data?.questions} empty={t.noQuestions} folded />
        <div>
          <Column title={t.links} items={data?.links} empty={t.noLinks} />
          <Column title={t.contacts} items={data?.contacts} empty={t.noContacts} />
        </div>
      </div>
      <footer className={css.foot}><a className="link" href="/api/docs" data-external="">{t.api}</a></footer>
    </main>
  )
}

function Looks() {
  const t = useT()
  const language = useLanguage()
  const look = useLook()
  return (
    <div className={css.looks}>
      <Button look="text" size="sm" onClick={() => setLook({ vision: look.vision === 'strong' ? 'usual' : 'strong' })}>{look.vision === 'strong' ? t.usual : t.vision}</Button>
      <Button look="text" size="sm" onClick={() => setLook({ scheme: look.scheme === 'dark' ? 'light' : 'dark' })}>{look.scheme === 'dark' ? t.light : t.dark}</Button>
      <Button look="text" size="sm" onClick={() => setLanguage(language === 'ru' ? 'en' : 'ru')}>{language === 'ru' ? t.english : t.russian}</Button>
    </div>
  )
}

function Column({ title, items, empty, folded = false }: { title: string; items: readonly Item[] | undefined; empty: string; folded?: boolean }) {
  return (
    <section className={css.column}>
      <h2>{title}</h2>
      {items === undefined ? null : items.length === 0 ? <Empty compact>{empty}</Empty> : items.map((one) => folded
        ? <details key={one.id}><summary>{one.title}</summary><ItemText text={one.text} /></details>
        : <article key={one.id}><h3>{one.href ? <a className="link" href={one.href} rel="noopener noreferrer">{one.title}</a> : one.title}</h3>{one.kind === 'news' ? <p className="faint small">{dayText(one.showFrom)}</p> : null}<ItemText text={one.text} /></article>)}
    </section>
  )
}
