import {Text, render} from 'ink';

render(<Text>Hello</Text>);
