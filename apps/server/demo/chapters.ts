import { bringAbsences, bringDraft } from './absences.ts'
import { openCountry } from './country.ts'
import { day, isoDay, twoWeeksAgo } from './days.ts'
import { feature } from './featured.ts'
import { closePeriods } from './finals.ts'
import { fillLessons } from './life.ts'
import type { Making } from './making.ts'
import { bringSibling, enterGuardianTwice, enterPupilTwice, moveInNovember } from './moves.ts'
import { planTheYear } from './planning.ts'
import { keepFiles } from './own-files.ts'
import { publishItems } from './publish.ts'
import { askAround } from './requests.ts'
import { buildCollege, buildSchool, listPeople, makeLessonsOf, workTypesOf } from './school.ts'
import { placeOf, shapes, type ShapedSchool, type TeachingPlace } from './shapes.ts'
import { noteArrivals } from './signed-in.ts'
import { askExcuses, askTeachers } from './today.ts'
import { handIn } from './answers.ts'

/** A part of the demo country that is told whole; telling it twice changes nothing. */
export interface Chapter { readonly name: string; readonly title: string; tell(making: Making): Promise<void> }

/** What a visitor needs to look around: the country and two weeks of the large school. */
export const firstChapters: readonly Chapter[] = [
  { name: 'country', title: 'region, curators, six schools', async tell(making) { making.setCountry(await openCountry(making)) } },
  {
    name: 'large', title: 'school of a thousand: lists and timetable',
    async tell(making) {
      const built = await buildSchool(making, 'large')
      listPeople(making.people, built, ['1А', '5А', '7А', '7Б', '9В', '11А'])
      feature(making.people, built.plan)
      await moveInNovember(making)
      await enterGuardianTwice(making)
      await bringAbsences(making)
      await bringDraft(making)
    },
  },
  {
    name: 'large: two weeks', title: 'lessons, marks, homework of two weeks',
    async tell(making) {
      await fill(making, 'large', twoWeeksAgo(making), making.today)
      await askExcuses(making)
      await handIn(making)
      await askTeachers(making)
      await noteArrivals(making, 'large')
    },
  },
  { name: 'news', title: 'news, questions, links, contacts', tell: publishItems },
  { name: 'requests', title: 'people who ask to join', tell: askAround },
  { name: 'files', title: 'files of a teacher and of the school', tell: keepFiles },
]

/** What may come while people already look around. */
export function laterChapters(making: Making): Chapter[] {
  const light = (name: ShapedSchool): Chapter => ({
    name, title: making.country.schools[shapes[name].at]!.title,
    async tell() {
      const built = await buildSchool(making, name)
      listPeople(making.people, built, name === 'rural' ? 'all' : [])
      if (name === 'gymnasium') await bringSibling(making)
      if (name === 'third') await enterPupilTwice(making)
      await fill(making, name, twoWeeksAgo(making), making.today)
      await noteArrivals(making, name)
    },
  })
  const college: Chapter = {
    name: 'college', title: making.country.schools[placeOf.college]!.title,
    async tell() {
      await buildCollege(making)
      await fill(making, 'college', twoWeeksAgo(making), making.today)
      await noteArrivals(making, 'college')
    },
  }
  const plans: Chapter = { name: 'large: plans', title: `${making.country.schools[shapes.large.at]!.title}: plans of the year, programmes on their dates`, tell: planTheYear }
  const closings: Chapter = { name: 'large: closings', title: `${making.country.schools[shapes.large.at]!.title}: quarters that are over`, tell: closePeriods }
  return [...(['rural', 'gymnasium', 'third'] as const).map(light), college, ...olderWeeks(making, 'large'), closings, plans, ...(['gymnasium', 'third', 'rural', 'college'] as const).flatMap((name) => olderWeeks(making, name))]
}

/** Weeks since September that the first look did not need, the latest first. */
function olderWeeks(making: Making, name: TeachingPlace): Chapter[] {
  const chapters: Chapter[] = []
  const first = Date.parse(`${making.year}-09-01`)
  const title = making.country.schools[placeOf[name]]!.title
  for (let to = Date.parse(twoWeeksAgo(making)) - day; to >= first; to -= 14 * day) {
    const [from, until] = [isoDay(Math.max(first, to - 13 * day)), isoDay(to)]
    chapters.push({
      name: `${name}: ${until}`, title: `${title}: ${from} – ${until}`,
      async tell() {
        await makeLessonsOf(making, name, from, until)
        await fill(making, name, from, until)
      },
    })
  }
  return chapters
}

async function fill(making: Making, name: TeachingPlace, from: string, to: string): Promise<void> {
  const place = making.country.schools[placeOf[name]]!
  await making.stage.composed.worker.settle()
  const workTypes = await workTypesOf(making.stage, place.schoolId, place.adminId)
  await fillLessons({ url: making.config.ownerUrl, schoolId: place.schoolId, from, to, today: making.today, clock: making.clock, yearStarts: `${making.year}-09-01`, workTypes, seed: making.seedOf(100 + placeOf[name]) })
}

