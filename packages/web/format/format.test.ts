import assert from 'node:assert/strict'
import test from 'node:test'
import { plural } from '../language/language.ts'
import { addDays, dateTimeText, daysText, dayText, dayWithWeekday, mondayOf, monthText, waitingText } from './days.ts'
import { initials, shortName } from './names.ts'
import { bytesText, decimal, durationText } from './numbers.ts'

const zone = 'Asia/Novosibirsk'

test('days are written in words', () => {
  assert.equal(dayText('2025-10-15', { year: 'never' }), '15 октября')
  assert.equal(dayText('2014-03-04', { year: 'always' }), '4 марта 2014')
  assert.match(dayWithWeekday('2025-10-15'), /^среда, 15 октября/)
  assert.equal(monthText('2025-10'), 'октябрь')
  const year = new Date().getFullYear()
  assert.equal(daysText(`${year}-10-13`, `${year}-10-18`), '13–18 октября')
  assert.equal(daysText(`${year}-09-29`, `${year}-10-04`), '29 сентября – 4 октября')
})
test('days are counted without a zone', () => {
  assert.equal(addDays('2025-02-28', 1), '2025-03-01')
  assert.equal(mondayOf('2025-10-19'), '2025-10-13')
})
test('instants are shown in the zone of the school', () => {
  const year = new Date().getFullYear()
  assert.equal(dateTimeText(`${year}-10-14T20:30:00Z`, zone), '15 октября, 03:30')
})
test('waiting is told roughly', () => {
  const now = new Date('2025-10-15T06:00:00Z')
  assert.equal(waitingText('2025-10-15T05:48:00Z', zone, now), '12 мин')
  assert.equal(waitingText('2025-10-15T04:40:00Z', zone, now), '1 ч')
  assert.equal(waitingText('2025-10-14T10:00:00Z', zone, now), 'вчера')
})
test('numbers have a comma, sizes and durations their units', () => {
  assert.equal(decimal(58 / 13), '4,46')
  assert.equal(bytesText(245_760), '240 КБ')
  assert.equal(bytesText(1_258_291), '1,2 МБ')
  assert.equal(durationText(110), '1 ч 50 мин')
  assert.equal(durationText(65), '1 ч 05 мин')
})
test('names shorten', () => {
  assert.equal(shortName({ lastName: 'Павлова', firstName: 'Ксения', middleName: null }), 'Павлова К.')
  assert.equal(initials({ lastName: 'Павлова', firstName: 'Ксения' }), 'ПК')
})
test('nouns follow numbers', () => {
  assert.deepEqual([1, 3, 5, 21].map((n) => plural(n, 'урок', 'урока', 'уроков')), ['урок', 'урока', 'уроков', 'урок'])
})
