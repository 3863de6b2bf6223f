import { after, before, test } from 'node:test'
import { keptKeys } from '@school/gost'
import { opensslIsHere } from '@school/gost/testing'
import { sealWith } from '@school/reports/server'
import { familiesAreTold, nextYear, planAgainstFact, traceIsWhole } from './year/afterwards.ts'
import { closeQuarter, correctOne, explainAll, putAllFinals, unlockOnce, type Finals } from './year/closing.ts'
import { changeClass, happeningOf, mendPlan, secondTries, septemberBegins, substitution, twoAtOnce } from './year/events.ts'
import { Ledger } from './year/ledger.ts'
import { growClasses, makePlan, openTheYear, setCalendar, spreadLoad } from './year/prepare.ts'
import { liveThrough } from './year/quarter.ts'
import { moveAway } from './year/moving.ts'
import { askAll, countAttendance, countRest, countResults, signJournal } from './year/reports.ts'
import { layProgrammes, placeTimetable, publishAnother } from './year/timetable.ts'
import { beginStory, type Story } from './year/story.ts'

// Told in order, each chapter upon the one before, through the routes of the contracts alone; @school/testing gives the empty school.
let story: Story
const ledger = new Ledger()
let finals: Finals
const keys = keptKeys({ commonName: 'JOURNAL SEAL' })
const skip = !(await opensslIsHere())
before(async () => {
  story = await beginStory()
  sealWith(keys)
})
after(() => story.world.close())

test('classes grow into the new year with their pupils', () => growClasses(story))
test('year, periods, bells and free days', () => setCalendar(story))
test('a plan after the federal variant becomes courses', () => makePlan(story))
test('the load adds up', () => spreadLoad(story))
test('the week is placed by its prices, published, and becomes lessons', () => placeTimetable(story))
test('programmes are laid on the days', () => layProgrammes(story))
test('the year is opened', () => openTheYear(story))

test('September: lessons are conducted; an illness is excused by the family', () => septemberBegins(story, ledger))
test('a work is written again, a work owed is made good', () => secondTries(story, ledger))
test('a teacher is away: stand-ins, a lost lesson, a plan that moves', async () => { await mendPlan(story, await substitution(story, ledger)) })
test('a pupil goes to the other class', async () => {
  await liveThrough(story, ledger, '2026-09-28', '2026-10-02', happeningOf(story))
  await changeClass(story, ledger)
})
test('from October the week is another', async () => {
  await publishAnother(story, '2026-10-12')
  await twoAtOnce(story, ledger)
  await liveThrough(story, ledger, '2026-10-12', '2026-10-23', happeningOf(story))
})

test('the plan knows what was given', () => planAgainstFact(story, ledger))
test('marks of the quarter are proposed by the rule and explained', async () => {
  finals = await putAllFinals(story, ledger)
  await explainAll(story, ledger)
  await familiesAreTold(story)
})
test('one is corrected with a reason', () => correctOne(story, finals))
test('the quarter is closed and takes nothing more', () => closeQuarter(story, ledger, finals))
test('two people open it once', () => unlockOnce(story, ledger, finals))
test('every report is on the screen, in a workbook and on paper', () => askAll(story))
test('figures of reports are those the story has counted', async () => {
  await countAttendance(story, ledger)
  await countResults(story, ledger, finals)
  await countRest(story, ledger)
})
test('the journal of the class is signed and verified', { skip }, () => signJournal(story, keys))
test('a pupil leaves for another school with her record', { skip }, async () => {
  await moveAway(story, ledger, finals)
  await countResults(story, ledger, finals)
})
test('the next year begins where this one stands', { skip }, () => nextYear(story))
test('all of it stands in the audit, whole and signed', () => traceIsWhole(story))
