using System.Net;
using System.Runtime.ExceptionServices;
using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Bench.Fuzz;

/// <summary>Whole requests to the listening application: addresses, parameters, and bodies that a framework binds before a parser of ours sees them.</summary>
internal static class HttpTargets
{
    private const string Item = "https%3A%2F%2Fid.gs1.org%2F01%2F09521234500018%2F21%2FEVENT-1";

    private static readonly string[] Gets =
    [
        "things?limit=5&kind=model&cursor=a", "things/%s?validAt=2027-02-18T12:00:00Z&knownAt=2027-02-18", "things/%s/statements?term=ratedCapacity&limit=3", "things/%s/history?term=ratedCapacity&limit=2", "things/%s/series", "things/%s/capacity?from=1", "things/%s/cycles?from=1&to=9", "things/%s/fade?cycles=100", "things/%s/forecast?cycles=9",
        "things/%s/incremental-capacity?cycles=1,2", "things/%s/slow-cycles", "series/a/window?from=0&to=1&points=10", "passports/%s?audience=public", "passports/%s/completeness?asOf=2027-02-18", "passports/%s/export?dialect=batterypass-1.2&scope=public", "passports/%s/structure?depth=2", "passports/%s/version?at=2027-02-18", "passports/%s/qr.svg?size=5",
        "passports/%s/proof?format=sd-jwt&terms=ratedCapacity", "readiness?limit=3&asOf=2027-02-18", "costs?items=5&hours=2.5", "epcis/events?eventType=ObjectEvent&perPage=2&GE_eventTime=2027-02-18T12:00:00Z", "epcis/events/a", "epcis/capture?perPage=1&nextPageToken=1", "epcis/queries/q1/events?perPage=1", "lineage?thing=%s&direction=up&depth=3&view=tree", "recall?cause=%s&from=2027-02-18T12:00:00Z&to=2027-02-19T12:00:00Z&limit=2",
        "balance?element=Co&period=month&from=2027-01-01", "balance/chart?site=a&element=Co", "custody?element=Co&method=credits", "sourcing?thing=%s&element=Co", "chain/trace?thing=%s&direction=up&steps=2", "key-events?type=a&limit=2", "quality/signals?machine=a&signal=b&from=2027-02-18T12:00:00Z&before=2027-02-19T12:00:00Z", "quality/signals/monitor?machine=a&day=2027-02-18&method=t2&budget=0.01", "quality/causes?bad=ageing&model=a",
        "quality/line?day=2027-02-18", "fleet/cohorts?limit=1", "fleet/attention?limit=1", "health/comparison?things=%s", "log/tile/0/000", "log/consistency?from=0&to=0", "log/proof?assertion=1&statement=0", "replication/changes?after=0-0-0-0&wait=0", "telemetry/assets?limit=2", "access-log?limit=2&after=1", "grants?grantee=a", "terms?category=EV&language=de",
    ];

    private static readonly string[] Elsewhere =
    [
        "/01/09521234500018/21/EVENT-1?linkType=gs1:pip", "/01/09521234500018/21/EVENT-1?linkType=linkset", "/v1/dpps/%s?representation=full", "/v1/dppsByProductId/%s", "/v1/dppsByIdAndDate/%s?date=2027-02-18T12:00:00Z", "/v1/dpps/%s/elements/$['identityAndProduct']", "/v1/dpps/%s/changes?from=2027-02-18", "/v1/dictionary/ratedCapacity", "/health/compare?things=%s&curve=capacity", "/search?q=a",
        "/things/%s?validAt=2027-02-18", "/models/%s", "/completeness/%s", "/trace?thing=%s&direction=down", "/balance?element=Co&site=a", "/recall?cause=%s", "/custody?element=Co", "/events?eventType=ObjectEvent&perPage=2", "/readiness?category=EV", "/labels?ids=%s&layout=a4", "/costs?items=5", "/quality/charts?machine=a&signal=b", "/chain?thing=%s", "/things/statement?thing=%s&term=ratedCapacity", "/health/fleet?model=a",
    ];

    private static readonly string[] Posts =
    [
        """POST /api/v1/passports application/json|{"id":"https://id.gs1.org/01/09520123456788/21/7","kind":"battery","issuer":"did:web:a","label":"x","aliases":["a"],"statements":[{"term":"batteryMass","value":90,"validFrom":"2027-02-18T12:00:00Z","uncertainty":{"lower":1,"upper":100},"evidence":{"method":"m","inputs":["i"]}}]}""",
        """POST /api/v1/passports/%s/lifecycle application/json|{"to":"repurposed","newId":"https://id.gs1.org/01/09520123456788/21/9","operator":"https://id.voltloop.example/operator/b","with":["a"],"part":true,"components":["c"]}""", """POST /api/v1/passports/%s/components application/json|{"add":["https://id.gs1.org/01/09520123456788/21/7"],"remove":["b"]}""",
        """POST /v1/dpps application/json|{"uniqueProductIdentifier":"https://id.gs1.org/01/09520123456788/21/8","economicOperatorId":"https://id.voltloop.example/operator/a","identityAndProduct":{"ratedCapacity":90}}""", """PATCH /v1/dpps/%s application/merge-patch+json|{"identityAndProduct":{"ratedCapacity":91}}""", """POST /v1/dppsByProductIds application/json|{"productIds":["a"],"limit":3}""", """POST /v1/registerDPP application/json|{"dppId":"https://a.example/1","uniqueProductIdentifier":"b","economicOperatorId":"https://id.voltloop.example/operator/a"}""",
        """POST /api/v1/epcis/capture application/json|{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2027-02-18T12:00:00Z","epcisBody":{"eventList":[{"type":"ObjectEvent","eventTime":"2027-02-18T12:00:00Z","eventTimeZoneOffset":"+01:00","action":"OBSERVE","epcList":["https://id.gs1.org/01/09520123456788/21/1"]}]}}""",
        """POST /api/v1/epcis/queries application/json|{"name":"q1","query":{"eventType":["ObjectEvent"]}}""", """POST /api/v1/epcis/queries/q1/subscriptions application/json|{"dest":"https://a.example","signatureToken":"t","schedule":{"second":"0"},"reportIfEmpty":false,"initialRecordTime":"2027-02-18T12:00:00Z"}""", """POST /api/v1/epcis/events/verify application/json|{"event":"{}","hash":"a"}""",
        """POST /api/v1/telemetry application/json|{"messages":[{"asset":"https://id.gs1.org/01/09521234500018/21/EVENT-1","source":"a","sequence":9,"units":{"voltage":"mV","current":"mA"},"positiveCurrent":"charge","time":[1736152800,1736152810],"voltage":[3764,3766],"current":[0,0],"temperature":[26.9,null]}]}""", """POST /api/v1/quality/designs application/json|{"chart":"ewma","lambda":0.2,"arl0":370,"variables":2,"charts":3,"pointsPerDay":100,"alarmsPerDay":0.1}""", """POST /api/v1/packs/simulations application/json|{"series":4,"parallel":2,"hours":1,"seed":1}""",
        """POST /api/v1/health/monitor-checks text/csv|shown_percent,measured_percent;90,88""", """POST /api/v1/quality/experiments/design application/json|{"kind":"full","factors":"a 0 1; b 0 1","centres":1}""", """POST /api/v1/quality/findings application/json|{"finding":"a","units":["b"]}""", """POST /api/v1/chain/questions application/jwt|eyJhbGciOiJFUzI1NiJ9.e30.AAAA""",
        """POST /api/v1/chain/grants application/json|{"to":"did:web:a","thing":"https://id.gs1.org/01/09521234500018/21/EVENT-1","direction":"up","depth":3,"purpose":"p","until":"2028-01-01T00:00:00Z"}""", """POST /api/v1/grants application/json|{"grantee":"did:web:a","terms":["ratedCapacity"],"until":"2028-01-01T00:00:00Z"}""", """POST /api/v1/hand-overs application/json|{"thing":"a","to":"did:web:b","from":"2027-02-18T12:00:00Z"}""",
        "POST /api/v1/witness/add-checkpoint text/plain|old 0\n\nexample.com/log\n1\nAAAA\n\n— example.com/log AAAA\n", """POST /api/v1/operators/did%3Aweb%3Aa/end application/json|{"at":"2027-02-18T12:00:00Z","successor":"did:web:b"}""", """POST /api/v1/replication/series application/json|[{"series":"a","from":1,"to":2}]""",
        """POST /api/v1/cells/simulations application/json|{"ambientCelsius":25,"cRate":1,"startPercent":90,"direction":"discharge"}""", """POST /api/v1/imports application/octet-stream|unit,bad\n1,0""",
    ];

    public static IReadOnlyList<FuzzTarget> All(Lazy<FuzzHouse> house)
    {
        Lazy<HttpClient> client = new(() => house.Value.Client());
        return
        [
            new("http-get", () => [.. SeedFiles.Texts([.. Addresses()])], input => Send(house, client.Value, input)),
            new("http-send", () => [.. SeedFiles.Texts([.. Posts.Select(text => text.Replace("%s", Item, StringComparison.Ordinal))])], input => Send(house, client.Value, input)),
        ];
    }

    private static IEnumerable<string> Addresses() => Gets.Select(path => $"GET /api/v1/{path} application/json|").Concat(Elsewhere.Select(path => $"GET {path} text/html|")).Select(text => text.Replace("%s", Item, StringComparison.Ordinal));

    private static void Send(Lazy<FuzzHouse> house, HttpClient client, byte[] input)
    {
        if (Read(input) is not { } request) throw new ProblemException(CommonProblems.MalformedInput, "No request.");
        using (request)
        {
            using var answer = Answer(client, request);
            if (answer.StatusCode == HttpStatusCode.InternalServerError) ExceptionDispatchInfo.Throw(house.Value.Errors.Take() ?? new InvalidOperationException($"{request.Method} {request.RequestUri} is answered with 500."));
            if ((int)answer.StatusCode >= 400) throw new ProblemException(new ProblemKind(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), "Refused.", (int)answer.StatusCode, 2), "Refused.");
        }
    }

    private static HttpResponseMessage Answer(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            return client.Send(request);
        }
        catch (Exception unsent) when (unsent is HttpRequestException or UriFormatException or FormatException)
        {
            throw new ProblemException(CommonProblems.MalformedInput, "The client did not send it, or the server ended the connection.");
        }
    }

    // What the client itself will not send is none of the server's.
    private static HttpRequestMessage? Read(byte[] input)
    {
        var bar = Array.IndexOf(input, (byte)'|');
        if (bar < 0 || Encoding.UTF8.GetString(input, 0, bar).Split(' ') is not [var method, ['/', ..] path, var type] || method is not ("GET" or "POST" or "PATCH" or "PUT" or "DELETE") || path.StartsWith("//", StringComparison.Ordinal)) return null;
        if (path.Any(char.IsControl) || !Uri.TryCreate(path, UriKind.Relative, out var address) || !Uri.TryCreate(new Uri("http://127.0.0.1"), address, out _) || path.Length > 8_000) return null;
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "GET") return request.Headers.TryAddWithoutValidation("Accept", type) ? request : null;
        request.Content = new ByteArrayContent(input[(bar + 1)..]);
        return request.Content.Headers.TryAddWithoutValidation("Content-Type", type) ? request : null;
    }
}
