using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tests.Conformance.Tracing.Between;

/// <summary>A holder answers who really signed, what was meant for it, once, and now; and says the same to everybody else.</summary>
public sealed class QuestionTests
{
    private static readonly ChainQuestion AboutLot = new(ChainEvents.Lot, ChainDirection.Up, "recall");

    [Fact]
    public async Task A_question_of_a_partner_is_answered_and_any_change_of_it_is_not()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        await FillAsync(mine, cells);
        (await ChainHouse.AskAsync(mine, cells.Sign(mine.Did, AboutLot))).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var (name, token, code) in Changed(mine, cells))
        {
            var (status, body) = await ChainHouse.AskAsync(mine, token);
            status.ShouldNotBe(HttpStatusCode.OK, name);
            Code(body).ShouldBe(code, name);
        }
    }

    [Fact]
    public async Task A_question_is_answered_once_also_when_it_was_refused()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        await FillAsync(mine, cells);
        foreach (var (question, first) in new[] { (AboutLot, HttpStatusCode.OK), (AboutLot with { Thing = "urn:x:nothing" }, HttpStatusCode.Forbidden) })
        {
            var token = cells.Sign(mine.Did, question);
            (await ChainHouse.AskAsync(mine, token)).Status.ShouldBe(first);
            Code((await ChainHouse.AskAsync(mine, token)).Body).ShouldBe("replayed");
        }
    }

    [Fact]
    public async Task A_new_key_is_taken_at_once_and_a_revoked_one_is_not()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        await FillAsync(mine, cells);
        var old = cells.Keys.Current();
        (await ChainHouse.AskAsync(mine, cells.Sign(mine.Did, AboutLot, key: old))).Status.ShouldBe(HttpStatusCode.OK);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        cells.Keys.Rotate(TimeProvider.System.GetUtcNow());
        cells.Keys.Revoke(old.KeyId, TimeProvider.System.GetUtcNow());
        (await ChainHouse.AskAsync(mine, cells.Sign(mine.Did, AboutLot))).Status.ShouldBe(HttpStatusCode.OK, "a key that is not in the kept document is looked up again");
        Code((await ChainHouse.AskAsync(mine, cells.Sign(mine.Did, AboutLot, key: old))).Body).ShouldBe("key-not-valid");
    }

    [Fact]
    public async Task A_refusal_says_the_same_about_what_exists_and_what_does_not()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        await using var stranger = await ChainHouse.StartAsync();
        await FillAsync(mine, cells);
        var bodies = new List<string>();
        foreach (var token in (string[])
        [
            cells.Sign(mine.Did, AboutLot with { Thing = ChainEvents.Rock }), cells.Sign(mine.Did, AboutLot with { Thing = "urn:x:nothing" }), cells.Sign(mine.Did, AboutLot with { Direction = ChainDirection.Down }),
            cells.Sign(mine.Did, AboutLot with { Thing = "https://id.gs1.org/*" }), cells.Sign(mine.Did, AboutLot with { Thing = ChainEvents.Lot[..^1] + "?" }),
            stranger.Sign(mine.Did, AboutLot), stranger.Sign(mine.Did, AboutLot with { Thing = "urn:x:nothing" }),
        ])
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var (status, body) = await ChainHouse.AskAsync(mine, token);
            clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(100), "every refusal takes as long");
            status.ShouldBe(HttpStatusCode.Forbidden);
            var problem = JsonNode.Parse(body)!.AsObject();
            problem.Remove("traceId");
            bodies.Add(problem.ToJsonString());
        }

        bodies.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stranger_makes_the_node_ask_nobody()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var rogue = await RogueHolder.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var token = cells.Sign(mine.Did, AboutLot, envelope => envelope with { Issuer = rogue.Did }, new IssuerKey(rogue.Key.KeyId, rogue.Key.Key));
        (await ChainHouse.AskAsync(mine, token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        rogue.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Grants_are_checked_by_thing_depth_purpose_and_way()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var packs = await ChainHouse.StartAsync();
        await mine.CaptureAsync(ChainEvents.Made("urn:x:pit", ChainEvents.Rock), ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot));
        await mine.PostAsync("/api/v1/chain/grants", new { to = packs.Did, thing = ChainEvents.Lot, direction = "up", purpose = "recall", depth = 2 });
        foreach (var (thing, purpose, direction, isOpen) in new[]
        {
            (ChainEvents.Lot, "recall", ChainDirection.Up, true), (ChainEvents.Rock, "recall", ChainDirection.Up, true), ("urn:x:pit", "recall", ChainDirection.Up, false),
            (ChainEvents.Lot, "audit", ChainDirection.Up, false), (ChainEvents.Lot, "recall", ChainDirection.Down, false), (ChainEvents.Rock, "recall", ChainDirection.Down, false),
        })
        {
            var (status, body) = await ChainHouse.AskAsync(mine, packs.Sign(mine.Did, new ChainQuestion(thing, direction, purpose)));
            status.ShouldBe(isOpen ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{thing} {direction} {purpose}: {body}");
        }
    }

    [Fact]
    public async Task What_was_granted_or_a_partner_could_ask_is_closed_for_the_next_question_once_it_is_taken_back()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var packs = await ChainHouse.StartAsync();
        await mine.CaptureAsync(ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot), ChainEvents.Moved(ChainEvents.Rock, mine.Did, "urn:x:packs"));
        await mine.PostAsync("/api/v1/chain/partners", new { did = packs.Did, name = "Packs", names = new[] { "urn:x:packs" } });
        await mine.PostAsync("/api/v1/chain/grants", new { to = packs.Did, thing = ChainEvents.Lot, direction = "up", purpose = "recall" });
        foreach (var thing in new[] { ChainEvents.Lot, ChainEvents.Rock }) (await AskAsync(thing)).ShouldBe(HttpStatusCode.OK, thing);
        var grant = JsonNode.Parse(await mine.Client.GetStringAsync("/api/v1/chain/grants", TestContext.Current.CancellationToken))!.AsArray().ShouldHaveSingleItem()!["id"];
        foreach (var (path, thing) in new[] { ($"grants/{grant}", ChainEvents.Lot), ("partners/" + Uri.EscapeDataString(packs.Did), ChainEvents.Rock) })
        {
            (await mine.Client.DeleteAsync("/api/v1/chain/" + path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await AskAsync(thing)).ShouldBe(HttpStatusCode.Forbidden, path);
        }

        async Task<HttpStatusCode> AskAsync(string thing) => (await ChainHouse.AskAsync(mine, packs.Sign(mine.Did, new ChainQuestion(thing, ChainDirection.Up, "recall")))).Status;
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_so()
    {
        await using var mine = await ChainHouse.StartAsync();
        await using var cells = await ChainHouse.StartAsync();
        await FillAsync(mine, cells);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++) codes.Add((await ChainHouse.AskAsync(mine, cells.Sign(mine.Did, AboutLot))).Status);
        codes.Take(20).ShouldAllBe(code => code == HttpStatusCode.OK);
        codes.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_question_is_named(string token)
    {
        await using var mine = await ChainHouse.StartAsync();
        var (status, body) = await ChainHouse.AskAsync(mine, token);
        ((int)status).ShouldBeInRange(400, 422);
        Code(body).ShouldNotBeNullOrEmpty();
        Code((await ChainHouse.AskAsync(mine, new string('x', 20_000))).Body).ShouldBe("limit-exceeded");
    }

    private static Task FillAsync(ChainHouse mine, ChainHouse cells) =>
        mine.CaptureAsync(ChainEvents.Made(ChainEvents.Rock, ChainEvents.Lot), ChainEvents.Moved(ChainEvents.Lot, mine.Did, cells.Did));

    private static IEnumerable<(string Name, string Token, string Code)> Changed(ChainHouse mine, ChainHouse cells)
    {
        var good = cells.Sign(mine.Did, AboutLot);
        var parts = good.Split('.');
        yield return ("another thing", Join(parts[0], Edit(parts[1], claims => claims["thing"] = ChainEvents.Rock), parts[2]), "bad-signature");
        yield return ("another purpose", Join(parts[0], Edit(parts[1], claims => claims["purpose"] = "audit"), parts[2]), "bad-signature");
        yield return ("another time", Join(parts[0], Edit(parts[1], claims => claims["iat"] = claims["iat"]!.GetValue<double>() + 1), parts[2]), "bad-signature");
        yield return ("another signature", Join(parts[0], parts[1], Base64Url.EncodeToString(new byte[64])), "bad-signature");
        yield return ("signature in another form", good + "=", "bad-signature");
        yield return ("no algorithm", Join(Edit(parts[0], header => header["alg"] = "none"), parts[1], parts[2]), "algorithm-refused");
        yield return ("another type", Join(Edit(parts[0], header => header["typ"] = "voltloop-answer+jwt"), parts[1], parts[2]), "header-refused");
        yield return ("a key of another", Join(Edit(parts[0], header => header["kid"] = "did:web:other.example#1"), parts[1], parts[2]), "wrong-issuer");
        yield return ("an unknown key", Join(Edit(parts[0], header => header["kid"] = cells.Did + "#99"), parts[1], parts[2]), "unknown-key");
        yield return ("another audience", cells.Sign("did:web:other.example", AboutLot), "wrong-audience");
        yield return ("too late", cells.Sign(mine.Did, AboutLot, one => one with { IssuedAt = one.IssuedAt.AddMinutes(-3), Expires = one.IssuedAt.AddSeconds(-1) }), "expired");
        yield return ("too early", cells.Sign(mine.Did, AboutLot, one => one with { IssuedAt = one.IssuedAt.AddMinutes(5), Expires = one.IssuedAt.AddMinutes(6) }), "not-yet-valid");
        yield return ("for too long", cells.Sign(mine.Did, AboutLot, one => one with { Expires = one.IssuedAt.AddDays(1) }), "expired");
        yield return ("signed by the holder itself", cells.Sign(mine.Did, AboutLot, key: new IssuerKey(cells.Keys.Current().KeyId, mine.Keys.Current().Key)), "bad-signature");
        yield return ("no purpose that is known", cells.Sign(mine.Did, AboutLot with { Purpose = "curiosity" }), "bad-request");
    }

    private static string Join(params string[] parts) => string.Join('.', parts);

    private static string Edit(string part, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(Base64Url.DecodeFromChars(part))!;
        change(json);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static string Code(string body) => (string?)JsonNode.Parse(body)!["code"] ?? "";
}
