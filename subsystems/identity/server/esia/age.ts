/** Full years of age on a day; both days are `YYYY-MM-DD`. A birthday of 29 February is reached on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** From this age an account has to be confirmed in person; a younger child's account is opened by a parent. */
export const ageOfOwnAccount = 14
