/** Deeper nesting than this is no desired state and no manifest, and would exhaust the steps that walk values. */
export const deepestNesting = 64;
