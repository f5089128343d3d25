import { applyObjects } from "../apply/apply-objects.ts";
import { waitForPods } from "../cloud/pods.ts";
import type { Cloud } from "../cloud/start-cloud.ts";
import {
  barmanPluginImage,
  certManagerImage,
  cloudnativePgImage,
  externalSecretsImage,
} from "../images/image-recipes.ts";
import { publishImage } from "../images/publish-images.ts";
import { record } from "../timeline.ts";
import { addonDefinitions } from "./addon-definitions.ts";
import { databaseOperators } from "./database-operators.ts";
import { operator } from "./operator.ts";

const controllers = [
  ["cert-manager", "app=cert-manager"],
  ["external-secrets", "app=external-secrets"],
  ["cnpg-system", "app.kubernetes.io/name=cloudnative-pg"],
  ["cnpg-system", "app=barman-cloud"],
] as const;

/** Installs the add-ons that a target of the rig has, and waits until their controllers run. */
export async function installAddons(cloud: Cloud): Promise<void> {
  const certManager = await publishImage(certManagerImage());
  const externalSecrets = await publishImage(externalSecretsImage());
  const databases = {
    operator: await publishImage(cloudnativePgImage()),
    plugin: await publishImage(barmanPluginImage()),
  };
  await applyObjects(cloud.client, [
    ...addonDefinitions(),
    ...operator({ name: "cert-manager", image: certManager }),
    ...operator({ name: "external-secrets", image: externalSecrets }),
    ...databaseOperators(databases),
  ]);
  for (const [namespace, labels] of controllers) {
    await waitForPods(cloud, { namespace, labels });
    record(`${cloud.plan.name}: ${labels.replace(/^.*=/, "")} is ready`);
  }
}
