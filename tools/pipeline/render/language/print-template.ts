import type { Path } from "../../model/origins/origin.ts";
import { evaluate, evaluateOptional, type EvaluationContext } from "./evaluate.ts";
import type { Frame, Valued } from "./frame.ts";
import type { Content, Loop, PreparedTemplate, Statement } from "./prepared-template.ts";
import { isTrue } from "./truth.ts";

/** The output of one rendering of a template. */
export interface Printed {
  readonly template: PreparedTemplate;
  /** The numbers of the printed pieces as characters: equal traces are equal texts. */
  readonly trace: string;
  /** The values of the printed expressions in order; undefined for one that has a diagnostic. */
  readonly values: readonly (Valued | undefined)[];
  /** Where YAML documents begin: lengths of the trace and of the values before them. */
  readonly cuts: readonly Cut[];
  /** Whether something could not be evaluated. */
  readonly incomplete: boolean;
  /** Whether that was a block, including everything it would have printed. */
  readonly leftOut: boolean;
}

interface Cut {
  readonly trace: number;
  readonly values: number;
}

interface Walk {
  readonly context: EvaluationContext;
  trace: string;
  readonly values: (Valued | undefined)[];
  readonly cuts: Cut[];
  /** Whether the next piece begins a line. */
  atLineStart: boolean;
  incomplete: boolean;
  leftOut: boolean;
  size: number;
}

/** Limits of one rendering: characters of literal text, and values. */
const largestText = 4 * 1024 * 1024;
const mostValues = 200_000;

/**
 * Evaluates a template: which pieces it prints and with which values. Undefined, after a diagnostic, if the output is
 * too large.
 */
export function printTemplate(
  template: PreparedTemplate,
  context: EvaluationContext,
): Printed | undefined {
  const walk: Walk = {
    context,
    trace: "",
    values: [],
    cuts: [],
    atLineStart: true,
    incomplete: false,
    leftOut: false,
    size: 0,
  };
  printAll(template.body, context.frame, walk);
  if (isTooLarge(walk)) {
    context.report("template-too-large", template.placeOf(0), {
      size: `${walk.size} characters and ${walk.values.length} values`,
      most: `${largestText} and ${mostValues}`,
    });
    return undefined;
  }
  const { trace, values, cuts, incomplete, leftOut } = walk;
  return { template, trace, values, cuts, incomplete, leftOut };
}

/** Splits the output at document boundaries. Equal documents parse once, however many a loop prints. */
export function cutDocuments(printed: Printed): Printed[] {
  const { template, trace, values, cuts, incomplete, leftOut } = printed;
  if (cuts.length === 0) return [printed];
  return [{ trace: 0, values: 0 }, ...cuts].map((start, index) => {
    const end = cuts[index];
    return {
      template,
      trace: trace.slice(start.trace, end?.trace),
      values: values.slice(start.values, end?.values),
      cuts: [],
      incomplete,
      leftOut,
    };
  });
}

function isTooLarge(walk: Walk): boolean {
  return walk.size > largestText || walk.values.length > mostValues;
}

function printAll(statements: readonly Statement[], frame: Frame, walk: Walk): void {
  for (const statement of statements) {
    if (isTooLarge(walk)) return;
    printOne(statement, frame, walk);
  }
}

function printOne(statement: Statement, frame: Frame, walk: Walk): void {
  switch (statement.kind) {
    case "content":
      return printContent(statement, walk);
    case "print": {
      walk.trace += String.fromCharCode(statement.number);
      walk.atLineStart = false;
      const value = evaluate(statement.expression, inFrame(frame, walk));
      if (!value) walk.incomplete = true;
      walk.values.push(value);
      return;
    }
    case "condition": {
      const condition = evaluateOptional(statement.condition, inFrame(frame, walk));
      if (!condition) return leaveOut(walk);
      const holds = isTrue(condition.value) !== statement.negated;
      return printAll(holds ? statement.body : statement.otherwise, frame, walk);
    }
    case "narrowing": {
      const value = evaluateOptional(statement.value, inFrame(frame, walk));
      if (!value) return leaveOut(walk);
      if (!isTrue(value.value)) return printAll(statement.otherwise, frame, walk);
      return printAll(statement.body, { ...value, parent: frame, root: frame.root }, walk);
    }
    case "loop":
      return printLoop(statement, frame, walk);
  }
}

function printContent(content: Content, walk: Walk): void {
  if (content.startsDocument && walk.atLineStart && walk.trace !== "") {
    walk.cuts.push({ trace: walk.trace.length, values: walk.values.length });
  }
  walk.atLineStart = content.text.endsWith("\n");
  walk.trace += String.fromCharCode(content.number);
  walk.size += content.text.length;
}

function printLoop(loop: Loop, frame: Frame, walk: Walk): void {
  const context = inFrame(frame, walk);
  const list = evaluate(loop.list, context);
  if (!list) return leaveOut(walk);
  const { value: container } = list;
  if (typeof container !== "object" || container === null) {
    context.report("template-value-not-list", loop.at, { expression: loop.source });
    return leaveOut(walk);
  }
  const keys: Path = Array.isArray(container) ? [...container.keys()] : Object.keys(container);
  if (keys.length === 0) return printAll(loop.otherwise, frame, walk);
  keys.forEach((key, index) => {
    printAll(
      loop.body,
      {
        value: (container as Record<string, unknown>)[key],
        container,
        key,
        loop: { key, index, first: index === 0, last: index === keys.length - 1 },
        parent: frame,
        root: frame.root,
      },
      walk,
    );
  });
}

function inFrame(frame: Frame, { context }: Walk): EvaluationContext {
  return frame === context.frame ? context : { ...context, frame };
}

/** A block whose condition cannot be evaluated prints neither side. */
function leaveOut(walk: Walk): void {
  walk.incomplete = true;
  walk.leftOut = true;
}
