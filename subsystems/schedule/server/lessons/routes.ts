import { registryFace, schoolYearOf } from '@school/registry/server'
import { notFound, obstaclesTo, Problem, serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/lessons.ts'
import { listBells, listBellSchedules, listSpecialDays, listVacations } from '../calendar/store.ts'
import { whoseLessons } from './access.ts'
import { changeLesson } from './lessons.ts'
import { makeLessons } from './make.ts'
import { addDays, daysBetween, weekdayOf } from './rules.ts'
import { findGrade, findLesson, findTaken, findTitle, listLessons, listPickers } from './store.ts'

const office = ['schoolAdmin', 'principal', 'deputyHead']

export function lessonRoutes(app: FastifyInstance): void {
  serve(app, contract.lessonsOfWeek, async (read, { query: { week, ...asked } }) => {
    if (weekdayOf(week) !== 1) throw new Problem(400, 'schedule.not_a_monday', { field: 'week' })
    const of = whoseLessons(read, asked)
    const to = addDays(week, 6)
    const grade = await findGrade(read, of)
    const vacations = (await listVacations(read, schoolYearOf(week))).filter((one) => (one.from_grade === null && one.to_grade === null) || (grade !== null && grade >= (one.from_grade ?? 0) && grade <= (one.to_grade ?? 99)))
    const special = await listSpecialDays(read, week, to)
    const free = daysBetween(week, to).flatMap((date) => {
      const day = special.find((one) => one.date === date && one.kind === 'off')
      const vacation = vacations.find((one) => date >= one.starts && date <= one.ends)
      return day ? [{ date, name: day.name }] : vacation ? [{ date, name: vacation.name }] : []
    })
    return { week, title: await findTitle(read, of), lessons: await listLessons(read, week, to, of), free, can: { change: office.includes(read.by.role ?? '') } }
  })
  serve(app, contract.lessonPickers, async (read) => {
    const day = await registryFace.schoolDay(read)
    const [row] = await listPickers(read, schoolYearOf(day), day)
    return row as never
  })
  serve(app, contract.dayInRooms, async (read, { params }) => {
    const bells = await listBells(read)
    const first = (await listBellSchedules(read)).find((one) => one.weekday === null)
    const numbers = bells.filter((bell) => bell.bell_schedule_id === first?.id).map(({ number, starts, ends }) => ({ number, starts, ends }))
    return { numbers, ...await findTaken(read, params.date, schoolYearOf(params.date)) }
  })
  serve(app, contract.changeLesson, async (work, { params, body }) => {
    await changeLesson(work, params.lessonId, body, () => obstaclesTo(app.kit, 'schedule.lesson.cancel', work, params.lessonId))
    const after = await findLesson(work, params.lessonId)
    if (!after) throw notFound()
    return after
  })
  serve(app, contract.makeLessons, async (work, { body }) => {
    const done = await makeLessons(work, body.from, body.to)
    work.audit('schedule.lessons.make', { after: { ...body, ...done } })
    return done
  })
}
