using System.Net;
using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Bench.Fuzz;

/// <summary>Whole requests to the listening application: addresses, parameters, and bodies that a framework binds before a parser of ours sees them.</summary>
internal static class HttpTargets
{
    private const string Item = "https%3A%2F%2Fid.gs1.org%2F01%2F09520123456788%2F21%2F1";

    private static readonly string[] Gets =
    [
        "/api/v1/things?limit=5&kind=model&cursor=a", "/api/v1/things/" + Item + "?validAt=2027-02-18T12:00:00Z&knownAt=2027-02-18", "/api/v1/things/" + Item + "/statements?term=ratedCapacity&limit=3", "/api/v1/passports/" + Item + "?audience=public", "/01/09520123456788/21/1?linkType=gs1:pip", "/v1/dpps/" + Item + "?representation=full",
        "/v1/dppsByProductId/" + Item, "/v1/dpps/" + Item + "/elements/$['identityAndProduct']", "/epcis/events?eventType=ObjectEvent&perPage=2&GE_eventTime=2027-02-18T12:00:00Z", "/epcis/epcs/" + Item + "/events", "/epcis/bizSteps?perPage=3", "/api/v1/lineage/" + Item + "?direction=up&depth=3", "/api/v1/log/tile/0/000",
        "/api/v1/log/consistency?from=0&to=0", "/api/v1/costs?a=1", "/api/v1/balance?element=Co&period=month", "/api/v1/custody?element=Co", "/api/v1/quality/signals?machine=a&day=2027-02-18", "/api/v1/fleet/cohorts?limit=1", "/api/v1/search?q=a&limit=2", "/labels?ids=a&layout=b", "/epcis/capture?perPage=1&nextPageToken=1", "/api/v1/passports/" + Item + "/qr?format=svg",
    ];

    private static readonly string[] Posts =
    [
        """POST /api/v1/passports application/json|{"id":"https://id.gs1.org/01/09520123456788/21/7","kind":"item","issuer":"did:web:a","model":null,"aliases":["a"],"statements":[{"term":"ratedCapacity","value":90,"unit":"Ah","validFrom":"2027-02-18T12:00:00Z","uncertainty":{"standardDeviation":1},"evidence":{"method":"m"}}]}""",
        """POST /api/v1/passports/%s/lifecycle application/json|{"status":"remanufactured","issuer":"did:web:a","at":"2027-02-18T12:00:00Z"}""", """POST /api/v1/passports/%s/components application/json|{"parts":[{"id":"a","place":"1"}]}""",
        """POST /v1/dpps application/json|{"uniqueProductIdentifier":"https://id.gs1.org/01/09520123456788/21/8","identityAndProduct":{"ratedCapacity":90}}""", """PATCH /v1/dpps/%s application/merge-patch+json|{"identityAndProduct":{"ratedCapacity":91}}""", """POST /v1/dppsByProductIds application/json|{"productIds":["a"],"limit":3}""", """POST /v1/registerDPP application/json|{"dppId":"a","productId":"b"}""",
        """POST /epcis/capture application/json|{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2027-02-18T12:00:00Z","epcisBody":{"eventList":[{"type":"ObjectEvent","eventTime":"2027-02-18T12:00:00Z","eventTimeZoneOffset":"+01:00","action":"OBSERVE","epcList":["https://id.gs1.org/01/09520123456788/21/1"]}]}}""",
        """POST /epcis/queries application/json|{"name":"q1","query":{"eventType":["ObjectEvent"]}}""", """POST /epcis/queries/q1/subscriptions application/json|{"dest":"https://a.example","signatureToken":"t","schedule":{"second":"0"},"reportIfEmpty":false,"initialRecordTime":"2027-02-18T12:00:00Z"}""", """POST /epcis/events/verify application/json|{"event":"{}","hash":"a"}""",
        """POST /api/v1/telemetry application/json|{"sender":"a","id":"1","asset":"b","samples":[{"at":"2027-02-18T12:00:00Z","voltage":3.7}]}""", """POST /api/v1/quality/designs application/json|{"chart":"xbar","size":5,"rate":0.0027,"shift":1}""", """POST /api/v1/packs/simulations application/json|{"series":4,"parallel":2,"hours":1,"seed":1}""",
        """POST /api/v1/health/monitor-checks application/json|{"series":4}""", """POST /api/v1/quality/experiments/design application/json|{"factors":[{"name":"a","low":0,"high":1},{"name":"b","low":0,"high":1}],"kind":"factorial"}""", """POST /api/v1/quality/findings application/json|{"finding":"a","units":["b"]}""", """POST /api/v1/chain/questions application/jose|eyJhbGciOiJFUzI1NiJ9.e30.AAAA""",
        """POST /api/v1/chain/grants application/json|{"grantee":"did:web:a","thing":"b","direction":"up","steps":3,"purposes":["p"]}""", """POST /api/v1/access/grants application/json|{"grantee":"did:web:a","terms":["ratedCapacity"],"until":"2028-01-01T00:00:00Z"}""", """POST /api/v1/access/hand-overs application/json|{"thing":"a","to":"did:web:b","from":"2027-02-18T12:00:00Z"}""",
        "POST /api/v1/witness/add-checkpoint text/plain|old 0\n\nexample.com/log\n1\nAAAA\n\n— example.com/log AAAA\n", """POST /api/v1/operators/did%3Aweb%3Aa/end application/json|{"at":"2027-02-18T12:00:00Z","successor":"did:web:b"}""", """POST /api/v1/replication/series application/json|[{"series":"a","from":1}]""",
        """POST /api/v1/cells/simulations application/json|{"ambientCelsius":25,"cRate":1,"profile":[{"seconds":1,"ampere":1}]}""", """POST /api/v1/imports application/octet-stream|unit,bad\n1,0""",
    ];

    public static IReadOnlyList<FuzzTarget> All(Lazy<FuzzHouse> house)
    {
        Lazy<HttpClient> client = new(() => house.Value.Client());
        return
        [
            new("http-get", () => [.. SeedFiles.Texts([.. Gets.Select(path => $"GET {path} */*|")])], input => Send(house, client.Value, input)),
            new("http-send", () => [.. SeedFiles.Texts([.. Posts.Select(text => text.Replace("%s", Item, StringComparison.Ordinal))])], input => Send(house, client.Value, input)),
        ];
    }

    private static void Send(Lazy<FuzzHouse> house, HttpClient client, byte[] input)
    {
        if (Read(input) is not { } request) throw new ProblemException(CommonProblems.MalformedInput, "No request.");
        using (request)
        {
            using var answer = Answer(client, request);
            if (answer.StatusCode == HttpStatusCode.InternalServerError) throw house.Value.Errors.Take() ?? new InvalidOperationException($"{request.Method} {request.RequestUri} is answered with 500.");
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
        if (method == "GET") return request;
        request.Content = new ByteArrayContent(input[(bar + 1)..]);
        return request.Content.Headers.TryAddWithoutValidation("Content-Type", type) ? request : null;
    }
}
