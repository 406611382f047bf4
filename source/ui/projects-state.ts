/** Which service projects are to be copied from, and to where. */
export type ProjectsState = {
	/** Keys of the source's service projects, in the order they were ticked. */
	readonly ticked: readonly string[];
	/** Destination keys by source keys, as the admin chose them. */
	readonly chosen: Readonly<Record<string, string>>;
	/** Key of the project whose counterpart is being chosen. */
	readonly joining?: string;
};

export type ProjectsAction =
	| {readonly type: 'project-ticked'; readonly key: string}
	| {
			readonly type: 'projects-ticked';
			readonly keys: readonly string[];
			readonly isTicked: boolean;
	  }
	| {readonly type: 'joining-begun'; readonly key: string}
	| {readonly type: 'joining-left'}
	| {readonly type: 'counterpart-chosen'; readonly to: string};

export const noProjects: ProjectsState = {ticked: [], chosen: {}};

export function reduceProjects(
	projects: ProjectsState,
	action: ProjectsAction,
): ProjectsState {
	const {ticked, chosen, joining} = projects;

	switch (action.type) {
		case 'project-ticked': {
			const {key} = action;
			return {
				...projects,
				ticked: ticked.includes(key)
					? ticked.filter((one) => one !== key)
					: [...ticked, key],
			};
		}

		case 'projects-ticked': {
			const others = ticked.filter((key) => !action.keys.includes(key));
			return {
				...projects,
				ticked: action.isTicked ? [...others, ...action.keys] : others,
			};
		}

		case 'joining-begun': {
			return {...projects, joining: action.key};
		}

		case 'joining-left': {
			return {ticked, chosen};
		}

		case 'counterpart-chosen': {
			return joining === undefined
				? projects
				: {ticked, chosen: {...chosen, [joining]: action.to}};
		}
	}
}
