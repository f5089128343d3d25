/** The effect of a change on the reader, most dangerous first. Reports sort by this order. */
export const changeClasses = [
  "data-loss",
  "recreation",
  "stop",
  "privilege",
  "exposure",
  "secret",
  "cross-cloud-flow",
  "network",
  "image",
  "restart",
  "scale",
  "configuration",
  "cosmetic",
] as const;

/** How a change can be reverted, hardest first. */
export const reversibilities = ["one-way", "data-step", "drain", "free"] as const;

export type ChangeClass = (typeof changeClasses)[number];
export type Reversibility = (typeof reversibilities)[number];
