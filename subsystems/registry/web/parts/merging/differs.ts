const folded = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е') // not a message: letters held equal
/** Whether two names are different to the rule, to which ё and е are one letter. */
export const differs = (left: string, right: string): boolean => folded(left) !== folded(right)
