import { addressOf, newId } from '@school/contract'
import { Button, Callout, Empty, IconPlus, Menu, PageBody, PageHeader, PrintButton, showToast, Waiting } from '@school/ui'
import { ask, keyOf, Loaded, useCommand, useQuery, useTo } from '@school/web'
import { Fragment, useState } from 'react'
import { getProgramme, getProgrammeBook, listProgrammes, putProgramme, type Programme, type ProgrammeItem } from '../../contract/index.ts'
import { useFindingText } from '../parts/curriculum/FindingList.tsx'
import { ImportDialog } from '../parts/lessons/ImportDialog.tsx'
import { ItemDialog } from '../parts/lessons/ItemDialog.tsx'
import { LayDialog } from '../parts/lessons/LayDialog.tsx'
import css from '../parts/lessons/Lessons.module.css'
import { ProgrammeDialog } from '../parts/lessons/ProgrammeDialog.tsx'
import { tellProblem, useSchoolId, useT } from '../parts/words.ts'

/** One programme: its topics by section, where it comes from, and the way onto the dates of courses. */
export function ProgrammePage({ id }: { id: string }) {
  const schoolId = useSchoolId()
  const query = useQuery(ask(getProgramme, { params: { schoolId, id } }))
  return <Loaded query={query} waiting={<PageBody><Waiting rows={14} title /></PageBody>}>{(programme) => <Opened programme={programme} />}</Loaded>
}

function Opened({ programme }: { programme: Programme }) {
  const t = useT().lessons
  const to = useTo()
  const schoolId = useSchoolId()
  const findingText = useFindingText()
  const [open, setOpen] = useState<'head' | 'import' | 'lay' | ProgrammeItem | null>(null)
  const params = { schoolId, id: programme.id }
  const put = useCommand(putProgramme, { stale: () => [keyOf(getProgramme, { params }), keyOf(listProgrammes, { params: { schoolId } })], onProblem: tellProblem, onDone: () => { setOpen(null); showToast({ tone: 'ok', text: t.saved }) } })
  const { can, list } = programme
  const save = (next: readonly ProgrammeItem[]) => put.mutate({ params, body: { subjectId: programme.subject.id, grade: programme.grade, name: programme.name, author: programme.author, archived: programme.archived, list: [...next], basedOn: programme.revision } })
  const saveItem = (item: ProgrammeItem) => save(list.some((one) => one.id === item.id) ? list.map((one) => (one.id === item.id ? item : one)) : [...list, item])
  const move = (item: ProgrammeItem, step: -1 | 1) => { const at = list.findIndex((one) => one.id === item.id); if (list[at + step]) save(list.with(at, list[at + step]!).with(at + step, item)) }
  const item = typeof open === 'object' ? open : null
  return (
    <PageBody>
      <PageHeader title={programme.name} sub={[programme.subject.name, programme.grade === null ? '' : t.gradeOf(programme.grade), programme.author, `${t.lessonsCount(programme.items)}, ${t.h(programme.hours)}`].filter(Boolean).join(' · ')} back={{ href: to('/programmes'), label: t.programmes }} actions={
        <>
          <PrintButton />
          <Menu label={t.edit} align="end" items={[{ label: t.excel, href: addressOf(getProgrammeBook, { params }) }, ...(can.change ? [{ label: t.edit, onSelect: () => setOpen('head') }, { label: t.import, onSelect: () => setOpen('import') }] : [])]} trigger={(props) => <Button look="outlined" {...props}>{t.edit}</Button>} />
          {list.length > 0 ? <Button look="primary" {...(can.lay ? {} : { why: t.noCourses })} onClick={() => setOpen('lay')}>{t.lay}</Button> : can.change ? <Button look="primary" onClick={() => setOpen('import')}>{t.import}</Button> : null}
        </>} />
      {programme.findings.map((one) => <Callout key={one.code} title={findingText(one)} />)}
      {list.length === 0 ? <Empty>{t.noItems}</Empty> : <ItemTable list={list} onOpen={can.change ? setOpen : null} />}
      {can.change ? <p className="no-print" style={{ marginTop: 16 }}><Button icon={<IconPlus size={18} />} onClick={() => setOpen({ id: newId(), section: list.at(-1)?.section ?? '', topic: '', hours: 1, control: '', homework: '', links: [] })}>{t.addItem}</Button></p> : null}
      {item ? <ItemDialog key={item.id} item={item} busy={put.isPending} onSave={saveItem} {...(item.topic === '' ? {} : { onRemove: () => save(list.filter((one) => one.id !== item.id)), onMove: (step: -1 | 1) => move(item, step) })} onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? <ImportDialog has={list.length > 0} busy={put.isPending} onTake={(items, replace) => save(replace ? items : [...list, ...items])} onClose={() => setOpen(null)} /> : null}
      {open === 'lay' ? <LayDialog programme={programme} onClose={() => setOpen(null)} /> : null}
      {open === 'head' ? <ProgrammeDialog programme={programme} onClose={() => setOpen(null)} /> : null}
    </PageBody>
  )
}

function ItemTable({ list, onOpen }: { list: readonly ProgrammeItem[]; onOpen: ((item: ProgrammeItem) => void) | null }) {
  const t = useT().lessons
  return (
    <table className={css.list}>
      <thead><tr><th scope="col" className={css.number}>{t.number}</th><th scope="col">{t.topic}</th><th scope="col" className={css.number}>{t.hours}</th><th scope="col">{t.control}</th><th scope="col">{t.homework}</th></tr></thead>
      <tbody>
        {list.map((item, i) => (
          <Fragment key={item.id}>
            {item.section !== list[i - 1]?.section && item.section !== '' ? <tr className={css.section}><th scope="rowgroup" colSpan={5}>{item.section}</th></tr> : null}
            <tr>
              <td className={`${css.number} ${css.wide}`}>{i + 1}</td>
              <td className={css.topic}>{onOpen ? <button type="button" onClick={() => onOpen(item)}>{item.topic}</button> : item.topic}{item.links.map((link) => <small key={link.href}><a className="link" href={link.href} target="_blank" rel="noreferrer">{link.title || link.href}</a></small>)}</td>
              <td className={css.number}>{item.hours}</td><td>{item.control}</td><td className="muted">{item.homework}</td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
