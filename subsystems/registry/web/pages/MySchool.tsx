import { Button, Callout, Facts, Form, PageBody, PageHeader, Section, showToast, SideBySide, TextField, Waiting } from '@school/ui'
import { ask, keyOf, Loaded, ProblemError, problemText, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { editSchool, getSchool, type School } from '../../contract/schools.ts'
import { ManageTabs } from '../parts/ManageTabs.tsx'
import { useSchoolId } from '../parts/use-school.ts'
import { useT } from '../parts/words.ts'
import { zoneText } from '../parts/zone-text.ts'

/** The card of the own school: read by everyone in it, names and contacts edited by its administrator. */
export function MySchool() {
  const t = useT()
  const schoolId = useSchoolId()
  const school = useQuery(ask(getSchool, { params: { schoolId } }))
  return (
    <PageBody narrow>
      <PageHeader title={t.mySchool} sub={t.mySchoolSub} />
      <ManageTabs at="school" />
      <Loaded query={school} waiting={<Waiting rows={8} />}>{(card) => <Card key={card.revision} school={card} />}</Loaded>
    </PageBody>
  )
}

function Card({ school }: { school: School }) {
  const t = useT()
  return (
    <>
      {school.can.edit ? <Section title={t.contacts}><EditForm school={school} /></Section> : (
        <Section title={t.contacts}><Facts items={[[t.fullName, school.fullName], [t.shortName, school.shortName], [t.address, school.address || t.none], [t.phone, school.phone || t.none], [t.email, school.email || t.none]]} /></Section>
      )}
      <Section title={t.identifiers}>
        <Facts items={[[t.kind, t.kinds[school.kind]], [t.ogrn, school.ogrn], [t.inn, school.inn], [t.kpp, school.kpp], [t.municipality, `${school.municipalityName}, ${school.regionName}`], [t.timeZone, zoneText(school.timeZone, t.moscow)]]} />
        {school.can.edit ? <p className="muted small">{t.registrationNote}</p> : null}
      </Section>
    </>
  )
}

function EditForm({ school }: { school: School }) {
  const t = useT()
  const [draft, setDraft] = useState({ fullName: school.fullName, shortName: school.shortName, address: school.address, phone: school.phone, email: school.email })
  const put = useCommand(editSchool, { stale: () => [keyOf(getSchool, { params: { schoolId: school.id } })], onDone: () => showToast({ text: t.saved, tone: 'ok' }) })
  const set = (field: keyof typeof draft) => (value: string) => setDraft({ ...draft, [field]: value })
  const changed = Object.entries(draft).some(([field, value]) => school[field as keyof typeof draft] !== value)
  return (
    <Form onSubmit={() => { if (changed) put.mutate({ params: { schoolId: school.id }, body: { ...draft, basedOn: school.revision } }) }} foot={<Button type="submit" look="primary" disabled={!changed} busy={put.isPending}>{t.save}</Button>}>
      {put.error instanceof ProblemError ? <Callout tone="bad" title={problemText(put.error.code, put.error.details)} /> : null}
      <TextField label={t.fullName} required value={draft.fullName} onChange={set('fullName')} />
      <TextField label={t.shortName} required value={draft.shortName} onChange={set('shortName')} />
      <TextField label={t.address} value={draft.address} onChange={set('address')} />
      <SideBySide><TextField label={t.phone} type="tel" value={draft.phone} onChange={set('phone')} /><TextField label={t.email} type="email" value={draft.email} onChange={set('email')} /></SideBySide>
    </Form>
  )
}
