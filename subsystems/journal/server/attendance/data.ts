/** What holds until the school brings its own act: a day is missed when all its lessons are; a fifth of a class ill is told. */
export const usualAttendanceRule = { valid_from: '2000-01-01', full_day_lessons: null, illness_percent: 20 }
