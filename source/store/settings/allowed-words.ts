/** Words that the team allows. */
import {changeSettings, type SettingsPlace} from './change-settings.ts';
import {withAdded} from './settings-text.ts';

/**
 * Adds words to `lint.allow` of the settings, or of new ones beside the retros where there are none. Resolves to the
 * file; rejects with a `Problem` where it cannot be written.
 */
export function allowWords(words: string, place: SettingsPlace): Promise<string> {
	return changeSettings(place, (text, within) => withAdded(text, [...within, 'lint', 'allow'], words));
}
