import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';

/**
 * What is wrong with a feed by RFC 4287, one sentence for each fault. Elements of other namespaces may stand anywhere (section 6),
 * and nothing is said of them.
 */
export function validateAtom(text: string): readonly string[] {
  const faults: string[] = [];
  const { root } = parseXml(text);
  if (root === null || root.name !== 'feed' || root.attributes.xmlns !== 'http://www.w3.org/2005/Atom')
    return ['The root is no feed of Atom.'];
  judgeFeed(root);
  return faults;

  function judgeFeed(feed: XmlElement): void {
    judgeChildren(feed, {
      one: ['id', 'title', 'updated'],
      few: ['generator', 'icon', 'logo', 'rights', 'subtitle'],
      many: ['author', 'category', 'contributor', 'link', 'entry'],
    });
    judgeCommon(feed);
    const entries = listChildren(feed, 'entry');
    const hasAuthor = listChildren(feed, 'author').length > 0;
    for (const entry of entries) judgeEntry(entry, hasAuthor);
    if (!listChildren(feed, 'link').some(({ attributes }) => attributes.rel === 'self'))
      faults.push('feed: no link of rel "self".');
    const seen = new Set<string>();
    for (const entry of entries) {
      const [id = '', updated = ''] = ['id', 'updated'].map((name) => listChildren(entry, name)[0]?.text);
      if (seen.has(`${id} ${updated}`)) faults.push(`entry: two of the same id and day: ${id}`);
      seen.add(`${id} ${updated}`);
    }
  }

  function judgeEntry(entry: XmlElement, hasAuthor: boolean): void {
    judgeChildren(entry, {
      one: ['id', 'title', 'updated'],
      few: ['content', 'published', 'rights', 'source', 'summary'],
      many: ['author', 'category', 'contributor', 'link'],
    });
    judgeCommon(entry);
    if (!hasAuthor && listChildren(entry, 'author').length === 0) faults.push('entry: nobody is its author.');
    const [content] = listChildren(entry, 'content');
    const hasAlternate = listChildren(entry, 'link').some(isAlternate);
    if (content === undefined && !hasAlternate) faults.push('entry: neither content nor a link to it.');
    if (content !== undefined) judgeContent(content, listChildren(entry, 'summary').length > 0);
  }

  /** What feeds and entries have alike. */
  function judgeCommon(owner: XmlElement): void {
    for (const name of ['title', 'subtitle', 'rights', 'summary'])
      listChildren(owner, name).forEach(judgeText);
    for (const name of ['author', 'contributor']) listChildren(owner, name).forEach(judgePerson);
    for (const name of ['updated', 'published']) listChildren(owner, name).forEach(judgeInstant);
    for (const name of ['id', 'icon', 'logo'])
      for (const { text } of listChildren(owner, name)) judgeAddress(name, text, name === 'id');
    for (const { attributes } of listChildren(owner, 'category'))
      if (attributes.term === undefined) faults.push('category: no term.');
    const kinds = new Set<string>();
    for (const link of listChildren(owner, 'link')) {
      const { href, rel = 'alternate', type, hreflang } = link.attributes;
      if (href === undefined) faults.push('link: no href.');
      else judgeAddress('link', href, false);
      if (rel === '' || (rel.includes(':') && !URL.canParse(rel))) faults.push(`link: the rel "${rel}".`);
      if (type !== undefined && !MEDIA_TYPE.test(type)) faults.push(`link: the type "${type}".`);
      const kind = `${type} ${hreflang}`;
      if (isAlternate(link) && kinds.has(kind))
        faults.push(`${owner.name}: two alternates of type "${type}".`);
      if (isAlternate(link)) kinds.add(kind);
    }
    const { 'xml:lang': language } = owner.attributes;
    if (language !== undefined && !isLanguage(language))
      faults.push(`${owner.name}: the language "${language}".`);
  }

  function judgeChildren(
    owner: XmlElement,
    names: Readonly<Record<'one' | 'few' | 'many', readonly string[]>>,
  ) {
    for (const name of names.one)
      if (listChildren(owner, name).length !== 1) faults.push(`${owner.name}: not exactly one ${name}.`);
    for (const name of names.few)
      if (listChildren(owner, name).length > 1) faults.push(`${owner.name}: more than one ${name}.`);
    const known = Object.values(names).flat();
    for (const child of owner.children) {
      if (child instanceof XmlText && child.text.trim() !== '') faults.push(`${owner.name}: loose words.`);
      if (child instanceof XmlElement && !child.name.includes(':') && !known.includes(child.name))
        faults.push(`${owner.name}: <${child.name}> has no place here.`);
    }
  }

  function judgeText(element: XmlElement): void {
    const { type = 'text' } = element.attributes;
    const inside = element.children.filter((child) => child instanceof XmlElement);
    if (!['text', 'html', 'xhtml'].includes(type)) faults.push(`${element.name}: the type "${type}".`);
    if (type === 'xhtml' ? inside.length !== 1 || inside[0]?.name !== 'div' : inside.length > 0)
      faults.push(`${element.name}: elements in ${type}.`);
    if (element.name === 'title' && element.text.trim() === '') faults.push('title: empty.');
  }

  function judgeContent(content: XmlElement, hasSummary: boolean): void {
    const { type = 'text', src } = content.attributes;
    if (src !== undefined) {
      judgeAddress('content', src, false);
      if (content.children.length > 0) faults.push('content: words beside src.');
      if (!hasSummary) faults.push('content: src without a summary.');
    } else if (['text', 'html', 'xhtml'].includes(type)) judgeText(content);
    else if (!MEDIA_TYPE.test(type)) faults.push(`content: the type "${type}".`);
  }

  function judgePerson(person: XmlElement): void {
    judgeChildren(person, { one: ['name'], few: ['uri', 'email'], many: [] });
    if (listChildren(person, 'name')[0]?.text.trim() === '') faults.push(`${person.name}: an empty name.`);
    for (const { text } of listChildren(person, 'uri')) judgeAddress('uri', text, false);
    for (const { text } of listChildren(person, 'email'))
      if (!/^[^\s@]+@[^\s@]+$/.test(text)) faults.push(`email: "${text}".`);
  }

  /** RFC 3339, with a capital T and Z, on a day that there is. */
  function judgeInstant({ name, text }: XmlElement): void {
    const [, day = ''] = INSTANT.exec(text) ?? [];
    const date = new Date(`${day}T00:00:00Z`);
    if (day === '' || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
      faults.push(`${name}: "${text}".`);
  }

  /** An id is a whole address; others may begin anywhere. */
  function judgeAddress(name: string, text: string, isId: boolean): void {
    if (!URL.canParse(text, isId ? undefined : 'https://x.example/') || /[\s<>"]/.test(text))
      faults.push(`${name}: "${text}".`);
  }
}

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(?:\s*;.*)?$/;
const INSTANT =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function isAlternate({ attributes: { rel = 'alternate' } }: XmlElement): boolean {
  return rel === 'alternate';
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function listChildren({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child instanceof XmlElement).filter((child) => child.name === name);
}
