/** entries > features > ui > offline | live > api | forms > domain > kit; no circles; features are strangers. */
const LAYERS = [['entries'], ['features'], ['ui'], ['offline', 'live'], ['api', 'forms'], ['domain'], ['kit']]

const upward = LAYERS.flatMap((names, depth) =>
  names.map((name) => ({
    name: `${name}-goes-down-only`,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: {
      path: `^src/(${[...LAYERS.slice(0, depth).flat(), ...names.filter((n) => n !== name)].join('|') || 'nothing'})/`,
    },
  })),
)

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'features-are-strangers',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'only-the-console-knows-element-plus',
      severity: 'error',
      from: { path: '^src/(entries/(screen|field)|features/[^/]+/(screen|field)|ui/(field|map|charts)|kit|domain|api|forms|offline|live)/' },
      to: { path: 'node_modules/element-plus', reachable: true },
    },
    {
      name: 'only-the-phone-knows-vant',
      severity: 'error',
      from: { pathNot: '^src/(ui/field|features/[^/]+/field)/' },
      to: { path: 'node_modules/vant' },
    },
    {
      name: 'the-phone-has-its-own-words',
      severity: 'error',
      from: { path: '^src/(entries/field|features/[^/]+/field|ui/field|offline)/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^src/kit/i18n/index\\.ts$|node_modules/vue-i18n)', reachable: true },
    },
    {
      name: 'field-pages-never-fetch',
      severity: 'error',
      from: { path: '^src/(entries/field|features/[^/]+/field|ui/field)/' },
      to: { path: '^src/(api/client|live/)', reachable: true },
    },
    {
      name: 'screens-use-only-the-datasource',
      severity: 'error',
      from: { path: '^src/(features/[^/]+/field|ui/field)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/offline/', pathNot: '^src/offline/(use|tastes|worker)\\.ts$' },
    },
    {
      name: 'domain-and-forms-are-pure',
      severity: 'error',
      from: { path: '^src/(domain|forms)/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/' },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
    { name: 'tests-stay-aside', severity: 'error', from: { pathNot: '\\.test\\.ts$' }, to: { path: '\\.test\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
}
