import { newId } from '@school/contract'
import { Button, Dialog, Form, showToast, TextArea } from '@school/ui'
import { keyOf, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { askQuestion, listQuestions, type Question } from '../../../contract/index.ts'
import { useQuestionWords } from './words.ts'

export interface About { readonly schoolId: string; readonly studentId: string; readonly lessonId: string; readonly about: Question['about']; readonly aboutId: string | null; /** «Алгебра, отметка 3» */ readonly title: string }

/** A family writes to the teacher of the lesson, about one thing. */
export function AskDialog({ of, onClose }: { of: About; onClose: () => void }) {
  const t = useQuestionWords()
  const [questionId] = useState(newId)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const ask = useCommand(askQuestion, {
    stale: () => [keyOf(listQuestions)],
    onDone: () => { showToast({ tone: 'ok', text: t.sent }); onClose() }, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const send = () => {
    setTried(true)
    if (text.trim() !== '') ask.mutate({ params: { schoolId: of.schoolId, studentId: of.studentId, questionId }, body: { lessonId: of.lessonId, about: of.about, aboutId: of.aboutId, text: text.trim() } })
  }
  return (
    <Dialog open onClose={onClose} title={t.ask}>
      <Form onSubmit={send} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" type="submit" busy={ask.isPending}>{t.send}</Button></>}>
        <p>{of.title}</p>
        <TextArea label={t.text} value={text} onChange={setText} rows={4} maxLength={2000} required hint={t.hint} error={tried && text.trim() === '' ? t.noText : null} />
      </Form>
    </Dialog>
  )
}
