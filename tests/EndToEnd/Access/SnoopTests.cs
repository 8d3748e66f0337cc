using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Record.Documents;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Tests.EndToEnd.Api;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>Somebody without a right tries every address of the house to learn what is hidden.</summary>
public sealed partial class SnoopTests(SnoopTests.OpenHouse open) : IClassFixture<SnoopTests.OpenHouse>
{
    // The log commits to everything with salted hashes: its size and roots are public and grow with each write.
    private static readonly string[] LogAddresses = ["/api/v1/log/", "/proof", "/preservation"];

    private static readonly string[] Forms = ["application/json", "text/html", "application/ld+json", "application/xml", "application/linkset+json"];

    [Fact]
    public async Task No_address_shows_a_hidden_value_to_the_public()
    {
        var house = open.House;
        using var client = house.Client(follow: false);
        var (asked, answered) = (0, 0);
        foreach (var path in Addresses(house))
        {
            foreach (var form in Forms)
            {
                var answer = await ReadAsync(client, path, form);
                asked++;
                if (answer.Status == 200) answered++;
                answer.Status.ShouldNotBe(500, path);
                foreach (var secret in House.Secrets.Where(secret => !path.Contains(secret, StringComparison.Ordinal))) answer.Text.ShouldNotContain(secret, Case.Insensitive, $"{path} as {form}");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{asked} questions, {answered} answered");
        answered.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task The_scan_finds_what_the_operator_may_see()
    {
        await using var house = await House.OpenAsync();
        using var client = house.Client(follow: false);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Addresses(house))
        {
            var answer = await ReadAsync(client, path, Forms[0]);
            foreach (var secret in House.Secrets.Where(secret => !path.Contains(secret, StringComparison.Ordinal) && answer.Text.Contains(secret, StringComparison.OrdinalIgnoreCase))) found.Add(secret);
        }

        found.ShouldBe(House.Secrets, ignoreOrder: true);
    }

    [Fact]
    public async Task A_hidden_write_changes_no_answer_length_or_tag_of_any_address()
    {
        await using var house = await House.OpenAsync(Open);
        using var client = house.Client(follow: false);
        string[] addresses = [.. Addresses(house).Where(path => !LogAddresses.Any(path.Contains))];
        foreach (var path in addresses.Take(10)) await ReadAsync(client, path, Forms[0]);
        var before = await SnapshotAsync(client, addresses);
        await WriteHiddenAsync(house);
        var after = await SnapshotAsync(client, addresses);
        after.Keys.ShouldBe(before.Keys);
        before.Where(pair => pair.Value != after[pair.Key]).Select(pair => $"\n@@ {pair.Key}: {Difference(pair.Value.Text, after[pair.Key].Text)}").ShouldBeEmpty();
        await WriteOpenAsync(house);
        var opened = await SnapshotAsync(client, addresses);
        opened.Count(pair => pair.Value != before[pair.Key]).ShouldBeGreaterThan(10, "a change that is open does show");
    }

    [Fact]
    public async Task Old_states_of_hidden_facts_stay_hidden_at_every_moment()
    {
        await using var house = await House.OpenAsync(Open);
        await WriteHiddenAsync(house);
        using var client = house.Client(follow: false);
        foreach (var when in new[] { "2026-01-01", "2026-06-01", "2030-01-01" })
        {
            foreach (var path in Addresses(house).Where(path => !path.Contains('?', StringComparison.Ordinal)))
            {
                var answer = await ReadAsync(client, $"{path}?validAt={when}&knownAt=2030-01-01&date={when}&on={when}&asOf={when}", Forms[0]);
                foreach (var secret in House.Secrets.Where(secret => !path.Contains(secret, StringComparison.Ordinal))) answer.Text.ShouldNotContain(secret, Case.Insensitive, path);
            }
        }
    }

    [Theory]
    [InlineData("/api/v1/documents/{0}", House.HiddenDocument, House.NoDocument)]
    [InlineData("/api/v1/things/{1}/history?term={0}", "cathodeMaterial", "anodeMaterial")]
    [InlineData("/things/statement?thing={1}&term={0}", "cathodeMaterial", "anodeMaterial")]
    [InlineData("/v1/dpps/{1}/elements/{0}", "$.cathodeMaterial", "$.anodeMaterial")]
    [InlineData("/v1/dpps/{1}/elements/{0}", "cathodeMaterial", "nothingAtAll")]
    [InlineData("/api/v1/things?text={0}", House.HiddenAlias, "ABSENT-ALIAS")]
    [InlineData("/api/v1/things?text={0}", "NMC-7Q", "NMC-0Z")]
    [InlineData("/search?q={0}", House.HiddenAlias, "ABSENT-ALIAS")]
    [InlineData("/v1/dpps/{0}", House.HiddenAlias, "ABSENT-ALIAS")]
    [InlineData("/api/v1/things/{0}", House.HiddenAlias, "ABSENT-ALIAS")]
    public async Task Hidden_and_absent_get_the_same_answer(string address, string hidden, string absent)
    {
        var house = open.House;
        using var client = house.Client(follow: false);
        foreach (var form in Forms)
        {
            var one = await ReadAsync(client, Fill(address, hidden), form);
            var other = await ReadAsync(client, Fill(address, absent), form);
            Without(one, hidden).ShouldBe(Without(other, absent), $"{address} as {form}");
        }
    }

    [Fact]
    public async Task Lists_of_EN_18222_name_nothing_by_a_hidden_identifier()
    {
        var house = open.House;
        using var client = house.Client();
        var answers = new List<string>();
        foreach (var name in new[] { House.HiddenAlias, "ABSENT-ALIAS" })
        {
            using var answer = await client.PostAsync("/v1/dppsByProductIds", new StringContent(JsonSerializer.Serialize(new[] { name }), Encoding.UTF8, "application/json"));
            answers.Add($"{(int)answer.StatusCode} {Moving().Replace(await answer.Content.ReadAsStringAsync(), "").Replace(name, "", StringComparison.Ordinal)}");
        }

        answers[0].ShouldBe(answers[1]);
    }

    [Fact]
    public async Task A_proof_of_a_hidden_statement_confirms_no_guess()
    {
        var house = open.House;
        using var client = house.Client();
        var stated = (await house.Record.ReadStatementsAsync(House.Battery, Core.Time.AsOf.Latest, default)).Single(r => r.Statement.Term == "cathodeMaterial");
        var proof = await client.JsonAsync($"/api/v1/log/proof?assertion={stated.Assertion}&ordinal={stated.Ordinal}");
        var leaf = Convert.FromBase64String(proof.GetProperty("statement").Text("leaf"));
        proof.GetRawText().ShouldNotContain("salt", Case.Insensitive);
        var (prover, _) = LogProver.Newest(house.Record);
        List<byte[]> salts = [[], new byte[StatementLeaf.SaltBytes]];
        for (var ordinal = 0; ordinal < House.StatedCount; ordinal++)
        {
            if (ordinal != stated.Ordinal) salts.Add(prover.Statement(stated.Assertion, ordinal).Salt);
        }

        var right = prover.Statement(stated.Assertion, stated.Ordinal).Salt;
        Leaf(stated.Statement, right).ShouldBe(leaf, "who knows the salt can check the right guess");
        foreach (var salt in salts) Leaf(stated.Statement, salt).ShouldNotBe(leaf, "the salts of open statements help nobody");
    }

    private static byte[] Leaf(Statement statement, byte[] salt)
    {
        var hash = new byte[32];
        StatementLeaf.Hash(statement, salt, new CanonicalBuffer(), hash);
        return hash;
    }

    /// <summary>A house that only serves, for the tests that only read.</summary>
    public sealed class OpenHouse : IAsyncLifetime
    {
        internal House House { get; private set; } = null!;

        public async ValueTask InitializeAsync() => House = await House.OpenAsync(Open);

        public async ValueTask DisposeAsync() => await House.DisposeAsync();
    }

    private static object Open => new { Desk = false, AnonymousBurst = 1_000_000, AnonymousPerSecond = 100_000 };

    private static Task WriteHiddenAsync(House house) => house.Services.GetRequiredService<IRecordWriter>().WriteAsync(new WriteBatch
    {
        Documents = [new DocumentContent("second.txt", "text/plain", "a second report of point three"u8.ToArray())],
        Assertions = [new Assertion("urn:test", [
            House.Stated("cathodeMaterial", StatementValue.Of("NMC-7Q again")), House.Stated("stateOfHealth", StatementValue.Of(77)) with { Unit = "%" }, House.Stated("batteryStatus", StatementValue.Of("repurposed"))])],
    });

    private static Task WriteOpenAsync(House house) => house.Services.GetRequiredService<IRecordWriter>().WriteAsync(new WriteBatch
    {
        Assertions = [new Assertion("urn:test", [House.Stated("modelIdentifier", StatementValue.Of("Open name"))])],
    });

    private static IEnumerable<string> Addresses(House house) => house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .SelectMany(endpoint => Fillings("/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
        .Where(path => !path.StartsWith("/assets/", StringComparison.Ordinal) && !path.StartsWith("/openapi", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Fillings(string pattern)
    {
        var id = Uri.EscapeDataString(House.Battery.Value);
        if (pattern.StartsWith("/01/", StringComparison.Ordinal)) return ["/01/09521234500018/21/ACCESS-1", "/01/09521234500018/21/ACCESS-1?linkType=all"];
        if (pattern == "/search") return ["/search?q=ACCESS", "/search"];
        if (pattern == "/things/statement") return [$"{pattern}?thing={id}&term=cathodeMaterial", $"{pattern}?thing={id}&term=batteryCategory"];
        if (pattern == "/api/v1/log/proof") return [.. Enumerable.Range(0, 4).Select(n => $"{pattern}?assertion=2&ordinal={n}")];
        if (pattern == "/api/v1/log/tile/{**path}") return ["/api/v1/log/tile/0/000.p/1", "/api/v1/log/tile/entries/000.p/1"];
        var filled = pattern.Replace("{sha256}", House.ReportHashText, StringComparison.Ordinal).Replace("{elementIdPath}", "$.cathodeMaterial", StringComparison.Ordinal)
            .Replace("{date}", "2030-01-01", StringComparison.Ordinal).Replace("{term}", "cathodeMaterial", StringComparison.Ordinal);
        filled = Parameter().Replace(filled, id);
        string[] queries = pattern.EndsWith("/export", StringComparison.Ordinal) || pattern.EndsWith("/export-loss", StringComparison.Ordinal)
            ? ["", "?format=catenax-6.1", "?format=idta", "?format=voltloop", "?format=keystone", "?format=xlsx", "?format=csv"]
            : pattern.EndsWith("/proof", StringComparison.Ordinal) ? ["?format=vc-jwt", "?format=sd-jwt", "?format=data-integrity"]
            : pattern.StartsWith("/v1/dpps", StringComparison.Ordinal) ? ["", "?representation=full", "?date=2030-01-01"] : ["", "?term=cathodeMaterial&limit=2"];
        return queries.Select(query => filled + query);
    }

    private static string Fill(string address, string value) => address
        .Replace("{0}", Uri.EscapeDataString(value), StringComparison.Ordinal).Replace("{1}", Uri.EscapeDataString(House.Battery.Value), StringComparison.Ordinal);

    private static async Task<Dictionary<string, Answer>> SnapshotAsync(HttpClient client, string[] addresses)
    {
        var all = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var path in addresses)
        {
            foreach (var form in Forms[..2]) all[$"{path} as {form}"] = await ReadAsync(client, path, form);
        }

        return all;
    }

    private static async Task<Answer> ReadAsync(HttpClient client, string path, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(form);
        using var answer = await client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie" or "X-Frame-Options")).OrderBy(header => header.Key, StringComparer.Ordinal);
        var text = $"{string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}"))}\n\n{await answer.Content.ReadAsStringAsync()}";
        return new Answer((int)answer.StatusCode, Moving().Replace(text, ""));
    }

    private static string Difference(string before, string after)
    {
        var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"\"{before[Math.Max(0, at - 60)..Math.Min(before.Length, at + 60)]}\" became \"{after[Math.Max(0, at - 60)..Math.Min(after.Length, at + 60)]}\"";
    }

    private static Answer Without(Answer answer, string asked) => answer with
    {
        Text = Length().Replace(answer.Text.Replace(Uri.EscapeDataString(asked), "", StringComparison.Ordinal).Replace(WebUtility.HtmlEncode(asked), "", StringComparison.Ordinal).Replace(asked, "", StringComparison.Ordinal), ""),
    };

    private sealed record Answer(int Status, string Text);

    // What differs from one answer to the next whoever asks (X-Frame-Options comes with a new cookie for forms): tokens of forms, sealed cursors, correlation of errors.
    [GeneratedRegex("""name="__RequestVerificationToken" value="[^"]+"|"(correlationId|timestamp|next|cursor|traceId|creationDate)":"[^"]*"|<(correlationId|timestamp)>[^<]*<|cursor=[0-9a-f]+""")]
    private static partial Regex Moving();

    [GeneratedRegex("Content-Length: [0-9]+")]
    private static partial Regex Length();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
