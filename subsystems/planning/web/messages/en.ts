import { curricula } from './curricula.en.ts'
import { lessons } from './lessons.en.ts'
import { load } from './load.en.ts'
import type { ru } from './ru.ts'
import { year } from './year.en.ts'

export const en: typeof ru = {
  curricula, lessons, load, year, manage: 'Management', save: 'Save', cancel: 'Cancel', fillAll: 'Fill in every field', close: 'Close', saved: 'Saved',
  problem: {
    'planning.changed_meanwhile': 'This was changed while you were editing. What is there now is shown', 'planning.norms_in_force': 'This edition is in force already', 'planning.norms_order': 'Editions follow one another by date, not before today', 'planning.name_taken': 'There is a plan of this name', 'planning.grades_wrong': 'The grades do not fit the plan', 'planning.edition_accepted': 'This edition is accepted and does not change', 'planning.edition_order': 'A new edition begins no earlier than the one before', 'planning.subject_twice': 'A subject stands twice in one part', 'planning.in_use': 'Classes are taught by this plan', 'planning.has_errors': 'The plan has errors: say why it is accepted', 'planning.not_individual': 'This plan is for classes', 'planning.dates_wrong': 'The last day is before the first', 'planning.nothing_to_copy': 'That year has no plans', 'planning.file_missing': 'Attach one file', 'planning.file_broken': 'This is no workbook', 'planning.preview_stale': 'The load has changed, please look again', 'planning.not_accepted': 'No accepted edition on that day', 'planning.item_twice': 'A topic is there twice', 'planning.programme_empty': 'The programme has no topics', 'planning.other_subject': 'The course has another subject', 'planning.item_given': 'Topics that were given do not change', 'planning.no_plan': 'The course has no lesson plan', 'planning.hours_wrong': 'Hours cannot change so: the first topic and control works stay', 'planning.year_not_ready': 'Not all steps are done',
  },
}
