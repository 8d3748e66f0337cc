using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using Voltloop.Core.Canonical;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport;
using Voltloop.Passport.Model;
using Voltloop.Passport.RegisterPassport;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Passport.Registry;

public sealed class RegistryTests
{
    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly PassportRoom _room = new();
    private readonly RegistryReader _reader;
    private readonly RegistryDesk _desk;

    public RegistryTests()
    {
        var options = Options.Create(new PassportOptions { PublicBase = new Uri("https://passport.example.com") });
        _reader = new RegistryReader(_room.Record, _room.Reader, options);
        _desk = new RegistryDesk(_reader, _room.Record, TimeProvider.System);
    }

    [Fact]
    [Trait("Requirement", "REG-01")]
    [Trait("Requirement", "REG-02")]
    public async Task A_complete_passport_passes_and_is_ready()
    {
        await CompleteAsync();
        var one = await CaseAsync();
        one.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        one.Checks.Count.ShouldBe(9);
        one.State.ShouldBe(RegistrationState.Ready);
        one.Entry.ModelIdentifier.ShouldBe(PassportRoom.Model.Value);
        one.Entry.CommodityCode.ShouldBe("85076000");
        one.Entry.PassportLink.ShouldBe("https://passport.example.com/01/09521234500018/21/A1");
    }

    [Theory]
    [InlineData("commodityCodes", "\"8507\"", "commodity code")]
    [InlineData("serialNumber", "\"OTHER\"", "serial number")]
    [InlineData("backupReference", "\"http://backup.example\"", "back-up link")]
    [InlineData("operatorIdentifier", "\"\"", "operator")]
    [InlineData("operatorIdentifier", "\"LEI:5493001KJTIIGC8Y1R13\"", "operator")]
    [InlineData("facilityIdentifier", "\"hall three\"", "facility")]
    [InlineData("facilityIdentifier", "\"https://id.example/operator/1\"", "facility")]
    [Trait("Requirement", "REG-02")]
    [Trait("Requirement", "18219-3")]
    public async Task What_the_registry_would_refuse_blocks_and_is_named(string term, string json, string check)
    {
        await CompleteAsync();
        var thing = term is "serialNumber" or "backupReference" ? PassportRoom.Item : PassportRoom.Model;
        await WriteAsync(new Statement(thing, term, StatementValue.FromStoredJson(json), Since.AddDays(1)));
        var one = await CaseAsync();
        one.State.ShouldBe(RegistrationState.Blocked);
        one.Checks.Single(line => !line.Passed).ShouldSatisfyAllConditions(line => line.Check.ShouldBe(check), line => line.Remedy.ShouldNotBeNull());
    }

    [Fact]
    [Trait("Requirement", "REG-04")]
    public async Task The_hash_is_that_of_the_canonical_document_and_changes_with_the_content_only()
    {
        await CompleteAsync();
        var view = await _room.Reader.ReadAsync(PassportRoom.Item, AsOf.Latest, AudiencePolicy.Public);
        var first = await CaseAsync();
        // Recomputed by hand, as a holder of the document would: members in another order, other white space.
        var turned = JsonDocument.Parse(PassportVersion.Document(view).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        VersionHash.Of(Encoding.UTF8.GetBytes(Reversed(turned.RootElement))).ToString().ShouldBe(first.Entry.PublicVersionHash);
        first.Entry.FullVersionHash.ShouldNotBe(first.Entry.PublicVersionHash);

        await WriteAsync(new Statement(PassportRoom.Item, "stateOfHealth", StatementValue.Of(93.5), Since) { Unit = "%" });
        var second = await CaseAsync();
        second.Entry.PublicVersionHash.ShouldBe(first.Entry.PublicVersionHash);
        second.Entry.FullVersionHash.ShouldNotBe(first.Entry.FullVersionHash);
    }

    [Fact]
    [Trait("Requirement", "REG-04")]
    public async Task The_same_content_gives_the_same_hash_in_another_store()
    {
        await CompleteAsync();
        var other = new RegistryTests();
        other._room.Record.Clock = Since.AddYears(3);
        await other.CompleteAsync();
        (await other.CaseAsync()).Entry.ShouldBe((await CaseAsync()).Entry);
    }

    [Fact]
    [Trait("Requirement", "REG-03")]
    [Trait("Requirement", "LAW-09")]
    public async Task States_follow_the_passport_from_ready_to_registered_to_changed()
    {
        await CompleteAsync();
        var one = await CaseAsync();
        await _desk.NoteSubmissionAsync([one], "registry-0001.json", CancellationToken.None);
        (await CaseAsync()).State.ShouldBe(RegistrationState.Submitted);
        await _desk.RecordAsync([new RegistryReply(PassportRoom.Item.Value, "REG-1", null, Convert.ToBase64String("proof"u8), one.Entry.FullVersionHash)], CancellationToken.None);
        var registered = await CaseAsync();
        registered.State.ShouldBe(RegistrationState.Registered);
        registered.RegistrationIdentifier.ShouldBe("REG-1");
        (await _room.Record.FindDocumentAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("proof"u8)))).ShouldNotBeNull();
        await WriteAsync(new Statement(PassportRoom.Item, "batteryStatus", StatementValue.Of("re-used"), Since.AddDays(3)));
        (await CaseAsync()).State.ShouldBe(RegistrationState.Changed);
    }

    [Fact]
    [Trait("Requirement", "REG-03")]
    [Trait("Requirement", "REG-04")]
    public async Task Another_identifier_or_a_proof_of_another_version_is_refused_and_nothing_is_recorded()
    {
        await CompleteAsync();
        await Should.ThrowAsync<ProblemException>(() => RecordAsync(new RegistryReply(PassportRoom.Item.Value, "REG-1", VersionHash: "sha-256:00")));
        (await CaseAsync()).RegistrationIdentifier.ShouldBeNull();
        await Should.ThrowAsync<ProblemException>(() => RecordAsync(new RegistryReply(PassportRoom.Item.Value, "REG-1", Proof: "not base64!")));
        await Should.ThrowAsync<ProblemException>(() => RecordAsync(new RegistryReply(PassportRoom.Model.Value + "/21/NOBODY", "REG-1")));
        await RecordAsync(new RegistryReply(PassportRoom.Item.Value, "REG-1"));
        (await Should.ThrowAsync<ProblemException>(() => RecordAsync(new RegistryReply(PassportRoom.Item.Value, "REG-2")))).Problem.Kind.ShouldBe(CommonProblems.Conflict);
    }

    [Fact]
    [Trait("Requirement", "REG-05")]
    public async Task Files_hold_one_hundred_registrations_as_json_and_as_xml()
    {
        await CompleteAsync();
        var entry = (await CaseAsync()).Entry;
        List<RegistryEntry> full = [.. Enumerable.Repeat(entry, UploadFile.MostEntries)];
        JsonDocument.Parse(UploadFile.Json(full)).RootElement.GetProperty("registrations").GetArrayLength().ShouldBe(100);
        var xml = XDocument.Parse(Encoding.UTF8.GetString(UploadFile.Xml(full))).Root!;
        xml.Elements("registration").Count().ShouldBe(100);
        xml.Element("registration")!.Element("fullVersionHash")!.Value.ShouldBe(entry.FullVersionHash);
        Should.Throw<ProblemException>(() => UploadFile.Json([.. full, entry])).Problem.Kind.ShouldBe(CommonProblems.LimitExceeded);
        Should.Throw<ProblemException>(() => UploadFile.Xml([]));
    }

    /// <summary>The Commission's interface is not documented, so a stand-in on loopback takes the file and answers as Articles 8 and 9 say.</summary>
    [Fact]
    [Trait("Requirement", "LAW-09")]
    [Trait("Requirement", "REG-03")]
    public async Task A_stand_in_registry_takes_the_file_and_its_answers_are_recorded()
    {
        await CompleteAsync();
        using var registry = new StandInRegistry();
        using var http = new HttpClient();
        var one = await CaseAsync();
        var replies = await new RegistryClient(http).SubmitAsync(registry.Address, UploadFile.Json([one.Entry]), CancellationToken.None);
        await _desk.NoteSubmissionAsync([one], "http", CancellationToken.None);
        await _desk.RecordAsync(replies, CancellationToken.None);
        (await CaseAsync()).ShouldSatisfyAllConditions(now => now.State.ShouldBe(RegistrationState.Registered), now => now.RegistrationIdentifier.ShouldBe("EU-REG-1"));
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, "<html>")]
    public async Task A_registry_that_fails_is_a_named_problem(int status, string body)
    {
        using var registry = new StandInRegistry { Status = status, Body = body };
        using var http = new HttpClient();
        (await Should.ThrowAsync<ProblemException>(() => new RegistryClient(http).SubmitAsync(registry.Address, "{}"u8.ToArray(), CancellationToken.None)))
            .Problem.Kind.Code.ShouldBe("registry-refused");
    }

    private static string Reversed(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? "{ " + string.Join(" ,\n", value.EnumerateObject().Reverse().Select(member => $"{JsonSerializer.Serialize(member.Name)} : {Reversed(member.Value)}")) + "}"
        : value.GetRawText();

    private async Task CompleteAsync()
    {
        await _room.Record.WriteAsync(new WriteBatch { Things = [new Thing(PassportRoom.Model, ThingKind.Model, "M"), new Thing(PassportRoom.Item, ThingKind.Pack, "A1", PassportRoom.Model)] });
        await WriteAsync(
            new Statement(PassportRoom.Model, "operatorIdentifier", StatementValue.Of("https://id.example/operator/1"), Since),
            new Statement(PassportRoom.Model, "commodityCodes", StatementValue.FromStoredJson("[{\"code\":\"8507 60 00\"}]"), Since),
            new Statement(PassportRoom.Item, "serialNumber", StatementValue.Of("A1"), Since),
            new Statement(PassportRoom.Item, "batteryStatus", StatementValue.Of("original"), Since),
            new Statement(PassportRoom.Item, "backupReference", StatementValue.Of("https://backup.example/A1"), Since));
    }

    private Task WriteAsync(params Statement[] statements) => _room.Record.WriteAsync(new WriteBatch { Assertions = [new Assertion("test", statements)] });

    private Task RecordAsync(RegistryReply reply) => _desk.RecordAsync([reply], CancellationToken.None);

    private Task<RegistryCase> CaseAsync() => _reader.ReadAsync(PassportRoom.Item, CancellationToken.None);

    private sealed class StandInRegistry : IDisposable
    {
        private readonly HttpListener _listener = new();

        public StandInRegistry()
        {
            using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            socket.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}/registrations/");
            socket.Stop();
            _listener.Prefixes.Add(Address.AbsoluteUri);
            _listener.Start();
            _ = Task.Run(AnswerAsync);
        }

        public Uri Address { get; }

        public int Status { get; init; } = 200;

        public string? Body { get; init; }

        public void Dispose() => _listener.Close();

        private async Task AnswerAsync()
        {
            var context = await _listener.GetContextAsync();
            using var file = await JsonDocument.ParseAsync(context.Request.InputStream);
            context.Response.StatusCode = Status;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Body ?? Answer(file.RootElement)));
            context.Response.Close();
        }

        private static string Answer(JsonElement file) => JsonSerializer.Serialize(file.GetProperty("registrations").EnumerateArray().Select((entry, index) => new
        {
            uniqueProductIdentifier = entry.GetProperty("uniqueProductIdentifier").GetString(),
            registrationIdentifier = $"EU-REG-{index + 1}",
            registeredAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            proof = Convert.ToBase64String("sealed"u8),
            versionHash = entry.GetProperty("fullVersionHash").GetString(),
        }));
    }
}
