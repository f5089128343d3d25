/** One fixable problem: the edit that causes it, and the text after the fix. */
export interface FixCase {
  readonly code: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly fixed: string;
}
