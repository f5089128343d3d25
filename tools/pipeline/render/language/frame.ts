import type { ManifestSource } from "../../model/kubernetes/manifest.ts";
import type { Key, Origin } from "../../model/origins/origin.ts";
import type { View } from "../../model/view/view.ts";

/** A value and where it stands, so that its origin can be asked for. An undefined value is missing. */
export interface Valued {
  readonly value: unknown;
  readonly container?: object | undefined;
  readonly key?: Key | undefined;
  /** Where it comes from, when it stands in no container of the view. */
  readonly origin?: Origin | undefined;
  /** The values inside, when it is a rendered config file. */
  readonly embedded?: ManifestSource["inside"];
}

/** What a block made the value at hand: `../` leads to the frame around it. */
export interface Frame extends Valued {
  readonly parent?: Frame;
  readonly loop?: Loop;
  readonly root: Root;
}

/** Where an `{{#each}}` is. */
interface Loop {
  readonly key: Key;
  readonly index: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** What a template sees: the view, and the component or datasource that it is rendered for. */
interface Root {
  readonly context: Readonly<Record<string, unknown>>;
  readonly view: View;
  readonly subject?: Subject;
}

export interface Subject extends Valued {
  readonly name: "component" | "datasource";
}

/** The outermost frame for a template of the system as a whole, or of one component or datasource. */
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
