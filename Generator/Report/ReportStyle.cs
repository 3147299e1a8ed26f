namespace NetDsl.Generator.Report;

/// <summary>How the page looks, and its one habit: a source opens when a link leads to it.</summary>
internal static class ReportStyle
{
    public const string Text = """
        <style>
        :root { color-scheme: light dark; --line: #8888; --paper: #fff; --ink: #1c254a; --bar: #6286de40; }
        @media (prefers-color-scheme: dark) { :root { --paper: #14182a; --ink: #dfe5f7; } }
        body { font: 14px/1.45 system-ui, sans-serif; margin: 24px auto; max-width: 1400px; padding: 0 16px; background: var(--paper); color: var(--ink); }
        h1 { margin-bottom: 4px; } nav a { margin-right: 12px; } a { color: inherit; }
        dl { display: flex; flex-wrap: wrap; gap: 8px 28px; } dt { font-size: 12px; opacity: .7; } dd { margin: 0; font-weight: 600; }
        .scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--line); border-radius: 6px; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 3px 10px; border-bottom: 1px solid var(--line); white-space: nowrap; vertical-align: top; }
        th { position: sticky; top: 0; background: var(--paper); } tr:target td { background: #ffb34055; } .number { text-align: right; }
        .share { background: linear-gradient(to left, var(--bar) var(--share), transparent var(--share)); }
        .choice { white-space: normal; min-width: 150px; } .sources { font: 12px ui-monospace, monospace; } tfoot td { font-weight: 600; }
        svg { font: 12px system-ui, sans-serif; display: block; } svg text { fill: var(--ink); }
        .graph text { text-anchor: middle; } .graph .name { font-weight: 600; } .graph .what { font-size: 11px; opacity: .8; }
        .edge { fill: none; stroke: var(--ink); stroke-opacity: .45; stroke-width: 1.3; } .graph rect { stroke: var(--line); }
        .input { fill: #7777; } .weights { fill: #6286de77; } .activation { fill: #8882; } .norm { fill: #e0b94066; } .merge { fill: #b070d066; } .other { fill: #4caf7a66; }
        .grid { stroke: var(--line); stroke-dasharray: 2 4; } .scale { text-anchor: end; } .time { font-size: 11px; } .memory rect { stroke: var(--paper); stroke-width: .5; }
        .hue0 { fill: #6286decc; } .hue1 { fill: #ffb340cc; } .hue2 { fill: #4caf7acc; } .hue3 { fill: #d0607acc; } .hue4 { fill: #9a74d8cc; } .hue5 { fill: #3fa7b5cc; }
        svg .buffer { font-size: 11px; fill: #000; } details { border-bottom: 1px solid var(--line); padding: 4px 0; } summary { cursor: pointer; } small { opacity: .6; }
        pre { overflow: auto; max-height: 70vh; font: 12px/1.35 ui-monospace, monospace; } footer { margin-top: 24px; opacity: .6; }
        </style>
        """;

    public const string Script = """
        <script>
        function show() { const target = document.getElementById(decodeURIComponent(location.hash.slice(1))); if (target && target.tagName === 'DETAILS') { target.open = true; target.scrollIntoView(); } }
        addEventListener('hashchange', show); show();
        </script>
        """;
}
