import { showToast } from '@school/ui'
import { keyOf, problemText, useCommand, useMessages } from '@school/web'
import { useState } from 'react'
import { getLessonSheet, putWork, type JournalWork } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import css from './Lesson.module.css'
import { EditCriteria } from './late-work.ts'
import { useWriting } from './writing.ts'

interface Props { schoolId: string; lessonId: string; work: JournalWork | undefined; mayPut: boolean; needsReason: boolean }

/** What a work is judged by; it stays once the work holds marks. */
export function CriteriaOf({ schoolId, lessonId, work, mayPut, needsReason }: Props) {
  const t = useMessages<typeof ru>('journal')
  const writing = useWriting()
  const [open, setOpen] = useState(false)
  const put = useCommand(putWork, { stale: () => [keyOf(getLessonSheet, { params: { schoolId, lessonId } }), ['journal.page']], onDone: () => setOpen(false), onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) } })
  if (work?.scale !== 'criteria') return null
  const words = t.points.open(work.criteria.length, work.criteria.reduce((sum, one) => sum + one.max, 0))
  if (!mayPut) return <small className={css.visible}>{words}</small>
  const save = async (criteria: JournalWork['criteria']) => {
    const reason = await writing.reason(needsReason)
    if (reason) put.mutate({ params: { schoolId, lessonId, workId: work.id }, body: { typeId: work.typeId, title: work.title, weight: work.weight, sort: work.sort, criteria, basedOn: work.revision, ...reason } })
  }
  return <><button type="button" className={css.visible} onClick={() => setOpen(true)}>{words}</button>{open ? <EditCriteria criteria={work.criteria} busy={put.isPending} onClose={() => setOpen(false)} onSave={(next) => void save(next)} /> : null}</>
}
