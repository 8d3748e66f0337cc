namespace Voltloop.Tests.EndToEnd.Pages;

/// <summary>The pages a person meets, each with a name for its picture.</summary>
internal static class HousePages
{
    public const string Cell = "https://id.gs1.org/01/09521234500018/21/TBSI-B1T25";
    public const string Pack = "https://id.gs1.org/01/09521234600534/21/P000001";
    public const string Coater = "https://id.gs1.org/414/9521234600411/254/COATER-3";
    public const string Model = "https://id.gs1.org/01/09521234500018";

    public static IReadOnlyList<(string Name, string Path)> All { get; } =
    [
        ("overview", "/"),
        ("search", "/search?q=TBSI"),
        ("battery", "/things/" + Uri.EscapeDataString(Cell)),
        ("history", "/things/" + Uri.EscapeDataString(Pack) + "#record"),
        ("provenance", $"/things/statement?thing={Uri.EscapeDataString(Cell)}&term=stateOfHealth"),
        ("models", "/models"),
        ("model", "/models/" + Uri.EscapeDataString(Model)),
        ("completeness", "/completeness/" + Uri.EscapeDataString(Cell) + "?on=2027-02-18"),
        ("public-passport", "/01/09521234500018/21/TBSI-B1T25"),
        ("readiness", "/readiness?on=2027-02-18"),
        ("costs", "/costs"),
        ("cell", "/health/cell?id=" + Uri.EscapeDataString(Cell)),
        ("compare", $"/health/compare?ids={Uri.EscapeDataString(Cell)}&ids={Uri.EscapeDataString(Pack)}"),
        ("fleet", "/health/fleet"),
        ("packs", "/health/packs"),
        ("grading", "/health/grading"),
        ("monitors", "/health/monitors?rows=80,79%0A82,82%0A85,84"),
        ("telemetry", "/telemetry"),
        ("benchmarks", "/health/benchmarks"),
        ("quality", "/quality?day=2024-03-05"),
        ("quality-charts", "/quality/charts?signal=SurfaceDensity&day=2024-03-05&chart=ewma&baseline=150&rule=n1&machine=" + Uri.EscapeDataString(Coater)),
        ("quality-monitor", "/quality/monitor?variables=3&lambda=0.4&arl0=200&day=2024-03-05&method=t2&method=pca&method=mewma&budget=1&machine=" + Uri.EscapeDataString(Coater)),
        ("quality-capability", "/quality/capability"),
        ("quality-gauge", "/quality/gauge"),
        ("quality-gate", "/quality/gate"),
        ("quality-plan", "/quality/plan?machine=" + Uri.EscapeDataString(Coater)),
        ("quality-stack", "/quality/stack"),
        ("quality-structure", "/quality/structure"),
        ("quality-fmea", "/quality/fmea"),
        ("quality-doe", "/quality/doe"),
        ("quality-cause", "/quality/cause?bad=ageing"),
        ("quality-containment", "/quality/containment"),
        ("labels", "/labels?model=" + Uri.EscapeDataString(Model)),
        ("bdf", "/bdf"),
        ("verify", "/verify"),
        ("sign-in", "/sign-in"),
        ("account", "/account"),
        ("access", "/access"),
        ("events", "/events"),
        ("key-events", "/events/key-events"),
        ("pack", "/things/" + Uri.EscapeDataString(Pack)),
        ("trace", "/trace"),
        ("trace-pack", "/trace?direction=up&id=" + Uri.EscapeDataString(Pack)),
        ("recall", "/recall"),
        ("recall-coater", "/recall?from=2024-03-05T10:00&before=2024-03-05T11:00&machine=" + Uri.EscapeDataString(Coater)),
        ("sourcing", "/sourcing"),
        ("sourcing-pack", "/sourcing?id=" + Uri.EscapeDataString(Pack)),
        ("balance", "/balance"),
        ("custody", "/custody"),
        ("chain", "/chain"),
        ("import", "/import"),
        ("impedance", "/impedance"),
        ("cell-model", "/health/cell-model"),
        ("preservation", "/preservation"),
        ("about", "/about"),
        ("design", "/design"),
        ("not-found", "/nowhere"),
        // A choice of audience lasts, so that this one comes last.
        ("history-public", "/things/" + Uri.EscapeDataString(Pack) + "?audience=public#record"),
    ];

    public static TheoryData<string, string> Names
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, path) in All)
            {
                data.Add(name, path);
            }

            return data;
        }
    }
}
