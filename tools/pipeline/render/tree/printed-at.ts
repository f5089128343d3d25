import type { Print } from "../language/prepared-template.ts";
import type { Printed } from "../language/print-template.ts";

/** Finds the expression that printed a value; the value's number counts the printed expressions. */
export function printedAt({ template, trace }: Printed): (index: number) => Print {
  return (index) => {
    let seen = -1;
    for (let at = 0; at < trace.length; at += 1) {
      const piece = template.pieces[trace.charCodeAt(at)]!;
      if (piece.kind === "print") seen += 1;
      if (seen === index && piece.kind === "print") return piece;
    }
    throw new Error(`value ${index} was never printed`);
  };
}
