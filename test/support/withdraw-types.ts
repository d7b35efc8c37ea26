import { getMetadataStorage, type ClassType } from "type-graphql";

/** Decorators declare types for the whole process, and every schema takes all that are a Node: a test takes its own back. */
export function withdrawTypes(...classes: readonly ClassType[]): void {
  for (const type of getMetadataStorage().objectTypes) {
    if (classes.some((one) => one === type.target)) type.interfaceClasses = [];
  }
}
