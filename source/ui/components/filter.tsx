import {type TextField, textOf} from '../text-field.ts';
import {Field} from './field.tsx';

type FilterProps = {
	readonly field: TextField;
	readonly isActive: boolean;
	readonly columns: number;
};

/** The filter of a list, while it is typed and while it holds. */
export function Filter({field, isActive, columns}: FilterProps) {
	return isActive || textOf(field) !== '' ? (
		<Field
			label="filter"
			labelColumns={7}
			field={field}
			isActive={isActive}
			columns={columns}
		/>
	) : null;
}
