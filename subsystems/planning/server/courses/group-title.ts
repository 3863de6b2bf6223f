// not messages: a group is named as schools name it, and renamed at will
/** «7 «Б» английский 2»: the class, the subject's first word, the number of the part; a taken name gets the next number. */
export function groupTitle(className: string, subject: string, ordinal: number, taken: ReadonlySet<string>): string {
  const stem = `${className} ${subject.split(' ')[0]!.toLowerCase()}`
  let number = ordinal
  while (taken.has(`${stem} ${number}`)) number++
  return `${stem} ${number}`
}
