// not messages: names of things as registers, keys and rails have them
import { BrandSign, Button, Callout, Checkbox, Facts, IconBackpack, IconBuilding, IconChevronRight, IconCircleCheck, IconSchool, IconShieldCheck, IconUsers, Segmented, type Icon } from '@school/ui'
import { ownZone, setLanguage, setLook, timeText, type Language, useLanguage, useLook, useQuery, useUrlValue } from '@school/web'
import { useEffect, useState, type ReactNode } from 'react'
import { useT } from '../parts/words.ts'
import css from './SignIn.module.css'

type Profile = 'parent' | 'pupil' | 'staff'

/** The door: who comes, what Госуслуги will hand over, and one button. */
export function SignIn() {
  const t = useT()
  useEffect(() => { document.title = `${t.signIn} — ${t.product}` }, [t])
  return (
    <div className={css.page}>
      <section className={css.side} aria-label={t.about}>
        <Brand />
        <div className={css.pitch}>
          <h2>{t.headline}</h2>
          <ul>
            <For icon={IconBackpack} title={t.toPupil} text={t.toPupilText} />
            <For icon={IconUsers} title={t.toParent} text={t.toParentText} />
            <For icon={IconSchool} title={t.toTeacher} text={t.toTeacherText} />
            <For icon={IconBuilding} title={t.toSchool} text={t.toSchoolText} />
          </ul>
        </div>
      </section>
      <section className={css.door}>
        <div className={css.phoneBrand}><Brand /></div>
        <div className={css.box}><Door /></div>
        <Looks />
      </section>
    </div>
  )
}

const Brand = () => { const t = useT(); return <a className={css.brand} href="/" data-plain=""><BrandSign size={32} />{t.product}</a> }

const For = ({ icon: Sign, title, text }: { icon: Icon; title: string; text: string }) => <li><Sign size={22} /><div><b>{title}</b><p>{text}</p></div></li>

function Door() {
  const t = useT()
  const [profile, setProfile] = useUrlValue('who', 'parent')
  const [back] = useUrlValue('back', '/')
  const [shared, setShared] = useState(false)
  const [going, setGoing] = useState(false)
  const go = () => {
    setGoing(true)
    location.assign(`/auth/esia/start?${new URLSearchParams({ profile, next: back, shared: shared ? '1' : '0' })}`)
  }
  return (
    <>
      <h1>{t.signIn}</h1>
      <p className={css.lead}>{t.signInLead}</p>
      <Trouble />
      <div className={css.who}><Segmented label={t.whoComes} value={profile} onChange={setProfile} options={(['parent', 'pupil', 'staff'] as const).map((value) => ({ value, label: t.profiles[value] }))} /></div>
      <Button look="primary" size="lg" wide busy={going} className={css.enter} onClick={go}>{t.enter}</Button>
      <div className={css.shared}><Checkbox label={t.sharedComputer} note={t.sharedComputerNote} checked={shared} onChange={setShared} /></div>
      <HandedOver profile={profile as Profile} />
      <div className={css.help}>
        <More title={t.noChildAccount}>{t.noChildAccountText}</More>
        <More title={t.cannotSignIn}>{t.cannotSignInText}</More>
      </div>
      <Health />
    </>
  )
}

/** Why the last try ended without a session, and what to do. */
function Trouble() {
  const t = useT()
  const [problem] = useUrlValue('problem')
  if (!problem) return null
  const said = t.troubles[problem as keyof typeof t.troubles] ?? t.troubles['identity.esia_answer_refused']
  return <div className={css.trouble}><Callout tone={problem === 'identity.consent_refused' || problem === 'identity.sign_in_expired' ? 'warn' : 'bad'} title={said.title}>{said.text}</Callout></div>
}

function HandedOver({ profile }: { profile: Profile }) {
  const t = useT()
  const extra = profile === 'parent' ? [[t.dataKids, t.dataKidsWhy] as const] : profile === 'staff' ? [[t.dataOrganisations, t.dataOrganisationsWhy] as const] : []
  return (
    <div className={css.data}>
      <h2><IconShieldCheck size={20} />{t.handedOver}</h2>
      <Facts term={168} items={[[t.dataNames, t.dataNamesWhy], [t.dataSnils, t.dataSnilsWhy], ...extra]} />
      <p>{t.handedOverNote}</p>
    </div>
  )
}

const More = ({ title, children }: { title: string; children: ReactNode }) => <details><summary>{title}<IconChevronRight size={16} /></summary><p>{children}</p></details>

function Health() {
  const t = useT()
  const health = useQuery({ queryKey: ['health'], queryFn: async () => { const response = await fetch('/health/ready'); return { ok: response.ok, at: new Date() } }, staleTime: 60_000 })
  if (!health.data) return <p className={css.health} />
  if (!health.data.ok) return <p className={css.health}>{t.notReady}</p>
  return <p className={css.health}><IconCircleCheck size={18} />{t.allWorks(timeText(health.data.at, ownZone()))}</p>
}

function Looks() {
  const t = useT()
  const language = useLanguage()
  const { vision } = useLook()
  const choice = (value: Language, label: string) => <button type="button" lang={value} aria-pressed={language === value} onClick={() => setLanguage(value)}>{label}</button>
  return (
    <div className={css.looks}>
      {choice('ru', t.languages.ru)}{choice('en', t.languages.en)}
      <button type="button" className="push" aria-pressed={vision === 'strong'} onClick={() => setLook({ vision: vision === 'strong' ? 'usual' : 'strong' })}>{vision === 'strong' ? t.usualVision : t.strongVision}</button>
    </div>
  )
}
