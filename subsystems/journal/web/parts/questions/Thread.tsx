import { newId } from '@school/contract'
import { Button, Form, showToast, StatusWord, TextArea, Waiting } from '@school/ui'
import { ask, dayWithWeekday, fullName, keyOf, Loaded, problemText, shortName, useCommand, useQuery, useTo, whenText } from '@school/web'
import { useState } from 'react'
import { closeQuestion, getQuestion, listQuestions, writeNote, type Question } from '../../../contract/index.ts'
import { ownZone } from '../diary-week/words.ts'
import css from './Questions.module.css'
import { useQuestionWords } from './words.ts'

/** Everything written under a question, and the place to write on. */
export function Thread({ schoolId, questionId }: { schoolId: string; questionId: string }) {
  const found = useQuery(ask(getQuestion, { params: { schoolId, questionId } }))
  return <Loaded query={found} waiting={<Waiting rows={5} height={48} />}>{(question) => <Notes question={question} schoolId={schoolId} />}</Loaded>
}

function Notes({ question, schoolId }: { question: Question; schoolId: string }) {
  const t = useQuestionWords()
  const to = useTo()
  const stale = () => [keyOf(getQuestion, { params: { schoolId, questionId: question.id } }), keyOf(listQuestions)]
  const close = useCommand(closeQuestion, { stale, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) } })
  const reads = question.notes.some((note) => note.side === 'school' && note.mine)
  return (
    <div className={css.thread}>
      <div className={css.about}>
        <b>{fullName(question.student)}{question.className ? `, ${question.className}` : ''}</b>
        <span>{question.subject}, {dayWithWeekday(question.date)}, {t.lesson(question.number)}</span>
        <span>{t.about[question.about]}{question.what ? `: ${question.what}` : ''}</span>
        {reads ? <a className="link" href={to(`/lessons/${question.lessonId}`)}>{t.openLesson}</a> : null}
      </div>
      <ol className={css.notes}>{question.notes.map((note) => (
        <li key={note.id} className={note.mine ? css.mine : undefined}>
          <p><b>{note.mine ? t.you : shortName(note.by)}</b> <span>{note.side === 'school' ? t.teacher : t.family}, {whenText(note.at, ownZone())}</span></p>
          <p className={css.text}>{note.text}</p>
        </li>
      ))}</ol>
      <p>{question.state === 'open' ? <StatusWord tone="warn">{t.state.open}</StatusWord> : question.state === 'closed' ? <StatusWord tone="mute">{t.state.closed}</StatusWord> : null}</p>
      {question.can.write ? <Write key={question.notes.length} schoolId={schoolId} questionId={question.id} stale={stale} /> : <p className="muted small">{t.onlyRead}</p>}
      {question.can.close ? <Button look="text" size="sm" flush busy={close.isPending} onClick={() => close.mutate({ params: { schoolId, questionId: question.id } })}>{t.close}</Button> : null}
    </div>
  )
}

function Write({ schoolId, questionId, stale }: { schoolId: string; questionId: string; stale: () => ReturnType<typeof keyOf>[] }) {
  const t = useQuestionWords()
  const [noteId] = useState(newId)
  const [text, setText] = useState('')
  const write = useCommand(writeNote, { stale, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) } })
  return (
    <Form onSubmit={() => { if (text.trim() !== '') write.mutate({ params: { schoolId, questionId, noteId }, body: { text: text.trim() } }) }} foot={<Button look="primary" type="submit" busy={write.isPending} disabled={text.trim() === ''}>{t.send}</Button>}>
      <TextArea label={t.write} value={text} onChange={setText} rows={3} maxLength={2000} />
    </Form>
  )
}
