import { slot } from '@school/contract'

/** Beside the homework and topic of a lesson: materials, the screen, the video call. */
export const lessonPanel = slot<{ schoolId: string; lessonId: string; courseId: string; date: string }>('journal.lessonPanel')
/** Under the address of a link that the homework field offers, e.g. from the library or one's files. */
export const homeworkLinks = slot<{ schoolId: string; lessonId: string; add(link: { title: string; href: string }): void }>('journal.homeworkLinks')
/** The right column of the diary. */
export const diarySide = slot<{ schoolId: string; studentId: string; week: string }>('journal.diarySide')
