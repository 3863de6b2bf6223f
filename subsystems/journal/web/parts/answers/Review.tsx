import { newId } from '@school/contract'
import { Button, Callout, Dialog, Form, SelectField, SideBySide, Tag, TextArea, TextField } from '@school/ui'
import { dateTimeText, keyOf, listName, ownZone, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { listAnswers, listWaitingAnswers, reviewAnswer, type Answer, type HomeworkAnswers, type MarkValue } from '../../../contract/index.ts'
import { AnswerText } from './AnswerText.tsx'
import css from './Answers.module.css'
import { useT } from './words.ts'

interface Props { list: HomeworkAnswers; one: HomeworkAnswers['rows'][number]; answer: Answer; params: { schoolId: string; homeworkId: string }; onClose: () => void; onPrev?: () => void; onNext?: () => void }
const scales: Readonly<Record<string, readonly MarkValue[]>> = { five: ['5', '4', '3', '2'], pass: ['pass', 'fail'] }

/** One answer: read it, say a word, accept it with or without a mark, or give it back; then the next. */
export function Review({ list, one, answer, params, onClose, onPrev, onNext }: Props) {
  const t = useT()
  const figure = (each: string) => t.figure[each] ?? each
  const [word, setWord] = useState(answer.review)
  const [workId, setWork] = useState(list.works[0]?.id ?? '')
  const work = list.works.find((each) => each.id === workId)
  const stands = work?.marks.find((mark) => mark.studentId === one.student.id)
  const [value, setValue] = useState<string>('')
  const [reason, setReason] = useState('')
  const put = useCommand(reviewAnswer, { stale: () => [keyOf(listAnswers, { params }), keyOf(listWaitingAnswers)], onDone: () => (onNext ?? onClose)() })
  const send = (verdict: 'returned' | 'accepted') => put.mutate({
    params: { ...params, answerId: answer.id },
    body: { verdict, review: word, basedOn: answer.revision, mark: value === '' || !work ? null : { id: stands?.id ?? newId(), workId: work.id, value: value as MarkValue, basedOn: stands?.revision ?? null, ...(reason.trim() ? { reason: reason.trim() } : {}) } },
  })
  const needsReason = value !== '' && list.can.reason
  return (
    <Dialog open onClose={onClose} title={listName(one.student)} wide>
      <Form onSubmit={() => send('accepted')} foot={list.can.review ? (
        <>
          <Button busy={put.isPending} disabled={word.trim() === '' || (word.trim() === answer.review && answer.state === 'returned')} onClick={() => send('returned')}>{t.giveBack}</Button>
          <Button look="primary" type="submit" busy={put.isPending} disabled={needsReason && reason.trim() === ''}>{t.accept}</Button>
        </>
      ) : null}>
        <div className="row wrap">
          <span className="small muted">{t.sentAt(dateTimeText(answer.sentAt, ownZone()))}</span>{answer.late ? <Tag tone="warn">{t.late}</Tag> : null}
          <span className={css.foot} style={{ marginTop: 0, marginLeft: 'auto' }}>{onPrev ? <Button size="sm" look="text" onClick={onPrev}>{t.prev}</Button> : null}{onNext ? <Button size="sm" look="text" onClick={onNext}>{t.next}</Button> : null}</span>
        </div>
        <AnswerText text={answer.text} links={answer.links} />
        {list.can.review ? (
          <>
            <TextArea label={t.word} hint={t.wordHint} value={word} rows={3} maxLength={2000} onChange={setWord} />
            {list.works.length === 0 ? <p className="small muted">{t.noWorks}</p> : (
              <SideBySide>
                <SelectField label={t.withMark} value={value} onChange={setValue} options={[{ value: '', label: stands?.value ? `${t.noMark} (${figure(stands.value)})` : t.noMark }, ...(scales[work?.scale ?? 'five'] ?? []).map((each) => ({ value: each, label: figure(each) }))]} />
                {list.works.length > 1 ? <SelectField label={t.intoWork} value={workId} onChange={setWork} options={list.works.map((each) => ({ value: each.id, label: `${each.name}, ${each.date.slice(8)}.${each.date.slice(5, 7)}` }))} /> : null}
              </SideBySide>
            )}
            {needsReason ? <TextField label={t.reason} value={reason} required maxLength={300} onChange={setReason} /> : null}
          </>
        ) : null}
        {put.error ? <Callout tone="bad">{problemText(put.error.code, put.error.details)}</Callout> : null}
      </Form>
    </Dialog>
  )
}
