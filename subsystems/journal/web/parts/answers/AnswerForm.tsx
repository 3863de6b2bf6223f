import { newId } from '@school/contract'
import { Button, Callout, Form, IconButton, IconPaperclip, IconPlus, IconX, SideBySide, TextArea, TextField } from '@school/ui'
import { keyOf, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { getDiaryWeek, getPupilHomework, getStudentToday, putAnswer, type Answer, type Link } from '../../../contract/index.ts'
import css from './Answers.module.css'
import { useT } from './words.ts'

interface Props { params: { schoolId: string; studentId: string; homeworkId: string }; answer: Answer | null; label: string; onDone: () => void; onCancel?: () => void }

/** Where a pupil writes the answer; what is typed stays until it is sent. */
export function AnswerForm({ params, answer, label, onDone, onCancel }: Props) {
  const t = useT()
  const [id] = useState(() => answer?.id ?? newId())
  const [text, setText] = useState(answer?.text ?? '')
  const [links, setLinks] = useState<readonly Link[]>(answer?.links ?? [])
  const pupil = { schoolId: params.schoolId, studentId: params.studentId }
  const put = useCommand(putAnswer, { stale: () => [keyOf(getPupilHomework, { params }), keyOf(getDiaryWeek, { params: pupil }), keyOf(getStudentToday, { params: pupil })], onDone })
  const empty = text.trim() === '' && links.length === 0
  return (
    <Form onSubmit={() => { if (!empty) put.mutate({ params: { ...params, answerId: id }, body: { text, links: [...links], basedOn: answer?.revision ?? null } }) }}
      foot={<>{onCancel ? <Button onClick={onCancel}>{t.cancel}</Button> : null}<Button look="primary" type="submit" busy={put.isPending} disabled={empty}>{answer ? t.resend : t.send}</Button></>}>
      <TextArea label={label} value={text} onChange={setText} rows={6} maxLength={8000} placeholder={t.hint} />
      {links.length > 0 ? <ul className={css.links}>{links.map((link) => <li key={link.href}><IconPaperclip size={16} /><span>{link.title}</span><IconButton label={t.removeLink(link.title)} onClick={() => setLinks(links.filter((one) => one !== link))}><IconX size={16} /></IconButton></li>)}</ul> : null}
      <NewLink onAdd={(link) => setLinks([...links.filter((one) => one.href !== link.href), link])} />
      {put.error ? <Callout tone="bad">{problemText(put.error.code, put.error.details)}</Callout> : null}
    </Form>
  )
}

function NewLink({ onAdd }: { onAdd: (link: Link) => void }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [href, setHref] = useState('')
  const wrong = href !== '' && !/^https?:\/\/\S+$/.test(href.trim())
  if (!open) return <div><Button size="sm" look="text" flush icon={<IconPlus size={18} />} onClick={() => setOpen(true)}>{t.addLink}</Button></div>
  const add = () => { onAdd({ title: title.trim() || new URL(href.trim()).hostname, href: href.trim() }); setTitle(''); setHref(''); setOpen(false) }
  return (
    <>
      <SideBySide>
        <TextField label={t.linkAddress} type="url" value={href} maxLength={1000} onChange={setHref} error={wrong ? t.linkWrong : null} />
        <TextField label={t.linkTitle} value={title} maxLength={200} onChange={setTitle} />
      </SideBySide>
      <div><Button size="sm" icon={<IconPlus size={18} />} disabled={wrong || href.trim() === ''} onClick={add}>{t.addLink}</Button></div>
    </>
  )
}
