import {type Organization} from '../../migration/model.ts';
import {preparedOf} from '../scan-state.ts';
import {type SessionState} from '../session-state.ts';
import {typedText} from '../state-facts.ts';

/** Organizations of the destination with the searched text in their names: those beginning with it first. */
export function targetsOf(state: SessionState): readonly Organization[] {
	const all = preparedOf(state.scan)?.destination.organizations ?? [];
	const wanted = typedText(state, 'target').trim().toLowerCase();
	const found = all.filter(({name}) => name.toLowerCase().includes(wanted));
	const rankOf = ({name}: Organization) =>
		Number(!name.toLowerCase().startsWith(wanted));
	return found.toSorted((a, b) =>
		rankOf(a) === rankOf(b)
			? a.name.localeCompare(b.name, 'en')
			: rankOf(a) - rankOf(b),
	);
}
