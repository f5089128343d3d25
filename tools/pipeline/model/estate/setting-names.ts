/** Keys that a layer may set for any component; all others are parameters of its application. */
export const settingNames = ["replicas", "resources", "nodeClass", "patches"] as const;
