using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Messages;
using Voltloop.Tracing.AskHolders;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tests.Conformance.Tracing.Between;

/// <summary>An answer is believed when its holder signed it, to this question, and every proof in it holds; else nothing of it is kept.</summary>
public sealed class AnswerTests
{
    private static readonly ChainQuestion AboutLot = new(ChainEvents.Lot, ChainDirection.Up, "recall");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_answer_with_any_part_changed_is_refused()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        await mine.CaptureAsync(ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot), ChainEvents.Made("urn:x:other", "urn:x:thing"), ChainEvents.Moved(ChainEvents.Lot, mine.Did, cells.Did));
        var now = TimeProvider.System.GetUtcNow();
        var sent = (new MessageEnvelope(cells.Did, mine.Did, "q1") { IssuedAt = now, Expires = now.AddSeconds(60) }, AboutLot);
        var (status, token) = await ChainHouse.AskAsync(mine, cells.Sign(mine.Did, AboutLot, _ => sent.Item1));
        status.ShouldBe(HttpStatusCode.OK, token);
        Open(token, mine, sent).Answer.Events.Count.ShouldBe(2);
        var stranger = await StrangerAsync(mine);
        foreach (var (name, change) in Changes(stranger))
        {
            Should.Throw<ProblemException>(() => Open(Again(token, mine, change), mine, sent), name).Problem.Kind.Code.ShouldBeOneOf("answer-refused", "wrong-issuer", "wrong-audience", "expired");
        }

        Should.Throw<ProblemException>(() => Open(token, cells, sent)).Problem.Kind.Code.ShouldBe("answer-refused");
        Should.Throw<ProblemException>(() => Open(token[..^4] + "AAAA", mine, sent)).Problem.Kind.Code.ShouldBe("bad-signature");
    }

    [Fact]
    public async Task Answers_are_kept_as_they_came_and_used_until_they_are_old()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        await mine.CaptureAsync(ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot), ChainEvents.Moved(ChainEvents.Lot, mine.Did, cells.Did));
        var client = cells.Get<HolderClient>();
        var first = await client.AskAsync(mine.Did, AboutLot, false, Stop);
        (first.Problem, first.IsKept).ShouldBe((null, false));
        var kept = await client.AskAsync(mine.Did, AboutLot, false, Stop);
        (kept.IsKept, kept.AnsweredAt).ShouldBe((true, first.AnsweredAt));
        kept.Answer!.Events.Select(proof => proof.Event).ShouldBe(first.Answer!.Events.Select(proof => proof.Event));
        (await client.AskAsync(mine.Did, AboutLot, true, Stop)).IsKept.ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_withdrawn_leaves_a_tombstone_and_joins_nothing()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        const string Id = ",\"eventID\":\"urn:uuid:w-1\"";
        await mine.CaptureAsync(ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot, Id), ChainEvents.Moved(ChainEvents.Lot, mine.Did, cells.Did));
        (await cells.Get<HolderClient>().AskAsync(mine.Did, AboutLot, true, Stop)).Answer!.Next.ShouldHaveSingleItem();
        await mine.CaptureAsync(ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot, Id + ",\"errorDeclaration\":{\"declarationTime\":\"2026-04-01T00:00:00Z\",\"reason\":\"incorrect_data\"}"));
        var held = await cells.Get<HolderClient>().AskAsync(mine.Did, AboutLot, true, Stop);
        held.Problem.ShouldBeNull(held.Problem?.ToString());
        held.Answer!.Next.ShouldBeEmpty();
        var stone = held.Answer.Tombstones.ShouldHaveSingleItem();
        (stone.What, stone.Who, stone.When).ShouldBe(("urn:uuid:w-1", mine.Did, "2026-04-01T00:00:00Z"));
        stone.Why.ShouldEndWith("incorrect_data");
    }

    [Fact]
    public async Task What_travelled_on_a_pallet_is_followed_although_only_the_pallet_changed_hands()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        const string Pallet = "https://id.gs1.org/00/095212345000000012", Box = "https://id.gs1.org/00/095212345000000029", Cell = "https://id.gs1.org/01/09521234500018/21/C1", Other = "https://id.gs1.org/01/09521234500018/21/C2";
        await mine.CaptureAsync(
            ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot).Replace($"\"outputQuantityList\":[{{\"epcClass\":\"{ChainEvents.Lot}\",\"quantity\":90,\"uom\":\"KGM\"}}]", $"\"outputEPCList\":[\"{Cell}\",\"{Other}\"]", StringComparison.Ordinal),
            ChainEvents.Packed(Box, Cell, "ADD", 12), ChainEvents.Packed(Pallet, Box, "ADD", 13), ChainEvents.Shipped(Pallet, mine.Did, cells.Did, 14));
        await cells.CaptureAsync(ChainEvents.Shipped(Pallet, mine.Did, cells.Did, 15), ChainEvents.Packed(Pallet, Box, "DELETE", 16), ChainEvents.Packed(Box, Cell, "DELETE", 16), ChainEvents.Packed(Box, Other, "ADD", 17));
        var walk = await cells.Get<ChainWalker>().WalkAsync(new WalkRequest { Id = Cell, Purpose = "recall" }, null, Stop);
        walk.Places.Select(place => (place.Thing, place.State, place.Problem)).ShouldBe([(Cell, WalkState.Own, null), (Cell, WalkState.Answered, null), (ChainEvents.Rock, WalkState.Named, null)]);
        walk.Places[1].Events.ShouldBe(4, "made, packed twice, shipped");
        var never = await cells.Get<ChainWalker>().WalkAsync(new WalkRequest { Id = Other, Purpose = "recall" }, null, Stop);
        never.Places.ShouldHaveSingleItem("it was put into the box after that had come");
        (await cells.Get<HolderClient>().AskAsync(mine.Did, AboutLot with { Thing = Other }, true, Stop)).Problem!.Kind.Code.ShouldBe("chain-closed");
    }

    [Fact]
    public async Task A_kept_answer_can_be_taken_away_and_its_proofs_checked_elsewhere()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        await mine.CaptureAsync(ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot), ChainEvents.Moved(ChainEvents.Lot, mine.Did, cells.Did));
        await cells.Get<HolderClient>().AskAsync(mine.Did, AboutLot, false, Stop);
        var address = (string)JsonNode.Parse(await cells.Client.GetStringAsync("/api/v1/chain/answers", Stop))!.AsArray().ShouldHaveSingleItem()!["signed"]!;
        var token = await cells.Client.GetStringAsync(address, Stop);
        var proofs = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!["answer"]!["events"]!.AsArray();
        foreach (var proof in proofs)
        {
            using var content = new StringContent(proof!.ToJsonString(), Encoding.UTF8, "application/json");
            using var report = await mine.Client.PostAsync("/api/v1/epcis/events/verify", content, Stop);
            (await report.Content.ReadAsStringAsync(Stop)).ShouldContain("\"holds\":true");
        }

        proofs.Count.ShouldBe(2);
        (await cells.Client.GetAsync(address.Replace("recall", "audit", StringComparison.Ordinal), Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_walk_ends_in_a_circle_and_at_its_limits()
    {
        await using var one = await ChainHouse.StartAsync();
        await using var two = await ChainHouse.StartAsync();
        await one.CaptureAsync(ChainEvents.Moved(ChainEvents.Lot, one.Did, two.Did), ChainEvents.Moved(ChainEvents.Lot, two.Did, one.Did));
        await two.CaptureAsync(ChainEvents.Moved(ChainEvents.Lot, one.Did, two.Did), ChainEvents.Moved(ChainEvents.Lot, two.Did, one.Did));
        var walk = await one.Get<ChainWalker>().WalkAsync(new WalkRequest { Id = ChainEvents.Lot, Purpose = "recall", Across = true }, null, Stop);
        walk.Places.Select(place => place.State).ShouldBe([WalkState.Own, WalkState.Answered, WalkState.Seen]);
        walk.IsCut.ShouldBeFalse();
        string[] many = [.. Enumerable.Range(0, 150).Select(i => ChainEvents.Made(FormattableString.Invariant($"urn:x:{i + 1}"), FormattableString.Invariant($"urn:x:{i}")))];
        await one.CaptureAsync([.. many, .. Enumerable.Range(0, 60).Select(i => ChainEvents.Made(FormattableString.Invariant($"urn:y:{i}"), "urn:x:0"))]);
        var wide = await one.Get<ChainWalker>().WalkAsync(new WalkRequest { Id = "urn:x:0", Purpose = "recall", Across = true }, null, Stop);
        (wide.Places.Count, wide.IsCut).ShouldBe((ChainWalker.MaxPlaces, true));
    }

    [Fact]
    public async Task A_slow_holder_is_not_waited_for()
    {
        await using var cells = await ChainHouse.StartAsync(askSeconds: 2);
        await using var rogue = await RogueHolder.StartAsync();
        foreach (var slow in (Func<Microsoft.AspNetCore.Http.HttpContext, Task>[])[http => Task.Delay(60_000, http.RequestAborted), DripAsync])
        {
            rogue.Answer = (http, _) => slow(http);
            var held = await cells.Get<HolderClient>().AskAsync(rogue.Did, AboutLot, true, Stop);
            (held.Answer, held.Problem!.Kind.Code).ShouldBe((null, "holder-unreachable"));
            held.Problem.Detail.ShouldContain("no answer within 2 s");
        }
    }

    [Fact]
    public async Task A_holder_that_is_huge_dying_or_elsewhere_is_named_and_nothing_is_kept()
    {
        await using var cells = await ChainHouse.StartAsync();
        await using var rogue = await RogueHolder.StartAsync();
        var asked = 0;
        foreach (var (name, arrange, code) in Faults(cells))
        {
            (rogue.Document, rogue.Endpoint) = (null, null);
            arrange(rogue);
            // A document is kept for a while, so each fault is met by a node that has not seen the holder yet.
            var book = new HolderBook(cells.Get<GuardedHttp>(), TimeProvider.System);
            var held = await new HolderClient(cells.Get<ChainNode>(), book, cells.Get<GuardedHttp>(), cells.Get<ChainTraces>()).AskAsync(rogue.Did, AboutLot, true, Stop);
            held.Answer.ShouldBeNull(name);
            held.Problem!.Kind.Code.ShouldBe(code, $"{name}: {held.Problem.Detail}");
            asked++;
        }

        asked.ShouldBe(8);
        cells.Get<Voltloop.Record.Between.IChainStore>().Answers(10).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_does_not_reach_into_its_own_machine_unless_it_is_told_to()
    {
        await using var cells = await ChainHouse.StartAsync(loopback: false);
        await using var rogue = await RogueHolder.StartAsync();
        foreach (var did in (string[])[rogue.Did, "did:web:localhost%3A1", "did:web:169.254.169.254", "did:web:10.0.0.1", "did:web:192.168.0.1", "did:web:0.0.0.0"])
        {
            var held = await cells.Get<HolderClient>().AskAsync(did, AboutLot, true, Stop);
            held.Problem!.Kind.Code.ShouldBe("holder-unreachable", did);
            held.Problem.Detail.ShouldContain("no public address");
        }

        rogue.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Partners_and_grants_have_a_history_and_belong_to_who_runs_the_node()
    {
        await using var mine = await ChainHouse.StartAsync();
        await mine.PostAsync("/api/v1/chain/partners", new { did = "did:web:a.example", name = "A", names = new[] { "urn:x:a" } });
        await mine.PostAsync("/api/v1/chain/grants", new { to = "did:web:a.example", thing = ChainEvents.Lot, direction = "up", purpose = "recall" });
        var grants = JsonNode.Parse(await mine.Client.GetStringAsync("/api/v1/chain/grants", Stop))!.AsArray();
        (await mine.Client.DeleteAsync($"/api/v1/chain/grants/{grants.ShouldHaveSingleItem()!["id"]}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await mine.Client.DeleteAsync("/api/v1/chain/partners/did%3Aweb%3Aa.example", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await mine.Client.GetStringAsync("/api/v1/chain/grants", Stop)).ShouldBe("[]");
        (await mine.Client.GetStringAsync("/api/v1/chain/partners", Stop)).ShouldBe("[]");
        var history = await mine.Client.GetStringAsync($"/api/v1/things/{Uri.EscapeDataString("did:web:a.example")}/history", Stop);
        history.Split("chainGrants").Length.ShouldBe(3);
        history.Split("chainPartner").Length.ShouldBe(3);
        foreach (var (path, body) in new[]
        {
            ("grants", """{"to":"https://example.com","thing":"x","direction":"up","purpose":"recall"}"""), ("grants", """{"to":"did:web:a.example","thing":"x","direction":"sideways","purpose":"recall"}"""),
            ("grants", """{"to":"did:web:a.example","thing":"x","direction":"up","purpose":"recall","depth":9}"""), ("grants", """{"to":"did:web:a.example","thing":"x","direction":"up","purpose":"recall","until":"2020-01-01T00:00:00Z"}"""),
            ("partners", """{"did":"did:web:"}"""),
        })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            ((int)(await mine.Client.PostAsync($"/api/v1/chain/{path}", content, Stop)).StatusCode).ShouldBeInRange(400, 422, body);
        }
    }

    private static (ChainAnswer Answer, MessageEnvelope Envelope) Open(string token, ChainHouse holder, (MessageEnvelope, ChainQuestion) sent) =>
        new AnswerCheck(sent, holder.Keys.Document, TimeProvider.System.GetUtcNow()).Open(token);

    // Proofs of an event that the log does hold, and that is about something else.
    private static async Task<JsonNode> StrangerAsync(ChainHouse mine) =>
        JsonNode.Parse(await mine.Client.GetStringAsync("/api/v1/epcis/events/" + Uri.EscapeDataString(await HashAsync(mine)) + "/proof", Stop))!;

    private static async Task<string> HashAsync(ChainHouse mine)
    {
        var page = await mine.Get<Voltloop.Record.Events.IEventReader>().ScanAsync(new Voltloop.Record.Events.EventScan { Names = [new Voltloop.Record.Events.EventNames(["urn:x:thing"], Voltloop.Record.Events.EventRoles.Objects)] }, Stop);
        return page.Items.ShouldHaveSingleItem().Hash.ToString();
    }

    private static string Again(string token, ChainHouse holder, Action<JsonObject> change)
    {
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
        change(claims);
        var envelope = new MessageEnvelope((string)claims["iss"]!, (string)claims["aud"]!, (string)claims["jti"]!)
        {
            IssuedAt = DateTimeOffset.UnixEpoch.AddSeconds((double)claims["iat"]!), Expires = DateTimeOffset.UnixEpoch.AddSeconds((double)claims["exp"]!),
        };
        var key = holder.Keys.Current();
        return SignedMessage.Sign(ChainAnswer.Type, envelope, claims, (string)claims["iss"]! == holder.Did ? key : new IssuerKey((string)claims["iss"]! + "#1", key.Key));
    }

    private static IEnumerable<(string Name, Action<JsonObject> Change)> Changes(JsonNode stranger)
    {
        yield return ("answered by another", claims => claims["iss"] = "did:web:other.example");
        yield return ("for another", claims => claims["aud"] = "did:web:other.example");
        yield return ("over", claims => claims["exp"] = (double)claims["iat"]! - 1);
        yield return ("for ever", claims => claims["exp"] = (double)claims["iat"]! + 1e8);
        yield return ("no answer", claims => claims.Remove("answer"));
        yield return ("an answer of another form", claims => claims["answer"] = "yes");
        yield return ("to another question", claims => claims["answer"]!["question"] = "q2");
        yield return ("about another thing", claims => claims["answer"]!["thing"] = ChainEvents.Rock);
        yield return ("another way", claims => claims["answer"]!["direction"] = "down");
        yield return ("for another purpose", claims => claims["answer"]!["purpose"] = "audit");
        yield return ("a next thing that no event names", claims => claims["answer"]!["next"]![0]!["id"] = "urn:x:invented");
        yield return ("an event about something else", claims => claims["answer"]!["events"]!.AsArray().Add(stranger.DeepClone()));
        foreach (var part in (string[])["event", "hash", "salt", "entry", "checkpoint", "context"])
        {
            yield return ($"another {part}", claims => claims["answer"]!["events"]![0]![part] = Other((string)claims["answer"]!["events"]![0]![part]!));
        }

        yield return ("another ordinal", claims => claims["answer"]!["events"]![0]!["ordinal"] = 1 - (int)claims["answer"]!["events"]![0]!["ordinal"]!);
        yield return ("another path", claims => claims["answer"]!["events"]![0]!["path"]![0] = Convert.ToBase64String(new byte[32]));
        yield return ("a longer path in the log", claims => claims["answer"]!["events"]![0]!["logPath"]!.AsArray().Add(Convert.ToBase64String(new byte[32])));
        yield return ("another source", claims => claims["answer"]!["events"]![0]!["source"] = new string('a', 64));
    }

    private static string Other(string text) => text.Length > 12 ? text.Replace("900", "901", StringComparison.Ordinal) is var changed && changed != text ? changed : text[..8] + (text[8] == 'A' ? 'B' : 'A') + text[9..] : "{}";

    private static IEnumerable<(string Name, Action<RogueHolder> Arrange, string Code)> Faults(ChainHouse cells)
    {
        yield return ("huge", rogue => rogue.Answer = async (http, _) => await FloodAsync(http), "limit-exceeded");
        yield return ("dying", rogue => rogue.Answer = async (http, _) => await DieAsync(http), "holder-unreachable");
        yield return ("failing", rogue => rogue.Answer = (http, _) => Status(http, 500), "holder-unreachable");
        yield return ("sending elsewhere", rogue => rogue.Answer = (http, _) => Status(http, 307, cells.Url + "api/v1/chain/questions"), "answer-refused");
        yield return ("nonsense", rogue => rogue.Answer = async (http, _) => await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, "yes"), "malformed-input");
        yield return ("answering with the question", rogue => rogue.Answer = async (http, question) => await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, question), "header-refused");
        yield return ("naming an address of another", rogue => rogue.Endpoint = cells.Url + "api/v1/chain/questions", "holder-unreachable");
        yield return ("a document elsewhere", rogue => rogue.Document = http => Status(http, 302, cells.Url + ".well-known/did.json"), "holder-unreachable");
    }

    private static Task Status(Microsoft.AspNetCore.Http.HttpContext http, int status, string? location = null)
    {
        http.Response.StatusCode = status;
        if (location is not null) http.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static async Task DripAsync(Microsoft.AspNetCore.Http.HttpContext http)
    {
        for (var i = 0; i < 600; i++)
        {
            await http.Response.Body.WriteAsync("x"u8.ToArray(), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(100, http.RequestAborted);
        }
    }

    private static async Task FloodAsync(Microsoft.AspNetCore.Http.HttpContext http)
    {
        var block = new byte[1024 * 1024];
        for (var i = 0; i < 20; i++) await http.Response.Body.WriteAsync(block, http.RequestAborted);
    }

    private static async Task DieAsync(Microsoft.AspNetCore.Http.HttpContext http)
    {
        http.Response.ContentLength = 1000;
        await http.Response.Body.WriteAsync("half"u8.ToArray(), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }
}
