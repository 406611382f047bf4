import {useWindowSize} from 'ink';
import {type Size} from '../size.ts';

/** The size of the terminal, as it is now. */
export function useScreenSize(): Size {
	const {columns, rows} = useWindowSize();
	return {columns, rows};
}
