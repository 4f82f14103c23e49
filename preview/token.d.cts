/** The token of the variable HYDROGEN_TOKEN, which is taken out of the environment: child processes inherit that. */
export const token: string | undefined;
