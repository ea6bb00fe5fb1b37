// The forms in which a name stands in sentences of languages that inflect names. Forms that do not exist do no harm:
// nobody writes them.

const CYRILLIC_HUSHERS = /[гкхжчшщ]$/;

const genitive = (name) => (/[sxz]$/.test(name) ? [] : [name + 's']);

const rules = {
  sv: genitive,
  da: genitive,
  no: genitive,
  cs: (name) => {
    const stem = name.slice(0, -1);
    if (/[sc]ko$/.test(name)) return [stem + 'a', stem + 'u', stem + 'em'];
    if (/ie$/.test(name)) return [stem + 'i', stem + 'í'];
    if (/a$/.test(name)) {
      const soft = stem.replace(/k$/, 'c').replace(/g$/, 'z').replace(/h$/, 'z').replace(/r$/, 'ř');
      return [stem + 'y', stem + 'u', stem + 'ou', soft + 'e', stem + 'ě', stem + 'i'];
    }
    if (/y$/.test(name)) return ['', 'ů', 'ům', 'ách', 'ami'].map((e) => stem + e);
    if (/[bdfghklmnprstvz]$/.test(name)) return ['u', 'em', 'ě', 'e', 'a'].map((e) => name + e);
    if (/[cčjňřšž]$/.test(name)) return ['e', 'i', 'em'].map((e) => name + e);
    return [];
  },
  de: (name) => (/[szxß]$/.test(name) ? [] : [name + 's']),
  ru: (name) => {
    const stem = name.slice(0, -1);
    if (/ия$/.test(name)) return [stem + 'и', stem + 'ю', stem + 'ей'];
    if (/а$/.test(name)) {
      return [stem + (CYRILLIC_HUSHERS.test(stem) ? 'и' : 'ы'), stem + 'е', stem + 'у', stem + (/[шжчщц]$/.test(stem) ? 'ей' : 'ой')];
    }
    if (/я$/.test(name)) return ['и', 'е', 'ю', 'ей', 'ёй'].map((e) => stem + e);
    if (/ь$/.test(name)) return ['я', 'ю', 'ем', 'ём', 'е', 'и', 'ью'].map((e) => stem + e);
    if (/й$/.test(name)) return ['я', 'ю', 'ем', 'е'].map((e) => stem + e);
    if (/ы$/.test(name)) return ['', 'ов', 'ам', 'ами', 'ах'].map((e) => stem + e);
    if (/[бвгджзклмнпрстфхцчшщ]$/.test(name)) return ['а', 'у', 'ом', 'е'].map((e) => name + e);
    return [];
  },
  uk: (name) => {
    const stem = name.slice(0, -1);
    if (/ія$/.test(name)) return [stem + 'ї', stem + 'ю', stem + 'єю'];
    if (/а$/.test(name)) {
      const soft = stem.replace(/г$/, 'з').replace(/к$/, 'ц').replace(/х$/, 'с');
      return [stem + 'и', soft + 'і', stem + 'у', stem + 'ою', stem + 'і', stem + 'ею'];
    }
    if (/я$/.test(name)) return ['і', 'ї', 'ю', 'ею', 'єю'].map((e) => stem + e);
    if (/ь$/.test(name)) return ['я', 'ю', 'ем', 'лем', 'і'].map((e) => stem + e);
    if (/й$/.test(name)) return ['ю', 'я', 'єм', 'ї'].map((e) => stem + e);
    if (/и$/.test(name)) return ['', 'ів', 'ам', 'ами', 'ах'].map((e) => stem + e);
    if (/їв$/.test(name)) return ['єва', 'єву', 'євом', 'єві'].map((e) => name.slice(0, -2) + e);
    if (/[бвгджзклмнпрстфхцчшщ]$/.test(name)) return ['а', 'у', 'ом', 'ем', 'і', 'ові'].map((e) => name + e);
    return [];
  },
  pl: (name) => {
    const stem = name.slice(0, -1);
    if (/(ja|ia)$/.test(name)) return [stem + 'i', stem + 'ę', stem + 'ą'];
    if (/a$/.test(name)) {
      const soft = stem.replace(/k$/, 'c').replace(/g$/, 'dz').replace(/d$/, 'dzi').replace(/t$/, 'ci').replace(/r$/, 'rz');
      return [stem + (/[kg]$/.test(stem) ? 'i' : 'y'), soft + 'e', soft + 'ie', stem + 'ę', stem + 'ą'];
    }
    if (/y$/.test(name)) return ['', 'om', 'ami', 'ach'].map((e) => stem + e);
    if (/[bcdfghjklmnprstwzńł]$/.test(name)) {
      const hard = name.replace(/ń$/, 'ni');
      return ['u', 'a', 'owi', 'em', 'ie'].map((e) => hard + e);
    }
    return [];
  },
};

/** A name and its forms; only single words are inflected. */
export function forms(language, name) {
  const rule = rules[language];
  return rule && !/[ -]/.test(name) && name.length > 3 ? [name, ...rule(name).filter((f) => f.length > 3)] : [name];
}
