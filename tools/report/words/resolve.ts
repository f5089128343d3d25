import type { ResolveCode } from "@altostrata/pipeline";
import { patternWords } from "./patterns.ts";
import type { Words } from "./words.ts";

/** The wording of what does not fit together over several files. */
export const resolveWords: Readonly<Record<ResolveCode, Words>> = {
  ...patternWords,
  "reference-unknown": {
    title: "Reference to nothing",
    what: "There is no {what} named `{name}`.[ Did you mean `{suggestion}`?]",
    why: "What is meant would be left out, or connected to nothing.",
    fix: "Correct the name, or declare it.[ Known: {known}.]",
  },
  "file-not-listed": {
    title: "Manifest that no component lists",
    what: "No component lists `{file}`.",
    why: "It looks as if it were deployed, and is not.",
    fix: "List it in `manifests` of a component in {by}, or remove the file.",
  },
  "name-taken": {
    title: "Name used twice",
    what: "`{name}` of {by} has the name of one of {other}.",
    why: "Files refer to targets by name alone, so a name must mean one thing.",
    fix: "Rename one of them.",
  },
  "file-missing": {
    title: "Missing file",
    what: "`{file}` is missing.",
    why: "What stands here depends on it and has no effect without it.",
    fix: "Add `{file}`, or remove what depends on it.",
  },
  "worker-is-master": {
    title: "Worker on the master's target",
    what: "`{target}` is the system's master, and cannot be its worker too.",
    why: "The same components would be deployed twice in one namespace.",
    fix: "Move what this worker runs to master.yaml, or delete this file.",
  },
  "parameter-unknown": {
    title: "Unknown parameter",
    what: "Component `{component}` has no parameter `{parameter}`.[ Did you mean `{suggestion}`?]",
    why: "A parameter that the application does not declare has no effect.",
    fix: "Correct or remove it.[ Known: {known}.]",
  },
  "parameter-invalid": {
    title: "Parameter with a wrong value",
    what: "`{parameter}` of component `{component}` {problem}.",
    why: "The application declares which values it can work with.",
    fix: "Change the value to one that the application accepts; its application.yaml has the schema.",
  },
  "parameter-missing": {
    title: "Parameter without a value",
    what: "`{parameter}` of component `{component}` has no value in any layer.",
    why: "The application declares it without a default, so somebody has to decide.",
    fix: "Set it here, or in the layer of the system or the environment.",
  },
  "component-not-listed": {
    title: "Needed component is not listed",
    what: "`{neededBy}` needs `{component}`, which the master does not run.",
    why: "Without it the component cannot start, or cannot serve.",
    fix: "List `{component}` in master.yaml.",
  },
  "component-role-misplaced": {
    title: "Component that belongs to the master",
    what: "`{component}` has the role {role}, and may run only where the system leads (`{master}`) or stands by to lead.",
    why: "Two places that manage the same runtimes would work against each other.",
    fix: "Remove it here, or name it in `promotes` of the pattern disaster-recovery.",
  },
  "capability-not-offered": {
    title: "Capability that the provider does not offer",
    what: "This needs `{capability}`, which provider `{provider}` does not offer.",
    why: "There is nothing on this target that could give it.",
    fix: "Choose another target, do without it, or add the capability to provider.yaml if it is really there.[ Offered: {offered}.]",
  },
  "kubernetes-version-unknown": {
    title: "Kubernetes version without a description",
    what: "There is no description of the API of Kubernetes {version}.",
    why: "Manifests for this target cannot be checked.",
    fix: "Correct the version, or add artefacts/kubernetes/{version}.json.[ Known: {known}.]",
  },
  "host-taken": {
    title: "Host used twice",
    what: "`{name}` of {by} is a host of {other} already.",
    why: "Two systems would answer on the same name, and requests would reach either.",
    fix: "Give one of them another host.",
  },
  "namespace-taken": {
    title: "Namespace used twice",
    what: "The namespace `{name}` is wanted by {by}, and {other} has it.",
    why: "Two systems in one namespace overwrite each other's objects.",
    fix: "Give one of the environments another `namespacePrefix`, or rename the system.",
  },
  "secret-shared": {
    title: "Secret shared between environments",
    what: "{by} reads the secret at `{name}`, which belongs to {other}.",
    why: "Who may read one environment could then enter the other.",
    fix: "Give it a path of its own.",
  },
  "datasource-target-not-in-system": {
    title: "Datasource on a target outside the system",
    what: "Datasource `{datasource}` names `{target}`, which is not a target of this system.",
    why: "The database would have no namespace, no network and no owner there.",
    fix: "Add a worker file for `{target}`, or name another target.[ Targets of the system: {known}.]",
  },
  "datasource-missing": {
    title: "Datasource is missing",
    what: "The application `{application}` needs a datasource `{datasource}`.",
    why: "Its components cannot start without their database.",
    fix: "Declare `{datasource}` in datasources.yaml of the system.",
  },
  "datasource-database-missing": {
    title: "Database is missing",
    what: "Datasource `{datasource}` lacks the database `{database}` that `{application}` uses.",
    why: "The components that use it cannot start.",
    fix: "Add `{database}` to `databases`.",
  },
  "backup-same-provider": {
    title: "Backup at the same provider",
    what: "The backup of `{datasource}` goes to `{target}`, which is at {provider}, like the primary on `{primary}`.",
    why: "Losing the provider would lose the data and its backup together.",
    fix: "Send the backup to a target of another provider.",
  },
  "backup-without-object-storage": {
    title: "Backup to a target without object storage",
    what: "`{target}` has no object storage for the backup of `{datasource}`.",
    why: "There would be no backup.",
    fix: "Choose another target, or complete this one: the capability object-storage of {provider}, the range `networks.objectStorage`, and a backup bucket in its outputs.",
  },
  "backup-interval-invalid": {
    title: "Interval that no schedule can express",
    what: "A backup every `{interval}` cannot be written as a schedule.",
    why: "Schedules repeat within an hour, a day or a month; other intervals would drift.",
    fix: "Choose a whole part of an hour or a day, such as 15m, 1h, 6h or 1d.",
  },
  "exit-plan-missing": {
    title: "Managed service without a way out",
    what: "`{datasource}` is a managed service and has no `exit`.",
    why: "Data in a managed service can only move to another cloud by a way that was prepared and rehearsed.",
    fix: "Say how the data is exported, where it goes, when that was rehearsed, and who owns it; or use cloudnative-pg.",
  },
  "residency-violated": {
    title: "Data outside the allowed continents",
    what: "The {what} is in {continent}; this environment allows {allowed}.",
    why: "The environment promises where its data stays.",
    fix: "Choose a target on an allowed continent, or change `residency` if the promise has changed.",
  },
  "networks-overlap": {
    title: "Networks overlap",
    what: "{range} of `{target}` overlaps {other} of `{otherTarget}`.",
    why: "Both targets serve one system; a rule for one network would also mean the other, and no route could tell them apart.",
    fix: "Give one of them other ranges.",
  },
  "infrastructure-output-invalid": {
    title: "Outputs that do not fit",
    what: "[`{output}` ]{problem}.",
    why: "Templates of the provider take names and identifiers from this file.",
    fix: "Write the outputs again from the infrastructure code; provider.yaml says what they must hold.",
  },
  "image-unknown": {
    title: "Image that is not in the catalogue",
    what: "There is no image `{image}` in artefacts/images.yaml.[ Did you mean `{suggestion}`?]",
    why: "Every image stands once in the catalogue, so that its tag and digest are known and reviewed.",
    fix: "Correct the name, or add the image.[ Known: {known}.]",
  },
  "secret-not-declared": {
    title: "Secret is not declared",
    what: "Components of this system need the secret `{secret}`[ (on {targets})].",
    why: "Without it their pods would not start.",
    fix: "Add `{secret}` to secrets.yaml of the system: path, sameOn, rotate, onChange.",
  },
  "host-missing": {
    title: "Host is missing",
    what: "`hosts` lacks `{host}`[, which the routes {routes} use].",
    why: "These routes would answer on no name.",
    fix: "Add `{host}:` with its DNS name.",
  },
  "quantity-invalid": {
    title: "Quantities that do not fit together",
    what: "Component `{component}`: {problem}.",
    why: "The API server refuses pods whose limit is below their request.",
    fix: "Raise the limit or lower the request.",
  },
  "replicas-invalid": {
    title: "Replicas that do not fit together",
    what: "Component `{component}`: {problem}.",
    why: "No autoscaler can work with this.",
    fix: "Correct `min` and `max`.",
  },
  "patch-expired": {
    title: "Patch has expired",
    what: "This patch of {owner} expired on {expires}.",
    why: "A patch is a loan: it goes past what the template offers, and its reason may no longer hold.",
    fix: "Remove it, let the template offer what is needed, or renew it with a reason.",
  },
};
