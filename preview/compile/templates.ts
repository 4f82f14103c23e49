import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILT_IN_ELEMENTS } from '../elements/names';
import { WXS_RUNTIME, wxsSource } from './wxs';

const TEMPLATE_SYNTAX = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs']);

interface TemplateError {
  isError: boolean;
  message: string;
  startLine: number;
  startColumn: number;
}

/** @throws Error when a tag is neither an element of the host nor a component; a browser would draw it as a box */
const assertKnownTags = (file: string, wxml: string, using: Record<string, string>): void => {
  const withoutComments = wxml.replace(/<!--[^]*?-->/g, '');
  for (const [, tag = ''] of withoutComments.matchAll(/<([a-zA-Z][\w-]*)/g)) {
    if (TEMPLATE_SYNTAX.has(tag) || BUILT_IN_ELEMENTS.includes(tag) || using[tag]) continue;
    throw new Error(
      `${file}.wxml uses <${tag}>, which is neither in its usingComponents nor one of the preview's elements (${BUILT_IN_ELEMENTS.join(', ')}); add it to preview/elements`,
    );
  }
};

/**
 * Compiles the WXML and WXS of all components together.
 *
 * @returns source of an expression whose value maps each component's path to its template functions
 * @throws Error with file, line and column of a template that does not compile
 */
export const compileTemplates = async (
  dist: string,
  components: Record<string, { config: { usingComponents?: Record<string, string> } }>,
): Promise<string> => {
  const group = new TmplGroup();
  group.setExtraRuntimeScript(WXS_RUNTIME);
  const added = new Set<string>();

  const addScript = async (name: string): Promise<void> => {
    if (added.has(`${name}.wxs`)) return;
    added.add(`${name}.wxs`);
    const { source, dependencies } = wxsSource(
      name,
      await readFile(path.join(dist, `${name}.wxs`), 'utf8'),
    );
    group.addScript(name, source);
    for (const dependency of dependencies) await addScript(dependency);
  };

  const addTemplate = async (name: string, using: Record<string, string>): Promise<void> => {
    if (added.has(name)) return;
    added.add(name);
    const wxml = await readFile(path.join(dist, `${name}.wxml`), 'utf8');
    assertKnownTags(name, wxml, using);
    const errors = (group.addTmpl(name, wxml) as TemplateError[]).filter((found) => found.isError);
    if (errors[0]) {
      const { startLine, startColumn, message } = errors[0];
      throw new Error(`${name}.wxml:${startLine + 1}:${startColumn + 1}: ${message}`);
    }
    for (const dependency of group.getDirectDependencies(name) as string[]) {
      await addTemplate(dependency, using);
    }
    for (const script of group.getScriptDependencies(name) as string[]) await addScript(script);
  };

  for (const [name, { config }] of Object.entries(components)) {
    await addTemplate(name, config.usingComponents ?? {});
  }
  const expression = group.getTmplGenObjectGroups();
  group.free();
  return expression;
};
