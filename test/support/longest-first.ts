// Which test files begin first: those that take long, so that no worker is left alone with one at the end. A fresh
// clone has no times of its own to go by.

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files and folders that take many seconds, longest first. A name that fits nothing any more does no harm. */
const long = [
  'test/kills/kills.test.ts',
  'test/kills/processes/kill-processes.test.ts',
  'test/voyages/voyage.test.ts',
  'test/browser/every-page.test.ts',
  'test/entrance/orders.test.ts',
  'test/entrance/',
  'test/browser/set-up.test.ts',
  'test/bad-input/',
  'test/kills/',
  'test/browser/',
  'test/contracts/',
  'src/core/settings/document.test.ts',
];

/** Files that share a process stay together, and come last: they are short, so that the workers end together. */
const projects = ['whole', 'desk', 'pure'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => placeOf(a) - placeOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

function placeOf({ project, moduleId }: TestSpecification): number {
  const length = long.findIndex((name) => moduleId.includes(`/${name}`));
  return projects.indexOf(project.name) * (long.length + 1) + (length < 0 ? long.length : length);
}
