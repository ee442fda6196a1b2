import { type Context, type Emitter, type Liquid, Tag, TagToken, type TopLevelToken } from 'liquidjs';
import { TracingEmitter } from '../emitter.ts';
import { getRun } from '../renderer.ts';

/** An output that cannot be read, `{{ hashFiles('a') }}`: code shows it as it is written. */
export class UnreadOutput extends Tag {
  constructor({ input, begin, end }: TopLevelToken, liquid: Liquid) {
    const written = '{% output %}';
    const token = new TagToken(written, 0, written.length, liquid.options);
    super(Object.assign(token, { input, begin, end }), [], liquid);
  }

  render(context: Context, emitter: Emitter): void {
    const { frame } = getRun(context);
    if (frame !== undefined && emitter instanceof TracingEmitter) emitter.writeUnread(frame, this.token);
  }
}
