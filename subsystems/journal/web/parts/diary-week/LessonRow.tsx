import { cx, IconCheck, IconPaperclip, MarkTile, StatusWord, Tag } from '@school/ui'
import type { DiaryHomework, DiaryLesson } from '../../../contract/index.ts'
import { lettersOf } from '../grid/entry.ts'
import css from './Diary.module.css'
import { MarkNote, workName } from './MarkNote.tsx'
import { useT } from './words.ts'

/** One lesson of a day: what it was about, what was to be done for it, what came of it. */
export function LessonRow({ lesson, now }: { lesson: DiaryLesson; now: boolean }) {
  const t = useT()
  const off = lesson.state === 'cancelled' || lesson.state === 'moved'
  const away = lesson.attendance?.code === 'absent'
  const about = lesson.topic || [lesson.room ? t.room(lesson.room) : '', lesson.teachers.join(', ')].filter(Boolean).join(', ')
  return (
    <li className={cx(css.lesson, now && css.now, (off || away) && css.quiet)} aria-current={now ? 'true' : undefined}>
      <span className={css.number}>{lesson.number}</span>
      <time className={css.time}>{lesson.starts}</time>
      <span className={css.subject}><b className={cx(off && css.off)}>{lesson.subject.name}</b>{about ? <span>{about}</span> : null}{lesson.note ? <span>{lesson.note}</span> : null}</span>
      <span className={css.homework}>{lesson.due.length > 0 ? lesson.due.map((one) => <HomeworkText key={one.id} homework={one} />) : <span className={css.none} aria-label={t.noHomework}>—</span>}</span>
      <span className={css.result}>
        {now ? <StatusWord tone="now">{t.now}</StatusWord> : null}
        {off ? <Tag>{lesson.state === 'moved' ? t.moved : t.cancelled}</Tag> : lesson.substitute ? <Tag>{t.substitute}</Tag> : null}
        {lesson.works.filter((one) => one.isControl).map((one) => <Tag key={one.id}>{workName(one).toLowerCase()}</Tag>)}
        <Away lesson={lesson} />
        {lesson.marks.length > 0 ? <span className={css.workName}>{lesson.marks.map((one) => workName(one).toLowerCase()).join(', ')}</span> : null}
        {lesson.marks.map((one) => <MarkNote key={one.id} mark={one} courseId={lesson.courseId} />)}
      </span>
    </li>
  )
}

function Away({ lesson: { attendance } }: { lesson: DiaryLesson }) {
  const t = useT()
  if (!attendance || attendance.code === 'present') return null
  const why = attendance.code === 'absent' ? attendance.reason ? attendance.reasonNote || t.reason[attendance.reason] : t.noReason : t.absence[attendance.code]
  const words = attendance.minutes === null ? why : `${why}, ${t.minutes(attendance.minutes)}`
  return <><span className={css.workName}>{words}</span><MarkTile look="absence" value={lettersOf(attendance.code, attendance.reason)} title={words} /></>
}

/** What is to be done, with its links. */
export function HomeworkText({ homework }: { homework: DiaryHomework }) {
  const t = useT()
  return (
    <span className={css.task}>
      <span>{homework.done ? <><IconCheck size={16} /><span className="only-spoken">{t.done}: </span></> : null}{homework.text}{homework.personal ? <span className="muted"> ({t.personal})</span> : null}</span>
      {homework.links.map((link) => <a key={link.href} className={cx('link', css.link)} href={link.href} {...(link.href.startsWith('/') ? {} : { target: '_blank', rel: 'noreferrer' })}><IconPaperclip size={16} />{link.title}</a>)}
    </span>
  )
}
