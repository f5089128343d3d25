import { inject } from "vitest";
import { applyObjects } from "../apply/apply-objects.ts";
import { nameService } from "../addons/name-service.ts";
import { corednsImage, pauseImage } from "../images/image-recipes.ts";
import { publishImage } from "../images/publish-images.ts";
import { record, runFolder } from "../timeline.ts";
import type { CloudPlan } from "./cloud-plan.ts";
import { waitForPods } from "./pods.ts";
import { startCloud, type Cloud } from "./start-cloud.ts";

/** Starts a cloud with a name service, ready for workloads. */
export async function openCloud(plan: CloudPlan): Promise<Cloud> {
  const registry = inject("registry");
  const [pause, coredns] = await Promise.all([pauseImage, corednsImage()].map(publishImage));
  record(`${plan.name}: starts`);
  const options = { folder: runFolder(), registry, pauseImage: pause ?? "" };
  const cloud = await startCloud(plan, options);
  record(`${plan.name}: node is ready`);
  await applyObjects(cloud.client, nameService(plan, coredns ?? ""));
  await waitForPods(cloud, { namespace: "kube-system", labels: "k8s-app=kube-dns" });
  record(`${plan.name}: name service is ready`);
  return cloud;
}
