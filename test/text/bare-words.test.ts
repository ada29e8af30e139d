import {expect, test} from 'vitest';
import {bareWords} from '../../source/text/bare-words.ts';

test('case, marks and white space make no difference, letters of any script and digits do', () => {
	expect(bareWords('  *Rolled back*: build 812!\n')).toBe('rolled back build 812');
	expect(bareWords('Kühlung — AUS.')).toBe('kühlung aus');
	expect(bareWords('…')).toBe('');
	expect(bareWords('build 812')).not.toBe(bareWords('build 813'));
});
