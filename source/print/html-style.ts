/** How a report looks, by day and by night. It asks for nothing from elsewhere. */
export const htmlStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1f26; --line: #ccc; --quiet: #666; --good: #2e7d4f; --joined: #2f6fb3; --same: #9aa1ac; --warning: #c98a00; --bad: #c0392b; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181d; --ink: #e6e6e6; --line: #444; --quiet: #a0a0a0; --good: #4caf7a; --joined: #5b9fe0; --same: #6b7280; --warning: #e0a92e; --bad: #e66a5c; } }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
nav a { margin-right: 1rem; }
a { color: inherit; }
h2 a { text-decoration: none; }
figure { margin: 1.5rem 0; }
figcaption { font-weight: 600; }
svg { display: block; height: 24px; margin: .4rem 0; width: 100%; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; margin: 0; padding: 0; }
.key { display: inline-block; height: .8em; width: .8em; }
.good { background: var(--good); fill: var(--good); }
.joined { background: var(--joined); fill: var(--joined); }
.same { background: var(--same); fill: var(--same); }
.warning { background: var(--warning); fill: var(--warning); }
.bad { background: var(--bad); fill: var(--bad); }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
th, td { border-bottom: 1px solid var(--line); overflow-wrap: anywhere; padding: .3rem .6rem; text-align: left; vertical-align: top; }
.none { color: var(--quiet); }
@media print { nav { display: none; } }
`;
