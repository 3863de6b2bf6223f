import { BrandSign, Button, Empty, IconBackpack, IconBuilding, IconLogin, IconSchool, IconUsers, QuickSelect, Waiting, type Icon } from '@school/ui'
import { ask, ProblemNote, useQuery, useUrlValue } from '@school/web'
import { useEffect } from 'react'
import { publicPage, type Item, type Kind } from '../../contract/news.ts'
import { ItemArticle } from '../parts/ItemArticle.tsx'
import { Looks } from '../parts/Looks.tsx'
import { useT } from '../parts/words.ts'
import css from './Front.module.css'

const signs: readonly Icon[] = [IconBackpack, IconUsers, IconSchool, IconBuilding]

/** What a stranger sees: what this is, how to come in, news, answers, links, whom to ask. */
export function Front() {
  const t = useT()
  const [region, setRegion] = useUrlValue('region')
  const found = useQuery(ask(publicPage, { query: region ? { regionId: region } : {} }))
  useEffect(() => { document.title = t.brand }, [t])
  const regions = found.data?.regions ?? []
  return (
    <div className={css.page}>
      <header className={css.top}><a className={css.brand} href="/" data-plain=""><BrandSign size={32} />{t.brand}</a><Looks /></header>
      <section className={css.hero}>
        <div className={css.pitch}>
          <h1>{t.motto}</h1>
          <p>{t.signInHint}</p>
          <Button look="primary" size="lg" href="/sign-in" className={css.enter} icon={<IconLogin size={20} />}>{t.signIn}</Button>
        </div>
        <ul className={css.people}>{t.forWhom.map(([who, what], i) => { const Sign = signs[i] ?? IconUsers; return <li key={who}><Sign size={22} /><div><b>{who}</b><p>{what}</p></div></li> })}</ul>
      </section>
      <div className={css.told}>
        {regions.length > 0 ? <div className={css.where}><QuickSelect label={t.region} value={region} onChange={setRegion} options={[{ value: '', label: t.wholeCountry }, ...regions.map((one) => ({ value: one.id, label: one.name }))]} /></div> : null}
        {found.error ? <ProblemNote problem={found.error} retry={() => void found.refetch()} /> : (
          <div className={css.columns}>
            <div><Told kind="news" title={t.news} items={found.data?.news} /></div>
            <div><Told kind="question" title={t.questions} items={found.data?.questions} /></div>
            <div><Told kind="link" title={t.links} items={found.data?.links} /><Told kind="contact" title={t.contacts} items={found.data?.contacts} /></div>
          </div>
        )}
      </div>
    </div>
  )
}

function Told({ kind, title, items }: { kind: Kind; title: string; items: readonly Item[] | undefined }) {
  const t = useT()
  return (
    <section className={css.column}>
      <h2>{title}</h2>
      {items === undefined ? <Waiting rows={3} height={56} /> : items.length === 0 ? <Empty compact>{t.empty[kind]}</Empty> : items.map((one) => <ItemArticle key={one.id} item={one} />)}
    </section>
  )
}
