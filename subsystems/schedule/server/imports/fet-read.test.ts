import test from 'node:test'
import assert from 'node:assert/strict'
import { FetProblem } from './fet.ts'
import { readFet } from './fet-read.ts'
import { FET_LIMIT_BYTES } from './fet-text.ts'

const file = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<fet version="6.8.5">\n<Institution_Name>Школа</Institution_Name>\n${inner}\n</fet>`
const lists = `<Days_List><Number_of_Days>2</Number_of_Days><Day><Name>Пн</Name><Long_Name>Понедельник</Long_Name></Day><Day><Name>Вт</Name></Day></Days_List>
<Hours_List><Number_of_Hours>2</Number_of_Hours><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour></Hours_List>
<Subjects_List><Subject><Name>Физика &amp; химия</Name></Subject></Subjects_List><Teachers_List><Teacher><Name>Ильин</Name></Teacher></Teachers_List>
<Students_List><Year><Name>7А</Name><Number_of_Students>25</Number_of_Students><Group><Name>7А-1</Name><Subgroup><Name>7А-1-1</Name></Subgroup></Group></Year></Students_List>
<Rooms_List><Room><Name>12</Name><Building>Б</Building><Capacity>30</Capacity></Room></Rooms_List>`
const activity = '<Activity><Teacher>Ильин</Teacher><Subject>Физика &amp; химия</Subject><Students>7А</Students><Students>7А-1</Students><Duration>2</Duration><Total_Duration>2</Total_Duration><Id>7</Id></Activity>'
const activities = `<Activities_List>${activity}</Activities_List>`
const at = (day: string, hour: string, more = '') =>
  `<Time_Constraints_List><ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage></ConstraintBasicCompulsoryTime><ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>7</Activity_Id><Preferred_Day>${day}</Preferred_Day><Preferred_Hour>${hour}</Preferred_Hour>${more}</ConstraintActivityPreferredStartingTime></Time_Constraints_List>`

function problemOf(text: string | Uint8Array): FetProblem {
  try { readFet(text) } catch (error) { assert.ok(error instanceof FetProblem, String(error)); return error }
  assert.fail('read without a problem')
}

test('every list of a file is read', () => {
  const read = readFet(file(lists + activities + at('Вт', '1', '<Permanently_Locked>true</Permanently_Locked>')
    + '<Space_Constraints_List><ConstraintActivityPreferredRoom><Weight_Percentage>100</Weight_Percentage><Activity_Id>7</Activity_Id><Room>12</Room></ConstraintActivityPreferredRoom></Space_Constraints_List>'))
  assert.equal(read.version, '6.8.5')
  assert.equal(read.institution, 'Школа')
  assert.deepEqual(read.days.map((day) => [day.name, day.longName]), [['Пн', 'Понедельник'], ['Вт', '']])
  assert.equal(read.subjects[0]!.name, 'Физика & химия')
  assert.equal(read.years[0]!.groups[0]!.subgroups[0]!.name, '7А-1-1')
  assert.deepEqual(read.activities[0]!.students, ['7А', '7А-1'])
  assert.deepEqual(read.placements, [{ activityId: 7, day: 1, hour: 0, room: '12', realRooms: [], locked: true, weight: 100 }])
  assert.deepEqual(read.otherConstraints, { ConstraintBasicCompulsoryTime: 1 })
  assert.deepEqual(read.warnings, [])
})

test('the oldest spelling is read too', () => {
  const read = readFet(`<!DOCTYPE FET><FET version="3.9.20"><Days_List><Number>1</Number><Name>Monday</Name></Days_List><Hours_List><Number>1</Number><Name>8:00</Name></Hours_List>
    <Subjects_List><Subject><Name>s</Name></Subject></Subjects_List><Activities_List><Activity><Subject>s</Subject><Subject_Tag>lab</Subject_Tag><Duration>1</Duration><Id>1</Id><Parity>biweekly</Parity></Activity></Activities_List>
    <Time_Constraints_List><ConstraintActivityPreferredTime><Weight>1</Weight><Compulsory>no</Compulsory><Activity_Id>1</Activity_Id><Preferred_Day>Monday</Preferred_Day><Preferred_Hour>0</Preferred_Hour></ConstraintActivityPreferredTime></Time_Constraints_List></FET>`)
  assert.equal(read.days[0]!.name, 'Monday')
  assert.deepEqual(read.activities[0]!.tags, ['lab'])
  assert.ok(read.activities[0]!.fortnightly)
  assert.deepEqual(read.placements.map(({ day, hour, weight }) => [day, hour, weight]), [[0, 0, 50]])
})

test('encodings: marks, declarations, and bytes that lie', () => {
  const text = file(lists)
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...text].map((sign) => sign.charCodeAt(0))).buffer)])
  assert.equal(readFet(utf16).institution, 'Школа')
  assert.equal(readFet(new TextEncoder().encode('\uFEFF' + text)).institution, 'Школа')
  const ansi = Uint8Array.from([...text.replace('UTF-8', 'windows-1251')].map((sign) => {
    const code = sign.charCodeAt(0)
    return code < 128 ? code : sign === 'Б' ? 0xc1 : code - 0x410 + 0xc0
  }))
  assert.equal(readFet(ansi).institution, 'Школа')
  assert.equal(problemOf(Uint8Array.of(0x3c, 0xff, 0xfe, 0xfd)).code, 'bad_encoding')
})

test('what is no FET file is told from what is a broken one', () => {
  assert.equal(problemOf('').code, 'not_fet')
  assert.equal(problemOf('PK\u0003\u0004 zip').code, 'not_fet')
  assert.equal(problemOf('<html><body/></html>').code, 'not_fet')
  const broken = problemOf(file('<Days_List>\n<Day><Name>Пн</Name>\n</Days_List>'))
  assert.deepEqual([broken.code, broken.line, broken.element], ['not_xml', 6, 'Days_List'])
  assert.equal(problemOf(file(lists).slice(0, 200)).code, 'not_xml')
  assert.equal(problemOf('x'.repeat(FET_LIMIT_BYTES + 1)).code, 'too_large')
  assert.equal(problemOf(file('<a>'.repeat(50) + '</a>'.repeat(50))).code, 'too_deep')
})

test('entity bombs and outside entities are refused', () => {
  const bomb = '<!DOCTYPE fet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><fet><Institution_Name>&b;</Institution_Name></fet>'
  assert.equal(problemOf(bomb).code, 'dtd_refused')
  assert.equal(problemOf('<!DOCTYPE fet SYSTEM "file:///etc/passwd"><fet><Institution_Name>&x;</Institution_Name></fet>').code, 'not_xml')
})

test('doubtful spots become warnings with their line', () => {
  const codes = (text: string) => readFet(text).warnings.map((warning) => warning.code)
  assert.deepEqual(codes(file(lists + activities + at('Ср', '1'))), ['unknown_day', 'no_placements'])
  assert.deepEqual(codes(file(lists + activities + at('Пн', '9'))), ['unknown_hour', 'no_placements'])
  assert.deepEqual(codes(file(lists + activities + at('Пн', '2'))), ['runs_past_day'])
  assert.deepEqual(codes(file(lists + at('Пн', '2'))), ['unknown_activity', 'no_placements'])
  assert.deepEqual(codes(file(lists + `<Activities_List>${activity}${activity}</Activities_List>` + at('Пн', '1'))), ['repeated_activity'])
  const unknown = readFet(file(lists + activities.replace('Ильин', 'Павлюк') + at('Пн', '1'))).warnings[0]!
  assert.deepEqual([unknown.code, unknown.details, unknown.line > 3], ['unknown_teacher', 'Павлюк', true])
})

test('an inactive word about time places nothing', () => {
  assert.deepEqual(readFet(file(lists + activities + at('Пн', '1', '<Active>false</Active>'))).placements, [])
})
