import { addressOf, newId } from '@school/contract'
import { AskOnce, Button, IconFileSpreadsheet, IconPlus, Menu, PageBody, PageHeader, PrintButton, QuickSelect, Section, showToast, StatusWord, Tabs, Waiting, WithPanel } from '@school/ui'
import { ask, dayText, keyOf, Loaded, shortName, useAddress, useCommand, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { acceptEdition, getCurriculum, getCurriculumBook, listCurricula, putEdition, removeEdition, type Curriculum } from '../../contract/index.ts'
import { ClassesTab } from '../parts/curriculum/ClassesTab.tsx'
import { CoursesTab } from '../parts/curriculum/CoursesTab.tsx'
import { CurriculumGrid } from '../parts/curriculum/CurriculumGrid.tsx'
import { FindingList } from '../parts/curriculum/FindingList.tsx'
import { HeadDialog } from '../parts/curriculum/HeadDialog.tsx'
import { AcceptDialog, CorrectionDialog, ImportDialog, SubjectDialog } from '../parts/curriculum/SheetDialogs.tsx'
import { useDraft } from '../parts/curriculum/use-draft.ts'
import { tellProblem, useSchoolId, useT } from '../parts/words.ts'

type Asked = 'head' | 'accept' | 'correct' | 'discard' | null

/** One plan: its sheet with checks beside it, its classes, and what it makes of the load. */
export function CurriculumPage({ id }: { id: string }) {
  const schoolId = useSchoolId()
  const [edition, setEdition] = useUrlValue('edition', '')
  const query = useQuery(ask(getCurriculum, { params: { schoolId, id }, query: edition ? { edition: Number(edition) } : {} }))
  return <Loaded query={query} waiting={<PageBody><Waiting rows={16} title /></PageBody>}>{(sheet) => <Opened key={`${sheet.shown} ${sheet.can.edit}`} sheet={sheet} onEdition={setEdition} />}</Loaded>
}

function Opened({ sheet, onEdition }: { sheet: Curriculum; onEdition(edition: string): void }) {
  const words = useT()
  const t = words.curricula
  const to = useTo()
  const [tab, setTab] = useUrlValue('tab', 'sheet')
  const shown = sheet.editions.find((one) => one.edition === sheet.shown)!
  const errors = sheet.findings.filter((one) => one.severity === 'error').length
  const sub = <>{t.levels[sheet.head.level]}{sheet.head.profile ? `, ${sheet.head.profile}` : ''}, {t.days(sheet.head.weekDays)} · <StatusWord tone={shown.state === 'accepted' ? 'ok' : 'mute'}>{t.states[shown.state]}</StatusWord>{shown.orderNumber ? `, ${t.order(shown.orderNumber)}` : ''}</>
  const body = (
    <PageBody>
      <PageHeader title={sheet.head.name} sub={sub} back={{ href: to('/manage/plans'), label: t.plans }} actions={
        <>
          {sheet.editions.length > 1 ? <QuickSelect label={t.edition} value={String(sheet.shown)} onChange={onEdition} options={sheet.editions.toReversed().map((one) => ({ value: String(one.edition), label: t.editionNo(one.edition, dayText(one.validFrom)) }))} /> : null}
          <PrintButton />
          <Acts sheet={sheet} onEdition={onEdition} />
        </>} />
      <Tabs label={t.views} value={tab} onChange={setTab} items={[{ key: 'sheet', label: t.tabs.sheet, ...(errors > 0 ? { count: errors } : {}) }, { key: 'classes', label: t.tabs.classes, count: sheet.classes.length + sheet.students.length }, { key: 'courses', label: t.tabs.courses }]} />
      {tab === 'classes' ? <ClassesTab key={sheet.head.revision} sheet={sheet} /> : tab === 'courses' ? <CoursesTab sheet={sheet} /> : <Sheet sheet={sheet} />}
    </PageBody>
  )
  return tab === 'sheet' ? <WithPanel label={t.checks} title={t.checks} narrow="below" panel={<><FindingList findings={sheet.findings} /><Editions sheet={sheet} /></>}>{body}</WithPanel> : body
}

function Sheet({ sheet }: { sheet: Curriculum }) {
  const t = useT().curricula
  const schoolId = useSchoolId()
  const draft = useDraft(schoolId, sheet)
  const [open, setOpen] = useState<'subject' | 'import' | null>(null)
  return (
    <div className="stack">
      {sheet.can.edit ? (
        <div className="row wrap no-print">
          <Button size="sm" icon={<IconPlus size={18} />} onClick={() => setOpen('subject')}>{t.addSubject}</Button>
          <Button size="sm" look="text" icon={<IconFileSpreadsheet size={18} />} onClick={() => setOpen('import')}>{t.importBook}</Button>
          <span className="push" /><span className="small muted" role="status">{draft.state === 'saved' ? t.savedAt : draft.state === 'saving' ? t.saving : t.notSaved}</span>
        </div>
      ) : null}
      <CurriculumGrid sheet={sheet} lines={draft.lines} onChange={sheet.can.edit ? draft.change : null} />
      {sheet.can.edit ? <p className="small muted no-print">{t.cellHint}</p> : null}
      {open === 'subject' ? <SubjectDialog lines={draft.lines} onAdd={(line) => draft.change([...draft.lines, line])} onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? <ImportDialog sheet={sheet} onTake={draft.change} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}

function Acts({ sheet, onEdition }: { sheet: Curriculum; onEdition(edition: string): void }) {
  const words = useT()
  const t = words.curricula
  const to = useTo()
  const [, go] = useAddress()
  const schoolId = useSchoolId()
  const [open, setOpen] = useState<Asked>(null)
  const params = { schoolId, id: sheet.head.id }
  const stale = () => [keyOf(getCurriculum, { params }), keyOf(listCurricula, { params: { schoolId } })]
  const close = () => setOpen(null)
  const accept = useCommand(acceptEdition, { stale, onProblem: tellProblem, onDone: () => { close(); showToast({ tone: 'ok', text: t.accepted }) } })
  const correct = useCommand(putEdition, { stale, onProblem: tellProblem, onDone: () => { close(); onEdition('') } })
  const discard = useCommand(removeEdition, { stale, onProblem: tellProblem, onDone: () => { close(); if (sheet.editions.length === 1) go(to('/manage/plans')); else onEdition('') } })
  const last = sheet.editions.at(-1)!
  const makeCorrection = (validFrom: string, reason: string) => correct.mutate({ params: { ...params, edition: last.edition + 1 }, body: { validFrom, reason, basedOn: sheet.head.revision, lines: sheet.lines.map(({ subject: _subject, ...line }) => ({ ...line, id: newId() })) } })
  const items = [
    { label: t.exportBook, href: addressOf(getCurriculumBook, { params, query: { edition: sheet.shown } }) },
    ...(sheet.can.change ? [{ label: t.change, onSelect: () => setOpen('head') }] : []), ...(sheet.can.edit ? [{ label: t.discard, danger: true, onSelect: () => setOpen('discard') }] : []),
  ]
  return (
    <>
      <Menu label={t.change} align="end" items={items} trigger={(props) => <Button look="outlined" {...props}>{t.change}</Button>} />
      {sheet.can.edit ? <Button look="primary" onClick={() => setOpen('accept')}>{t.accept}</Button> : sheet.can.change && last.state === 'accepted' ? <Button look="primary" onClick={() => setOpen('correct')}>{t.correction}</Button> : null}
      {open === 'head' ? <HeadDialog head={sheet.head} year={sheet.head.year} standards={sheet.standards} onClose={close} /> : null}
      {open === 'accept' ? <AcceptDialog sheet={sheet} busy={accept.isPending} onAccept={(orderNumber, despite) => accept.mutate({ params: { ...params, edition: sheet.shown }, body: { orderNumber, despite } })} onClose={close} /> : null}
      {open === 'correct' ? <CorrectionDialog sheet={sheet} busy={correct.isPending} onMake={makeCorrection} onClose={close} /> : null}
      <AskOnce open={open === 'discard'} onClose={close} title={t.discard} act={t.discard} cancel={words.cancel} danger busy={discard.isPending} onAct={() => discard.mutate({ params: { ...params, edition: sheet.shown } })}>{t.discardAsk}</AskOnce>
    </>
  )
}

function Editions({ sheet }: { sheet: Curriculum }) {
  const t = useT().curricula
  return (
    <Section title={t.editions} level={3}>
      <ul className="stack small" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {sheet.editions.toReversed().map((one) => (
          <li key={one.edition}><b>{t.editionNo(one.edition, dayText(one.validFrom))}</b><br /><span className="muted">{[t.states[one.state], one.orderNumber ? t.order(one.orderNumber) : '', one.acceptedBy ? shortName(one.acceptedBy) : '', one.reason, one.despite].filter(Boolean).join(', ')}</span></li>
        ))}
      </ul>
    </Section>
  )
}
