using System.Net.Http.Headers;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Record.Proofs.Trust;
using Voltloop.Record.Signing;

namespace Voltloop.Bench.Fuzz;

/// <summary>Every way in for bytes that somebody else made, with sound inputs from <c>samples/</c> and, where it is there, <c>../shared/data</c>.</summary>
internal static class FuzzTargets
{
    private const string Samples = "samples";
    private static readonly string Shared = Environment.GetEnvironmentVariable("VOLTLOOP_SHARED") is { Length: > 0 } set ? Path.Combine(set, "data") : "../shared/data";
    private const string Import = "/api/v1/imports?preview=true&name=";

    private static readonly string[] Identifiers =
    [
        "https://id.gs1.org/01/09521234500018/21/TBSI-B1T25", "urn:epc:id:sgtin:952123.0450001.TBSI", "did:web:cells.example", "https://id.gs1.org/414/9521234600411/254/COATER-3?4000=1", "(01)09521234500018(21)A1",
        "https://id.gs1.org/01/09521234500018/10/LOT%2F1/21/S-1?17=270101&linkType=gs1:sustainabilityInfo", "https://example.com/i/a?x=1#y", "urn:uuid:6f1c0a2e-8f0e-4c8e-9f1a-3f6c0b1f2d3e", "]d201095212345000182112345",
    ];

    private static readonly string[] Queries =
    [
        "eventType=ObjectEvent&GE_eventTime=2024-03-05T10:00:00Z&EQ_bizStep=shipping&MATCH_epc=https://id.gs1.org/01/09521234500018/21/*&perPage=10", "EQ_action=ADD&LT_recordTime=2030-01-01T00:00:00Z&orderBy=eventTime&orderDirection=DESC&eventCountLimit=3",
        "EQ_SENSORELEMENT_type=Temperature&GT_SENSORREPORT_value_CEL=4.5&EQ_userExt=1&WD_readPoint=https://id.gs1.org/414/9521234600411&nextPageToken=abc",
    ];

    /// <summary>All targets.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Body("import-tables", file => Import + file, Import2("tbsi-sunwoda", "severson-124", "spreadsheet", "packs", "bdf", "cyclers", "panasonic-18650pf")),
        Body("import-cyclers", file => Import + file, [.. FuzzSeed.Of($"{Shared}/health/raw_formats", "*.*", 120)]),
        Body("import-passports", file => Import + file, [.. Import2("models", "lives", "gateways", "updates"), .. FuzzSeed.Of($"{Shared}/passport/batterypass", "*.json"), .. FuzzSeed.Of($"{Shared}/passport/catenax", "*.json"), .. FuzzSeed.Of($"{Shared}/passport/idta", "*.json", 30), .. FuzzSeed.Of($"{Shared}/passport/keystone", "*.json")]),
        Body("bdf", file => "/api/v1/bdf/validations?name=" + file, [.. FuzzSeed.Of($"{Samples}/bdf", "*.gz"), .. FuzzSeed.Of($"{Samples}/cyclers", "bdf*")]),
        Body("epcis-json", _ => "/api/v1/epcis/capture", [.. FuzzSeed.Of($"{Samples}/events", "*.jsonld"), .. FuzzSeed.Of($"{Shared}/epcis/gs1", "*.jsonld", 60)], "application/ld+json"),
        Body("epcis-xml", _ => "/api/v1/epcis/capture", [.. FuzzSeed.Of($"{Shared}/epcis", "*.xml", 60)], "application/xml"),
        Body("epcis-hash", _ => "/api/v1/epcis/hash", [.. FuzzSeed.Of($"{Samples}/events", "*.jsonld"), .. FuzzSeed.Of($"{Shared}/epcis/gs1", "*.jsonld", 60)], "application/ld+json"),
        Body("epcis-verify", _ => "/api/v1/epcis/events/verify", [.. FuzzSeed.Of($"{Samples}/events", "*.jsonld"), .. FuzzSeed.Of($"{Shared}/passport/vectors", "*.json", 30)], "application/json"),
        Query("epcis-query", text => "/api/v1/epcis/events?" + text, Queries),
        Query("identifiers", text => "/api/v1/things/" + Uri.EscapeDataString(text), Identifiers),
        Query("digital-link", text => "/" + text.TrimStart('/'), ["01/09521234500018/21/TBSI-B1T25", "01/09521234500018/10/L/21/S?17=270101&linkType=gs1:pip", "414/9521234600411/254/COATER-3", "8004/95212345000181?context=x"]),
        Body("impedance", file => "/api/v1/impedance?name=" + file, [.. FuzzSeed.Of($"{Samples}/eis", "*.csv"), .. FuzzSeed.Of($"{Shared}/health/eis_impedancepy", "*.*", 20)]),
        Body("packs", _ => "/api/v1/packs/consistency?name=pack.csv", [.. FuzzSeed.Of($"{Samples}/packs", "*.csv")]),
        Body("gradings", _ => "/api/v1/health/gradings?moduleSize=4", [.. FuzzSeed.Of($"{Samples}/pulsebat", "*.csv")], "text/csv"),
        Body("telemetry", _ => "/api/v1/telemetry", [.. FuzzSeed.Of($"{Samples}/telemetry", "*.json")], "application/json"),
        Body("dpps", _ => "/v1/dpps", [Text("model.json", "{\"uniqueProductIdentifier\":\"https://id.gs1.org/01/09521234500018\",\"granularity\":\"Model\",\"economicOperatorId\":\"op\",\"ratedCapacity\":40}"), Text("item.json", "{\"uniqueProductIdentifier\":\"https://id.gs1.org/01/09521234500018/21/I1\",\"granularity\":\"Item\",\"serialNumber\":\"I1\",\"economicOperatorId\":\"op\",\"stateOfHealth\":98.5}"), .. FuzzSeed.Of($"{Shared}/passport/en18222", "*.json", 30)], "application/json"),
        Body("passports", _ => "/api/v1/passports", [Text("item.json", """{"id":"https://id.gs1.org/01/09521234500018/21/A-1","kind":"battery","label":"A","aliases":["A-1"],"issuer":"urn:test","statements":[{"term":"stateOfHealth","value":98.5,"unit":"%"},{"term":"manufacturingDate","value":"2026-01-02"}]}""")], "application/json"),
        Body("charts", _ => "/api/v1/quality/charts?chart=xbar-r&baseline=20", Quality("coating-thickness.csv", "tab-welds.csv", "coater-good.csv")),
        Body("capability", _ => "/api/v1/quality/capability?lsl=9&usl=1000", Quality("coating-thickness.csv", "module-pressure.csv")),
        Body("gauge", _ => "/api/v1/quality/gauge", Quality("gauge-crossed.csv", "gauge-judgements.csv", "gauge-references.csv")),
        Body("causes", _ => "/api/v1/quality/causes", Quality("weld-genealogy.csv")),
        Body("gate", _ => "/api/v1/quality/gate?outcome=life&group=protocol&lsl=750", Quality("formation-gate.csv")),
        Body("structure", _ => "/api/v1/quality/structure", Quality("line-stations.csv")),
        Body("stack", _ => "/api/v1/quality/stack?seconds=1&trials=1000", Quality("busbar-loop.csv", "cell-module-pack.csv", "module-locators.csv")),
        Body("experiment", _ => "/api/v1/quality/experiments/analysis", Quality("weld-screening.csv", "calender-surface.csv")),
        Form("monitors", "/api/v1/quality/monitors?method=t2", ["train", "test"], Quality("coater-good.csv", "coater-drift.csv")),
        Form("fmea", "/api/v1/quality/fmea", ["fmea"], Quality("line-fmea.csv")),
        Body("simulation", _ => "/api/v1/cells/simulations", [.. FuzzSeed.Of($"{Samples}/cell-model", "*.csv")], "text/csv"),
        Body("chain-questions", _ => "/api/v1/chain/questions", [.. Tokens()], "application/jose"),
        Body("checkpoints", _ => "/api/v1/witness/add-checkpoint", [Text("note", "old 0\n\nvoltloop.example/log\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— voltloop.example/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n")], "text/plain"),
        new("verify", [.. FuzzSeed.Of($"{Shared}/passport/vectors", "*.json", 60), .. Tokens()]) { Call = input => SavedArtefact.Verify(input.Bytes, new VerificationContext(TrustListJson.Read("[]"u8.ToArray()), DateTimeOffset.UnixEpoch)) },
        new("trust-list", [Text("trust.json", """[{"id":"did:web:cells.example#1","controller":"did:web:cells.example","type":"Multikey","publicKeyMultibase":"zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"}]""")]) { Call = input => TrustListJson.Read(input.Bytes) },
        new("thing-id", [.. Identifiers.Select(id => Text("id", id))]) { Call = input => ThingId.Parse(Encoding.UTF8.GetString(input.Bytes)) },
    ];

    private static IReadOnlyList<FuzzSeed> Import2(params string[] folders) => [.. folders.SelectMany(folder => FuzzSeed.Of($"{Samples}/{folder}", "*.*", 6).Where(seed => !seed.Name.EndsWith(".md", StringComparison.Ordinal) && seed.Name != "LICENSE"))];

    private static IReadOnlyList<FuzzSeed> Quality(params string[] names) => [.. names.SelectMany(name => FuzzSeed.Of($"{Samples}/quality", name))];

    private static FuzzSeed Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    // Head, body and signature of a token, with and without disclosures.
    private static IEnumerable<FuzzSeed> Tokens()
    {
        const string Head = "eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6Y2VsbHMuZXhhbXBsZSMxIiwidHlwIjoiSldUIn0";
        const string Claims = "eyJpc3MiOiJkaWQ6d2ViOmNlbGxzLmV4YW1wbGUiLCJhdWQiOiJkaWQ6d2ViOmxvY2FsaG9zdCIsImlhdCI6MTc5MDAwMDAwMCwidGhpbmciOiJodHRwczovL2lkLmdzMS5vcmcvMDEvMDk1MjEyMzQ1MDAwMTgvMjEvQSJ9";
        yield return Text("token.jwt", $"{Head}.{Claims}.c2lnbmF0dXJl");
        yield return Text("token.sd-jwt", $"{Head}.{Claims}.c2lnbmF0dXJl~WyJzYWx0IiwibmFtZSIsInZhbHVlIl0~");
    }

    private static FuzzTarget Body(string name, Func<string, string> path, IReadOnlyList<FuzzSeed> seeds, string type = "application/octet-stream") => new(name, seeds)
    {
        Request = input => new HttpRequestMessage(HttpMethod.Post, path(Uri.EscapeDataString(input.Name))) { Content = new ByteArrayContent(input.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } } },
    };

    private static FuzzTarget Query(string name, Func<string, string> path, string[] seeds) => new(name, [.. seeds.Select(seed => Text("query", seed))])
    {
        Request = input => Uri.TryCreate(path(Encoding.UTF8.GetString(input.Bytes)), UriKind.Relative, out var uri) && uri.OriginalString.Length < 8000 && !uri.OriginalString.StartsWith("//", StringComparison.Ordinal) ? new HttpRequestMessage(HttpMethod.Get, uri) : null,
    };

    private static FuzzTarget Form(string name, string path, string[] fields, IReadOnlyList<FuzzSeed> seeds) => new(name, seeds)
    {
        Request = input =>
        {
            var form = new MultipartFormDataContent();
            foreach (var field in fields) form.Add(new ByteArrayContent(field == fields[^1] ? input.Bytes : seeds[0].Bytes), field, input.Name);
            return new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        },
    };
}
