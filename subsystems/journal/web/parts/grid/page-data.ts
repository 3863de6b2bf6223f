import { listName } from '@school/web'
import type { JournalPage, JournalWork } from '../../../contract/index.ts'
import { figureOf } from './entry.ts'
import type { SheetColumn, SheetData, SheetSummary, SheetWork } from './sheet-data.ts'

export interface PageWords { readonly lesson: (date: string, number: number) => string; readonly comma: (figure: string) => string; readonly cancelled: string }

/** The page of the journal as the grid wants it; `more` are works made here that the server has not told of yet. */
export function sheetDataOf(page: JournalPage, more: readonly SheetWork[], words: PageWords): SheetData {
  const known = new Set(page.lessons.flatMap((lesson) => lesson.works.map((work) => work.id)))
  const period = periodOf(page)
  return {
    columns: page.lessons.map((lesson): SheetColumn => ({
      lessonId: lesson.id, date: lesson.date, number: lesson.number, canWrite: lesson.can.marks && lesson.state !== 'cancelled', canRecord: lesson.can.write && lesson.state !== 'cancelled' && lesson.date <= page.today,
      when: lesson.date === page.today ? 'today' : lesson.date > page.today ? 'future' : 'past',
      works: [...lesson.works.map((work) => workOf(work, lesson.id)), ...more.filter((work) => work.lessonId === lesson.id && !known.has(work.id))],
      label: [words.lesson(lesson.date, lesson.number), lesson.state === 'cancelled' ? words.cancelled : lesson.topic].filter(Boolean).join('. '),
    })),
    pupils: page.students.map((student) => ({ studentId: student.id, name: listName(student) })),
    hundredScale: page.rule?.hundredScale ?? [], marks: page.marks, absences: page.attendance,
    summaries: page.summaries.filter((summary) => !period || summary.periodId === period.id).map((summary): SheetSummary => ({
      studentId: summary.studentId, average: words.comma(summary.average), missed: summary.missed, proposed: summary.proposed ? figureOf(summary.proposed) : null, final: null,
    })),
  }
}

const workOf = (work: JournalWork, lessonId: string): SheetWork => ({ id: work.id, lessonId, typeId: work.typeId, name: work.title || work.type, short: work.shortName, weight: work.weight, scale: work.scale, criteria: work.criteria })

/** The period whose averages stand at the right of a page. */
export const periodOf = (page: JournalPage) => page.periods.find((one) => one.starts <= page.to && one.ends >= page.to) ?? page.periods.find((one) => one.starts <= page.to && one.ends >= page.from) ?? null
