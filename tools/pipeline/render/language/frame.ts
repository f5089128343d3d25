import type { ManifestSource } from "../../model/kubernetes/manifest.ts";
import type { Key, Origin } from "../../model/origins/origin.ts";
import type { View } from "../../model/view/view.ts";

/** A value and its container, for looking up its origin. An undefined value is missing. */
export interface Valued {
  readonly value: unknown;
  readonly container?: object | undefined;
  readonly key?: Key | undefined;
  /** Its origin, if no container of the view holds it. */
  readonly origin?: Origin | undefined;
  /** The values inside, if it is a rendered config file. */
  readonly embedded?: ManifestSource["inside"];
}

/** The current value of a block: `../` leads to the enclosing frame. */
export interface Frame extends Valued {
  readonly parent?: Frame;
  readonly loop?: Loop;
  readonly root: Root;
}

/** The position of an `{{#each}}`. */
interface Loop {
  readonly key: Key;
  readonly index: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** The context of a template: the view, and the component or datasource it is rendered for. */
interface Root {
  readonly context: Readonly<Record<string, unknown>>;
  readonly view: View;
  readonly subject?: Subject;
}

export interface Subject extends Valued {
  readonly name: "component" | "datasource";
}

/** Creates the outermost frame for a template of a system, a component or a datasource. */
export function rootFrame(view: View, subject?: { name: Subject["name"]; of: string }): Frame {
  if (!subject) {
    const context = view as unknown as Root["context"];
    return { value: context, root: { context, view } };
  }
  const container: Readonly<Record<string, unknown>> =
    subject.name === "component" ? view.components : view.datasources;
  const value = container[subject.of];
  const context = { ...view, [subject.name]: value };
  const root = {
    context,
    view,
    subject: { name: subject.name, value, container, key: subject.of },
  };
  return { value: context, root };
}
