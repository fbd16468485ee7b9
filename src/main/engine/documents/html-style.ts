/** Style of a document: reads on a phone, on a big display and on paper, light or dark as the reader's machine is. */
export const documentStyle = `
:root {
  color-scheme: light dark;
  --page: #eef0f3; --sheet: #ffffff; --ink: #16202b; --soft: #566372; --line: #d9dee5; --card: #f6f8fa;
  --accent: #14508c; --bad: #b3261e; --bad-back: #fdecea; --good: #1a6b3c; --good-back: #e7f4ec; --warn: #8a5300;
  --sev1: #b3261e; --sev2: #b45309; --sev3: #7a6200; --sev4: #4a5a6a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0c1117; --sheet: #131a22; --ink: #e6ebf1; --soft: #9aa8b7; --line: #2a3541; --card: #1a232d;
    --accent: #7db8f0; --bad: #ff9a92; --bad-back: #35191b; --good: #7fd6a3; --good-back: #14291f; --warn: #f0b860;
    --sev1: #c0342b; --sev2: #b65a12; --sev3: #84690a; --sev4: #53677b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 60rem; margin: 1.5rem auto 0; padding: 2.25rem 2.75rem 2.5rem; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 10px; }
footer { max-width: 60rem; margin: 0 auto; padding: .9rem 2.75rem 2rem; color: var(--soft); font-size: .82rem; }
h1 { margin: .3rem 0 1.1rem; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.015em; font-weight: 680; }
h2 { margin: 0 0 .5rem; font-size: .74rem; font-weight: 650; letter-spacing: .07em; text-transform: uppercase;
  color: var(--soft); }
section { margin-top: 1.9rem; }
p { margin: 0; }
small { font-size: .84rem; color: var(--soft); }
a { color: var(--accent); }
time, .clock { font-variant-numeric: tabular-nums; }
.text, blockquote { white-space: pre-line; }
.source, .by { color: var(--soft); font-size: .84rem; }
.by::before { content: "– "; }
.none { color: var(--bad); font-weight: 550; }
.over .none, .card p.none { color: var(--soft); font-weight: 400; }
.quiet { color: var(--soft); }
.drill { margin: -2.25rem -2.75rem 1.4rem; padding: .5rem 2.75rem; border-radius: 9px 9px 0 0; font-weight: 650;
  color: #241a00; background: repeating-linear-gradient(-45deg, #f5c542 0 14px, #e9b52e 14px 28px); }
.kicker { font-size: .9rem; font-weight: 600; }
.kicker span { margin-left: .4rem; color: var(--soft); font-weight: 400; }
.badge { display: inline-block; margin-right: .3rem; padding: .1em .5em; border-radius: 6px; color: #fff;
  font-size: .62em; letter-spacing: .02em; vertical-align: .22em; }
.sev-1 { background: var(--sev1); } .sev-2 { background: var(--sev2); }
.sev-3 { background: var(--sev3); } .sev-4 { background: var(--sev4); }
.strip { display: flex; flex-wrap: wrap; margin: 0; border-block: 1px solid var(--line); }
.strip > div { flex: 1 1 11rem; padding: .65rem 1.2rem .7rem 0; }
.strip > div + div { padding-left: 1.2rem; border-left: 1px solid var(--line); }
dt { font-size: .8rem; color: var(--soft); }
dd { margin: 0; }
.strip > .wide { flex-basis: 100%; padding-left: 0; border-left: 0; border-top: 1px solid var(--line); }
.strip > .wide + div { padding-left: 0; border-left: 0; }
.strip dd { font-weight: 620; }
.strip dd:first-letter { text-transform: capitalize; }
.strip small { display: block; font-weight: 400; }
.card { padding: .75rem 1rem .8rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
.card h2 { margin-bottom: .15rem; }
.gaps { margin-top: 1.4rem; padding: .85rem 1.1rem .95rem; border-radius: 8px; background: var(--bad-back);
  border-left: 4px solid var(--bad); }
.gaps h2 { color: var(--bad); }
.gaps ul { display: grid; gap: .3rem; margin: 0; padding: 0; list-style: none; }
.gaps strong { margin-right: .35rem; }
.gaps .looked { margin: .5rem 0 0; color: var(--soft); font-size: .85rem; }
.gaps.whole { background: var(--good-back); border-color: var(--good); }
.gaps.whole h2 { color: var(--good); margin-bottom: .15rem; }
.impact .text, .strip .impact dd { font-size: 1.25rem; line-height: 1.4; font-weight: 520; }
.strip .impact small { font-size: .84rem; }
.split { display: grid; grid-template-columns: minmax(0, 1.45fr) minmax(0, 1fr); gap: 0 2.25rem; }
.due section + section { margin-top: .8rem; }
.clock { font-size: 1.3rem; font-weight: 650; letter-spacing: -.01em; }
.overdue { border-color: var(--bad); } .overdue .clock, .overdue .source { color: var(--bad); }
.answers { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .5rem 1rem; margin: 0 0 .7rem; }
.answers dt { padding-top: .12rem; }
.verdict, .tag { display: inline-block; padding: 0 .5em; border: 1px solid var(--line); border-radius: 999px;
  font-size: .84rem; color: var(--soft); }
.verdict { font-weight: 650; color: var(--ink); border-color: currentColor; margin-right: .25rem; }
.pivot { color: var(--warn); } .escalate { color: var(--bad); } .continue { color: var(--good); }
blockquote { margin: .35rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
.roles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .8rem; margin: 0; }
.crew { margin: 1rem 0 0; } .answers.crew ul { padding: 0; list-style: none; }
.roles dd:not(.source):not(.none) { font-weight: 620; }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2.25rem; }
.timeline li { display: grid; grid-template-columns: 4.6rem 5rem minmax(0, 1fr); padding: .22rem 0;
  content-visibility: auto; contain-intrinsic-size: auto 1.9rem; }
.lines, .plain { margin: 0; padding: 0; list-style: none; }
.lines li { padding: .3rem 0; } .lines li + li { border-top: 1px solid var(--line); }
.lines time { margin-right: .3rem; color: var(--soft); font-size: .84rem; }
.ledger { margin: 0; padding: 0; list-style: none; }
.ledger li + li { margin-top: 1.1rem; }
.ledger .unknown .source, .ledger .publishing .source { color: var(--bad); font-weight: 600; }
.timeline { margin: 0; padding: 0; list-style: none; font-size: .92rem; }
.timeline li.day { display: block; padding: .8rem 0 .3rem; font-weight: 650; border-bottom: 1px solid var(--line); }
.timeline li.day:first-child { padding-top: 0; }
.timeline time, .kind { color: var(--soft); }
.timeline .decision .kind, .timeline .pinned .text { color: var(--ink); font-weight: 620; }
.timeline .finding .kind { color: var(--accent); } .timeline .comms .kind { color: var(--good); }
.timeline .automatic .text { color: var(--soft); }
.timeline .pinned { background: var(--card); box-shadow: -.6rem 0 var(--card), .6rem 0 var(--card); }
del { color: var(--soft); }
.earlier { display: block; }
.sources { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .6rem; margin: 0; }
.sources dt { font-weight: 620; font-size: .92rem; color: var(--ink); }
.answers ul { margin: 0; padding-left: 1.1em; }
.sources ul { margin: .3rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
.sources .last-known, .sources .never { border-style: dashed; }
.sources .last-known ul { color: var(--soft); }
.sources .last-known .source, .sources .never .source { color: var(--warn); font-weight: 600; }
.age { margin-top: .5rem; color: var(--soft); font-size: .84rem; }
.unreached { margin-top: .4rem; color: var(--warn); font-weight: 600; }
.pictures { display: grid; gap: .5rem; padding: .35rem 0; }
.pictures img { max-width: 100%; border: 1px solid var(--line); border-radius: 6px; }
@media (max-width: 44rem) {
  main { margin: 0; padding: 1.3rem 1.1rem; border: 0; border-radius: 0; }
  .drill { margin: -1.3rem -1.1rem 1rem; padding-inline: 1.1rem; border-radius: 0; } footer { padding-inline: 1.1rem; }
  .split, .columns { grid-template-columns: 1fr; } .answers { grid-template-columns: 1fr; gap: 0; }
  .answers dd { margin-bottom: .5rem; } .strip > div + div { padding-left: 0; border-left: 0; }
  .timeline li { grid-template-columns: 4.6rem 1fr; } .timeline li > div { grid-column: 1 / -1; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --card: #fff;
    --accent: #000; --bad: #9a1510; --bad-back: #fff; --good: #12502c; --good-back: #fff; --warn: #6b4000;
    --sev1: #b3261e; --sev2: #b45309; --sev3: #7a6200; --sev4: #4a5a6a; }
  @page { margin: 11mm 12mm; }
  html { font-size: 9pt; }
  body { font-size: 8.2pt; line-height: 1.33; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; margin: 0; padding: 0; border: 0; } footer { padding: .6rem 0 0; }
  .drill { margin: 0 0 .4rem; padding: .15rem .8rem; border-radius: 0; }
  .gaps { border: 1px solid var(--bad); border-left-width: 4px; } .gaps.whole { border-color: var(--good); }
  section { margin-top: .8rem; } h1 { margin: .1rem 0 .5rem; font-size: 1.5rem; } h2 { margin-bottom: .2rem; }
  .strip > div { flex-basis: 8rem; padding-block: .25rem .3rem; } .strip .impact dd { font-size: 1.1em; }
  .strip small, small, .source, .age, .gaps .looked, .kicker { font-size: .94em; } .age, .unreached { margin-top: .2rem; }
  .gaps { margin-top: .5rem; padding: .35rem .7rem .4rem; } .gaps .looked { margin-top: .2rem; }
  .answers { gap: .2rem .8rem; margin-bottom: .3rem; } dd ul { padding-left: 1em; margin: 0; }
  .split { grid-template-columns: minmax(0, 1.8fr) minmax(0, 1fr); } .columns, .split { gap: 0 1.2rem; }
  .card { padding: .35rem .6rem .4rem; } .clock { font-size: 1.2em; } .due section + section { margin-top: .4rem; }
  .first-page .sources { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .35rem; }
  .sources { gap: .4rem; } .roles { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .35rem; }
  .lines li { padding: .12rem 0; } .timeline { font-size: 1em; } .timeline li { padding: .1rem 0; }
  .card, .gaps, .ledger li, .timeline li, .lines li { break-inside: avoid; }
  h2 { break-after: avoid; } .timeline li { content-visibility: visible; }
  .lines a::after { content: " " attr(href); color: var(--soft); font-size: .8rem; }
}
`
