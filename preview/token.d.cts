/** The token of the variable HYDROGEN_TOKEN. The variable is removed, because child processes inherit variables. */
export const token: string | undefined;
