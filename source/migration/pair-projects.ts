import {type ProjectPair, type ServiceProject} from './model.ts';

/**
Joins service projects of the source with their counterparts: the one the admin named, else the one with the same key, else none.

Map: destination keys by source keys.
*/
export function pairProjects(
	source: readonly ServiceProject[],
	destination: readonly ServiceProject[],
	map: Readonly<Record<string, string>>,
): readonly ProjectPair[] {
	const byKey = new Map(destination.map((project) => [project.key, project]));
	return source.map((from) => {
		const to = byKey.get(
			Object.hasOwn(map, from.key) ? map[from.key]! : from.key,
		);
		return to === undefined ? {from} : {from, to};
	});
}
