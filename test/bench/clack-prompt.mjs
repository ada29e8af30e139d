/** The baseline for typing: one text prompt of a library that is known to be quick. */
import {text} from '@clack/prompts';

await text({message: 'Summary'});
