/** The style of the report page, with a dark scheme, a layout for phones, and no controls in print. */
export const pageStyle = `
:root{color-scheme:light dark;--text:#1a1f26;--dim:#515c69;--page:#fff;--panel:#f4f6f8;--line:#cfd6de;--added:#dff3e4;--added-text:#0b5a26;--removed:#fde7e7;--removed-text:#8c1515;--accent:#0a56a8}
@media (prefers-color-scheme:dark){:root{--text:#e4e9ef;--dim:#a5b1bf;--page:#12161b;--panel:#1b2128;--line:#38424e;--added:#12331f;--added-text:#9be3b1;--removed:#40191b;--removed-text:#ffb3b0;--accent:#7db8ff}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page)}
main,header{max-width:75rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
a{color:var(--accent)}
code,pre,.side td{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:.85rem}
code{background:var(--panel);padding:.05rem .3rem;border-radius:4px;overflow-wrap:anywhere}
.scroll{overflow-x:auto}li,p,summary{overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:0 .8rem}
summary{cursor:pointer;padding:.5rem 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
pre{background:var(--panel);padding:.6rem;overflow-x:auto;border-radius:6px;margin:.5rem 0}
pre span{display:block}
.place,.dim{color:var(--dim)}
.added{background:var(--added);color:var(--added-text)}.removed{background:var(--removed);color:var(--removed-text)}
.side{display:none}.side table{table-layout:fixed;min-width:44rem}.side td{white-space:pre-wrap;overflow-wrap:anywhere}
body:has(#side-by-side:checked) .side{display:block}body:has(#side-by-side:checked) .unified{display:none}
.controls{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;padding:.6rem 0}
.controls input[type=search]{font:inherit;padding:.4rem .6rem;width:min(20rem,100%);color:inherit;background:var(--panel);border:1px solid var(--dim);border-radius:6px}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.graphs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:1rem}
figure{margin:0;border:1px solid var(--line);border-radius:8px;padding:.5rem}
svg{width:100%;height:auto;font:13px system-ui,sans-serif}
svg text{fill:var(--text)}svg .name{font-weight:600}
svg rect{fill:var(--panel);stroke:var(--dim)}svg .added rect{fill:var(--added);stroke:var(--added-text)}svg .removed rect{fill:var(--removed);stroke:var(--removed-text);stroke-dasharray:5 4}
svg .link{fill:none;stroke:var(--dim);stroke-width:1.5}svg marker path{fill:var(--dim)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .8rem}dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
[hidden]{display:none!important}
@media print{.controls{display:none}}
`;
