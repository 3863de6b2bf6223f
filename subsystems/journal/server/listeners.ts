import { listen } from '@school/server'
import { calendarChanged } from '@school/schedule/contract'
import { openYearDefaults } from './settings/settings.ts'

export const listeners = [
  listen('journal.settings_of_a_new_year', calendarChanged, (work, { year }) => openYearDefaults(work, year)),
]
