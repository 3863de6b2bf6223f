// not messages: names of periods and holidays as they stand in the school's calendar, which the school may rename
/** Dates of a school year as the ministry recommends them; a school then changes what its own order says. */
export interface RecommendedYear {
  readonly source: string
  readonly starts: string
  readonly ends: string
  readonly quarters: readonly (readonly [string, string])[]
  readonly semesters: readonly (readonly [string, string])[]
  readonly vacations: readonly { readonly name: string; readonly starts: string; readonly ends: string; readonly grades?: readonly [number, number] }[]
  readonly daysOff: readonly { readonly date: string; readonly name: string }[]
}

export const recommended: Readonly<Record<number, RecommendedYear>> = {
  2026: {
    source: 'Recommendations of the ministry for 2026/27, carried on from 2025/26; to be checked with the letter of the year',
    starts: '2026-09-01', ends: '2027-05-26',
    quarters: [['2026-09-01', '2026-10-23'], ['2026-11-02', '2026-12-30'], ['2027-01-11', '2027-03-26'], ['2027-04-05', '2027-05-26']],
    semesters: [['2026-09-01', '2026-12-30'], ['2027-01-11', '2027-05-26']],
    vacations: [
      { name: 'Осенние каникулы', starts: '2026-10-24', ends: '2026-11-01' },
      { name: 'Зимние каникулы', starts: '2026-12-31', ends: '2027-01-10' },
      { name: 'Дополнительные каникулы первоклассников', starts: '2027-02-13', ends: '2027-02-21', grades: [1, 1] },
      { name: 'Весенние каникулы', starts: '2027-03-27', ends: '2027-04-04' },
    ],
    daysOff: [
      { date: '2026-11-04', name: 'День народного единства' }, { date: '2027-02-23', name: 'День защитника Отечества' }, { date: '2027-03-08', name: 'Международный женский день' },
      { date: '2027-05-01', name: 'Праздник Весны и Труда' }, { date: '2027-05-10', name: 'День Победы, перенесённый выходной' },
    ],
  },
  2027: {
    source: 'The dates of 2026/27 carried on to the weeks of 2027/28; to be checked with the letter of the year',
    starts: '2027-09-01', ends: '2028-05-26',
    quarters: [['2027-09-01', '2027-10-22'], ['2027-11-01', '2027-12-30'], ['2028-01-10', '2028-03-24'], ['2028-04-03', '2028-05-26']],
    semesters: [['2027-09-01', '2027-12-30'], ['2028-01-10', '2028-05-26']],
    vacations: [
      { name: 'Осенние каникулы', starts: '2027-10-23', ends: '2027-10-31' },
      { name: 'Зимние каникулы', starts: '2027-12-31', ends: '2028-01-09' },
      { name: 'Дополнительные каникулы первоклассников', starts: '2028-02-12', ends: '2028-02-20', grades: [1, 1] },
      { name: 'Весенние каникулы', starts: '2028-03-25', ends: '2028-04-02' },
    ],
    daysOff: [
      { date: '2027-11-04', name: 'День народного единства' }, { date: '2028-02-23', name: 'День защитника Отечества' }, { date: '2028-03-08', name: 'Международный женский день' },
      { date: '2028-05-01', name: 'Праздник Весны и Труда' }, { date: '2028-05-09', name: 'День Победы' },
    ],
  },
}

export const recommendedBells: readonly (readonly [string, string])[] = [['08:30', '09:15'], ['09:25', '10:10'], ['10:25', '11:10'], ['11:30', '12:15'], ['12:25', '13:10'], ['13:20', '14:05'], ['14:15', '15:00'], ['15:10', '15:55']]
export const secondShiftBells: readonly (readonly [string, string])[] = [['13:30', '14:15'], ['14:25', '15:10'], ['15:25', '16:10'], ['16:30', '17:15'], ['17:25', '18:10'], ['18:15', '19:00']]

/** Words of the first calendar; a school renames them at will. */
export const names = {
  quarters: 'Четверти', semesters: 'Полугодия', bells: 'Звонки, 1 смена', secondBells: 'Звонки, 2 смена',
  quarter: (ordinal: number) => `${['I', 'II', 'III', 'IV'][ordinal - 1] ?? ordinal} четверть`, semester: (ordinal: number) => `${ordinal === 1 ? 'I' : 'II'} полугодие`,
} as const
