import { Empty, PageBody, PageHeader, Row, Rows, Segmented, ShowMore, StatusWord, Waiting, WithPanel, type Tone } from '@school/ui'
import { ask, dayText, fullName, Loaded, useContextOfPage, useQuery, useUrlValue, whenText } from '@school/web'
import { useState } from 'react'
import { listQuestions, type QuestionLine } from '../../contract/index.ts'
import { ownZone } from '../parts/diary-week/words.ts'
import { Thread } from '../parts/questions/Thread.tsx'
import { useQuestionWords } from '../parts/questions/words.ts'

const tones: Readonly<Record<QuestionLine['state'], Tone>> = { open: 'warn', answered: 'ok', closed: 'mute' }

/** Questions of families about marks, absences and homework: those that wait for an answer first. */
export function Questions() {
  const t = useQuestionWords()
  const { role, schoolId, childId } = useContextOfPage()
  const [view, setView] = useUrlValue('view', 'all')
  const [open, setOpen] = useUrlValue('open')
  const [page, setPage] = useState(1)
  const found = useQuery(ask(listQuestions, { params: { schoolId: schoolId ?? '' }, query: { page, ...(childId ? { studentId: childId } : {}), ...(view === 'open' ? { view: 'open' as const } : {}) } }))
  const family = role === 'parent' || role === 'pupil'
  const list = (
    <PageBody narrow>
      <PageHeader title={t.title} sub={family ? t.familySub : t.schoolSub} />
      <Segmented label={t.title} value={view} onChange={(next) => { setView(next); setPage(1) }} options={[{ value: 'all', label: t.all }, { value: 'open', label: t.waiting }]} />
      <Loaded query={found} waiting={<Waiting rows={6} height={56} />}>
        {({ questions, more }) => questions.length === 0 ? <Empty>{view === 'open' ? t.noneWaiting : family ? t.noneOfFamily : t.none}</Empty> : (
          <>
            <Rows label={t.title}>{questions.map((one) => (
              <Row key={one.id} onOpen={() => setOpen(one.id)} title={family ? `${one.subject}, ${t.about[one.about].toLowerCase()}` : `${fullName(one.student)}${one.className ? `, ${one.className}` : ''}`}
                sub={[family ? '' : `${one.subject}, ${t.about[one.about].toLowerCase()}`, one.what ?? '', dayText(one.date), whenText(one.changedAt, ownZone())].filter(Boolean).join(' · ')}
                end={<StatusWord tone={tones[one.state]}>{t.state[one.state]}</StatusWord>} />
            ))}</Rows>
            {more ? <ShowMore shown={questions.length} onMore={() => setPage(page + 1)} /> : null}
          </>
        )}
      </Loaded>
    </PageBody>
  )
  return open ? <WithPanel label={t.thread} title={t.thread} onClose={() => setOpen('')} narrow="drawer" open panel={<Thread key={open} schoolId={schoolId ?? ''} questionId={open} />}>{list}</WithPanel> : list
}
