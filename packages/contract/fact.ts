import type { Static, TSchema } from 'typebox'

/** Something that happened: past tense, small, ids only. */
export interface Fact<S extends TSchema = TSchema> {
  readonly name: string
  readonly payload: S
}
export type PayloadOf<F extends Fact> = Static<F['payload']>

/** Declares a fact `room.noun.happened`. */
export const fact = <S extends TSchema>(name: string, payload: S): Fact<S> => ({ name, payload })

/** A place in a page that other rooms may fill. */
export interface Slot<P> { readonly name: string; readonly props?: P }

/** Declares a slot; the type parameter is what the page hands to whoever fills it. */
export const slot = <P>(name: string): Slot<P> => ({ name })

/** Where a fact is sent; a socket holds the addresses that the rooms compute for its person. */
export type Address = `${string}:${string}`

export const addresses = {
  person: (id: string): Address => `person:${id}`,
  family: (studentId: string): Address => `family:${studentId}`,
  group: (groupId: string): Address => `group:${groupId}`,
  course: (courseId: string): Address => `course:${courseId}`,
  /** Everyone who works in the school. */
  staff: (schoolId: string): Address => `staff:${schoolId}`,
  /** Administrators, deputy heads and the principal of the school. */
  office: (schoolId: string): Address => `office:${schoolId}`,
  school: (schoolId: string): Address => `school:${schoolId}`,
  municipality: (id: string): Address => `municipality:${id}`,
  region: (id: string): Address => `region:${id}`,
  operators: 'operators:all' as Address,
} as const
