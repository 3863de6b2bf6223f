import { cx, IconCheck, IconPaperclip, MarkTile, Popover, Tag } from '@school/ui'
import type { DiaryHomework, DiaryLesson } from '../../../contract/index.ts'
import { useT as useAnswerWords } from '../answers/words.ts'
import { lettersOf } from '../grid/entry.ts'
import { AskTeacher } from '../questions/AskTeacher.tsx'
import { partKey, type Part } from './changes.ts'
import css from './Diary.module.css'
import { MarkNote, workName } from './MarkNote.tsx'
import { isOff } from './week.ts'
import { useT } from './words.ts'

interface Props { lesson: DiaryLesson; now: boolean; fresh: ReadonlySet<string>; view: (path: string) => string }

/** One lesson of a day: what it was about, what was to be done for it, what came of it. */
export function LessonRow({ lesson, now, fresh, view }: Props) {
  const t = useT()
  const off = isOff(lesson)
  const away = lesson.attendance?.code === 'absent'
  const about = lesson.topic || [lesson.room ? t.room(lesson.room) : '', lesson.teachers.join(', ')].filter(Boolean).join(', ')
  const part = (name: Part, place: string | undefined) => cx(place, fresh.has(partKey(lesson.id, name)) && css.fresh)
  return (
    <li className={cx(css.lesson, now && css.now, (off || away) && css.quiet)} aria-current={now ? 'true' : undefined}>
      <span className={css.number}>{lesson.number}</span>
      <time className={css.time}>{lesson.starts}</time>
      <span className={part('about', css.subject)}><b className={cx(off && css.off)}>{lesson.subject.name}</b>{about ? <span title={about}>{about}</span> : null}{lesson.note ? <span title={lesson.note}>{lesson.note}</span> : null}</span>
      <span className={part('task', css.homework)}>{lesson.due.length > 0 ? lesson.due.map((one) => <HomeworkText key={one.id} homework={one} view={view} subject={lesson.subject.name} />) : <span className={css.none} role="img" aria-label={t.noHomework}>—</span>}</span>
      <span className={part('result', css.result)}>
        {now ? <span className="no-print"><Tag tone="info">{t.now}</Tag></span> : null}
        {off ? <Tag>{lesson.state === 'moved' ? t.moved : t.cancelled}</Tag> : lesson.substitute || lesson.state === 'replaced' ? <Tag>{t.substitute}</Tag> : null}
        {lesson.works.filter((one) => one.isControl).map((one) => <Tag key={one.id}>{workName(one).toLowerCase()}</Tag>)}
        <Away lesson={lesson} />
        {lesson.marks.length > 0 ? <Marks lesson={lesson} subject={view(`/subjects/${lesson.courseId}`)} /> : null}
      </span>
    </li>
  )
}

/** What was marked and how; two works on a phone are told by their short names. */
function Marks({ lesson, subject }: { lesson: DiaryLesson; subject: string }) {
  const { marks } = lesson
  const names = marks.map((one) => workName(one).toLowerCase()).join(', ')
  return (
    <>
      {marks.length === 1 ? <span className={css.workName}>{names}</span> : (
        <><span className="only-wide"><span className={css.workName}>{names}</span></span><span className="only-phone"><span className={css.workName}>{marks.map((one) => one.shortName.toLowerCase()).join(', ')}</span></span></>
      )}
      <span className={css.tiles}>{marks.map((one) => <MarkNote key={one.id} mark={one} subject={subject} of={lesson} />)}</span>
    </>
  )
}

function Away({ lesson }: { lesson: DiaryLesson }) {
  const t = useT()
  const { attendance } = lesson
  if (!attendance || attendance.code === 'present') return null
  const why = attendance.code === 'absent' ? attendance.reason ? attendance.reasonNote || t.reason[attendance.reason] : t.noReason : t.absence[attendance.code]
  const words = attendance.minutes === null ? why : `${why}, ${t.minutes(attendance.minutes)}`
  const letters = lettersOf(attendance.code, attendance.reason)
  return <><span className={css.workName}>{words}</span><Popover label={words} align="end" width={280} trigger={(p) => <button type="button" {...p} className={css.mark} aria-label={`${letters}, ${words}`}><MarkTile look="absence" value={letters} title={words} /></button>}>
    <div className={css.note}><b>{words}</b><AskTeacher of={{ lessonId: lesson.id, about: 'absence', aboutId: null, title: `${lesson.subject.name}. ${words}` }} /></div>
  </Popover></>
}

/** What is to be done, with its links. */
export function HomeworkText({ homework, view, subject }: { homework: DiaryHomework; view: Props['view']; /** With it the teacher may be asked. */ subject?: string }) {
  const t = useT()
  const { link } = useAnswerWords()
  return (
    <span className={css.task}>
      <span>{homework.done ? <><IconCheck size={16} /><span className="only-spoken">{t.done}: </span></> : null}{homework.text}{homework.personal ? <span className="muted"> ({t.personal})</span> : null}{subject ? <AskTeacher sign of={{ lessonId: homework.lessonId, about: 'homework', aboutId: homework.id, title: `${subject}. ${homework.text}` }} /> : null}</span>
      {homework.links.map(({ href, title }) => <a key={href} className={cx('link', css.link)} href={href} {...(href.startsWith('/') ? {} : { target: '_blank', rel: 'noreferrer' })}><IconPaperclip size={16} />{title}</a>)}
      {homework.answer ? <a className={cx('link', css.link, homework.answer === 'accepted' && 'muted')} href={view(`/homework/${homework.id}`)}>{link[homework.answer]}</a> : null}
    </span>
  )
}
