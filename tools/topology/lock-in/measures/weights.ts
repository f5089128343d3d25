/** What environments of each tier count beside each other; their settings of policy are as strict in the same order. */
export const weights = { development: 1, staging: 2, production: 4 } as const;
