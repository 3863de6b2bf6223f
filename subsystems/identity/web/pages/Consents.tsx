import { AskOnce, Button, Callout, Checkbox, PageBody, PageHeader, Section, showToast, StatusWord, Tabs } from '@school/ui'
import { ask, dateTimeText, explain, keyOf, Loaded, meKey, useAddress, useCommand, useMe, useQuery, useUrlValue } from '@school/web'
import { useState } from 'react'
import { giveConsent, listConsents, withdrawConsent, type ConsentDocument, type ConsentState, type ConsentSubject } from '../../contract/consents.ts'
import css from './Consents.module.css'
import { moscow, useT } from '../parts/words.ts'

/** One document per purpose, for oneself and for each child; nothing is ticked beforehand, everything can be taken back. */
export function Consents() {
  const t = useT()
  const consents = useQuery(ask(listConsents, {}))
  return (
    <PageBody narrow>
      <PageHeader title={t.consents} sub={t.consentsLead} back={{ href: '/profile', label: t.profile }} />
      <Onward />
      <Loaded query={consents}>{({ documents, subjects }) => <Subjects documents={documents} subjects={subjects} />}</Loaded>
      <Section title={t.withoutConsent}><p className="muted">{t.withoutConsentText}</p></Section>
    </PageBody>
  )
}

/** At the first sign-in this page stands before all others; afterwards it leads on. */
function Onward() {
  const t = useT()
  const me = useMe()
  const [, go] = useAddress()
  const [next] = useUrlValue('next')
  if (me?.consentsNeeded) return <div className={css.first}><Callout tone="warn" title={t.firstTime}>{t.firstTimeText}</Callout></div>
  return next ? <div className={css.first}><Callout tone="ok" title={t.allAnswered} action={<Button look="primary" onClick={() => go(next.startsWith('/') && !next.startsWith('//') ? next : '/')}>{t.goOn}</Button>} /></div> : null
}

function Subjects({ documents, subjects }: { documents: readonly ConsentDocument[]; subjects: readonly ConsentSubject[] }) {
  const t = useT()
  const [who, setWho] = useUrlValue('who', subjects[0]?.id ?? '')
  const subject = subjects.find((one) => one.id === who) ?? subjects[0]
  if (!subject) return null
  return (
    <>
      {subjects.length > 1 ? <div className={css.tabs}><Tabs label={t.whoseData} value={subject.id} onChange={setWho} items={subjects.map((one) => ({ key: one.id, label: one.self ? t.myself : one.name }))} /></div> : null}
      {subject.mayAnswer ? null : <p className="muted">{subject.self ? t.parentAnswers : t.childAnswers}</p>}
      {subject.states.map((state) => {
        const document = documents.find((one) => one.purpose === state.purpose)
        return document ? <Document key={`${subject.id} ${state.purpose}`} document={document} state={state} subject={subject} /> : null
      })}
    </>
  )
}

function Document({ document, state, subject }: { document: ConsentDocument; state: ConsentState; subject: ConsentSubject }) {
  const t = useT()
  return (
    <article className={css.document}>
      <div className={css.title}><h2>{document.title}</h2><span className="small muted">{document.required ? t.requiredDocument : t.optionalDocument}</span></div>
      <details open={document.required && state.state !== 'given'}><summary>{t.readText(document.edition)}</summary>{document.body.split('\n\n').map((part) => <p key={part.slice(0, 40)}>{part}</p>)}</details>
      <Answer document={document} state={state} subject={subject} />
    </article>
  )
}

function Answer({ document, state, subject }: { document: ConsentDocument; state: ConsentState; subject: ConsentSubject }) {
  const t = useT()
  const [ticked, setTicked] = useState(false)
  const [asking, setAsking] = useState(false)
  const params = { subjectId: subject.id, purpose: document.purpose }
  const done = (text: string) => ({ stale: () => [keyOf(listConsents), meKey], onDone: () => { setTicked(false); setAsking(false); showToast({ text }) }, onProblem: (problem: unknown) => { showToast({ text: explain(problem).text, tone: 'bad' }) } })
  const give = useCommand(giveConsent, done(t.given))
  const withdraw = useCommand(withdrawConsent, done(t.consentWithdrawn))
  if (state.state === 'given') {
    return (
      <div className={css.answer}>
        <StatusWord tone="ok">{t.givenBy(dateTimeText(state.givenAt!, moscow), state.givenBy ?? '')}</StatusWord>
        {subject.mayAnswer ? <Button look="danger" size="sm" onClick={() => setAsking(true)}>{t.withdrawConsent}</Button> : null}
        <AskOnce open={asking} onClose={() => setAsking(false)} title={t.withdrawTitle(document.title)} act={t.withdrawConsent} cancel={t.cancel} danger busy={withdraw.isPending} onAct={() => withdraw.mutate({ params })}>{document.required ? t.withdrawRequired : t.withdrawOptional}</AskOnce>
      </div>
    )
  }
  if (!subject.mayAnswer) return <div className={css.answer}><StatusWord tone="mute">{t.noAnswer}</StatusWord></div>
  return (
    <div className={css.answer}>
      <Checkbox label={document.required ? t.iAccept : t.iAgree} note={state.state === 'withdrawn' ? t.wasWithdrawn(dateTimeText(state.withdrawnAt!, moscow)) : state.state === 'oldEdition' ? t.newEdition : undefined} checked={ticked} onChange={setTicked} />
      <Button look="primary" disabled={!ticked} busy={give.isPending} onClick={() => give.mutate({ params, body: { edition: document.edition, hash: document.hash } })}>{t.give}</Button>
    </div>
  )
}
