import { after, before, test } from 'node:test'
import { growClasses, makePlan, openTheYear, setCalendar, spreadLoad } from './year/prepare.ts'
import { layProgrammes, placeTimetable } from './year/timetable.ts'
import { beginStory, type Story } from './year/story.ts'

// Told in order, each chapter upon the one before, through the routes of the contracts alone; @school/testing gives the empty school.
let story: Story
before(async () => { story = await beginStory() })
after(() => story.world.close())

test('classes grow into the new year with their pupils', () => growClasses(story))
test('year, periods, bells and free days', () => setCalendar(story))
test('a plan after the federal variant becomes courses', () => makePlan(story))
test('the load adds up', () => spreadLoad(story))
test('the week is placed by its prices, published, and becomes lessons', () => placeTimetable(story))
test('programmes are laid on the days', () => layProgrammes(story))
test('the year is opened', () => openTheYear(story))
