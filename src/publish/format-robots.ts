import type { SiteConfig } from '../config/index.ts';
import { formatFileAddress } from './addresses.ts';

/** Lets every robot in and names the sitemap. What should not be found says so itself (`noindex`), which only a robot that is let in can read. */
export function formatRobots(config: Pick<SiteConfig, 'baseUrl' | 'basePath'>): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${formatFileAddress(config, 'sitemap.xml')}\n`;
}
