/** Weights of environments by tier, in the same order as the strictness of their policy settings. */
export const tierWeights = { development: 1, staging: 2, production: 4 } as const;
