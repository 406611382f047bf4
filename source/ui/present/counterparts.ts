import {type ServiceProject} from '../../migration/model.ts';
import {comparableName} from '../../migration/names.ts';

/** How a service project and its counterpart belong together. */
export type Likeness = 'same key' | 'same name' | 'chosen';

/** A service project of the source with what it is joined to on the destination. */
export type Joined = {
	readonly from: ServiceProject;
	readonly to?: ServiceProject;
	readonly likeness?: Likeness;
};

/**
Joins service projects with their counterparts: the one chosen, else the one of the same key, else the only one of the same name.

Chosen: destination keys by source keys.
*/
export function joinProjects(
	source: readonly ServiceProject[],
	destination: readonly ServiceProject[],
	chosen: Readonly<Record<string, string>>,
): readonly Joined[] {
	const byKey = new Map(destination.map((project) => [project.key, project]));
	const byName = Map.groupBy(destination, ({name}) => comparableName(name));
	return source.map((from) => {
		const picked = byKey.get(
			Object.hasOwn(chosen, from.key) ? chosen[from.key]! : '',
		);
		const sameKey = byKey.get(from.key);
		const [sameName, another] = byName.get(comparableName(from.name)) ?? [];

		if (picked !== undefined && picked !== sameKey) {
			return {from, to: picked, likeness: 'chosen'};
		}

		if (sameKey !== undefined) {
			return {from, to: sameKey, likeness: 'same key'};
		}

		return sameName === undefined || another !== undefined
			? {from}
			: {from, to: sameName, likeness: 'same name'};
	});
}

/** Destination keys by source keys, only where the keys differ. */
export function mapOf(
	joined: readonly Joined[],
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		joined.flatMap(({from, to}) =>
			to === undefined || to.key === from.key ? [] : [[from.key, to.key]],
		),
	);
}
