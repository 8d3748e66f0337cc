using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Tracing.Between;

/// <summary>A mine, a cell maker and a pack maker, each with a node of its own: what one may ask another, and what stays when one is gone.</summary>
public sealed class ChainTests(Browser browser)
{
    private const string Rock = "https://id.gs1.org/01/09521234500032/10/ROCK-1";
    private const string Lot = "https://id.gs1.org/01/09521234500032/10/ORE-17";
    private const string Cell = "https://id.gs1.org/01/09521234500018/21/CELL-7";
    private const string Pack = "https://id.gs1.org/01/09521234500049/21/PACK-1";
    private const string CellMakerCalled = "https://id.gs1.org/417/9521234500001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_opens_step_by_step_and_stays_readable_when_holders_are_gone()
    {
        await using var mine = await new ChainNodeProcess().StartAsync();
        await using var cells = await new ChainNodeProcess().StartAsync();
        await using var packs = await new ChainNodeProcess().StartAsync();
        await CaptureAsync(mine, cells, packs);
        await PartnersAreAskedOneStepAsync(packs, (cells, mine));
        var grant = await AGrantOpensForItsPurposeAsync(packs, (cells, mine));
        await ARevokedGrantClosesAtOnceAsync(packs, mine, grant);
        await WhatWasAnsweredStaysAsync(packs, cells);
        await TheEndOfAHolderIsToldAsync(packs, cells);
        await ThePageShowsItAsync(packs);
        await TheLogTellsWhoAskedAsync(mine, packs);
    }

    [Fact]
    public async Task Two_nodes_talk_from_the_command_line_and_on_the_page()
    {
        await using var mine = await new ChainNodeProcess().StartAsync();
        await using var cells = await new ChainNodeProcess().StartAsync();
        await mine.CaptureAsync(Made(Rock, Lot), Moved(Lot, mine.Did, cells.Did, "shipping"));
        await cells.CaptureAsync(Moved(Lot, mine.Did, cells.Did, "receiving"));
        var (code, output) = await RunAsync(cells, "ask", Lot, "--up", "--purpose", "audit", "--json");
        code.ShouldBe(0, output);
        var places = JsonNode.Parse(output)!["places"]!.AsArray();
        places.Select(State).ShouldBe(["own", "answered", "named"]);
        (await RunAsync(cells, "ask", Lot, "--purpose", "curiosity")).Code.ShouldBe(2);
        (await RunAsync(cells, "ask", "https://example.com/nothing", "--purpose", "audit")).Code.ShouldBe(3);
        (await RunAsync(mine, "chain", "questions")).Output.ShouldContain("partner");
        var page = await cells.Client.GetStringAsync($"/chain?id={Uri.EscapeDataString(Lot)}&direction=up&purpose=audit", Stop);
        page.ShouldContain("kept answer, proven");
        (await mine.Client.GetStringAsync("/chain", Stop)).ShouldContain(cells.Did);
        (await mine.Client.GetStringAsync("/.well-known/did.json", Stop)).ShouldContain("VoltloopChain");
    }

    private static async Task CaptureAsync(ChainNodeProcess mine, ChainNodeProcess cells, ChainNodeProcess packs)
    {
        await mine.CaptureAsync(Made(Rock, Lot), Moved(Lot, mine.Did, cells.Did, "shipping"));
        await cells.CaptureAsync(Moved(Lot, mine.Did, cells.Did, "receiving"), Made(Lot, Cell), Moved(Cell, CellMakerCalled, packs.Did, "shipping"));
        await packs.CaptureAsync(Moved(Cell, CellMakerCalled, packs.Did, "receiving"), Joined(Pack, Cell));
        await cells.PostAsync("/api/v1/chain/partners", new { did = cells.Did, names = new[] { CellMakerCalled } });
    }

    private static async Task PartnersAreAskedOneStepAsync(ChainNodeProcess packs, (ChainNodeProcess Cells, ChainNodeProcess Mine) others)
    {
        (await packs.TraceAsync(Cell, "recall")).Select(State).ShouldBe(["own", "nameless"]);
        await packs.PostAsync("/api/v1/chain/partners", new { did = others.Cells.Did, name = "Cell maker", names = new[] { CellMakerCalled } });
        var places = await packs.TraceAsync(Pack, "recall");
        places.Select(State).ShouldBe(["own", "own", "answered", "named"]);
        (Text(places[2], "holder"), Text(places[2], "ground"), (int)places[2]!["events"]!).ShouldBe((others.Cells.Did, "partner", 2));
        (Text(places[3], "thing"), Text(places[3], "holder")).ShouldBe((Lot, others.Mine.Did));
        (await packs.TraceAsync(Pack, "recall", "&across=true")).Select(State).ShouldBe(["own", "own", "answered", "closed"]);
    }

    private static async Task<string> AGrantOpensForItsPurposeAsync(ChainNodeProcess packs, (ChainNodeProcess Cells, ChainNodeProcess Mine) others)
    {
        var grant = await others.Mine.PostAsync("/api/v1/chain/grants", new { to = packs.Did, thing = Lot, direction = "up", purpose = "recall", depth = 1 });
        var open = await packs.TraceAsync(Pack, "recall", "&across=true");
        open.Select(State).ShouldBe(["own", "own", "answered", "answered", "closed"]);
        (Text(open[3], "holder"), Text(open[3], "ground")).ShouldBe((others.Mine.Did, $"grant {Text(grant, "id")}"));
        Text(open[4], "thing").ShouldBe(Rock);
        (await packs.TraceAsync(Pack, "audit", "&across=true")).Select(State).ShouldBe(["own", "own", "answered", "closed"]);
        return Text(grant, "id");
    }

    private static async Task ARevokedGrantClosesAtOnceAsync(ChainNodeProcess packs, ChainNodeProcess mine, string grant)
    {
        (await mine.Client.DeleteAsync($"/api/v1/chain/grants/{grant}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var places = await packs.TraceAsync(Pack, "recall", "&across=true&fresh=true");
        places.Select(State).ShouldBe(["own", "own", "answered", "closed"]);
        Text(places[3], "answeredAt").ShouldNotBeEmpty("the earlier answer is kept, and its date is said");
    }

    private static async Task WhatWasAnsweredStaysAsync(ChainNodeProcess packs, ChainNodeProcess cells)
    {
        await cells.KillAsync();
        var kept = await packs.TraceAsync(Pack, "recall");
        (State(kept[2]), (bool)kept[2]!["isKept"]!).ShouldBe(("answered", true));
        var silent = await packs.TraceAsync(Pack, "recall", "&fresh=true");
        silent.Select(State).ShouldBe(["own", "own", "unreachable", "named"]);
        Text(silent[2], "answeredAt").ShouldNotBeEmpty();
        Text(silent[2], "problem").ShouldBe("holder-unreachable");
    }

    private static async Task TheEndOfAHolderIsToldAsync(ChainNodeProcess packs, ChainNodeProcess cells)
    {
        await cells.StartAsync();
        await cells.PostAsync($"/api/v1/operators/{Uri.EscapeDataString(cells.Did)}/end", new { on = "2026-03-01" });
        var ended = await packs.TraceAsync(Pack, "recall", "&fresh=true");
        State(ended[2]).ShouldBe("tombstone");
        Text(ended[2]!["tombstones"]![0], "when").ShouldBe("2026-03-01");
        await packs.PostAsync($"/api/v1/operators/{Uri.EscapeDataString(cells.Did)}/end", new { on = "2026-03-01" });
        await cells.KillAsync();
        var gone = await packs.TraceAsync(Pack, "recall", "&fresh=true");
        gone.Select(State).ShouldBe(["own", "own", "tombstone", "named"]);
        ((bool?)gone[2]!["isKept"]).ShouldBe(true);
    }

    private async Task ThePageShowsItAsync(ChainNodeProcess packs)
    {
        if (!Browser.IsInstalled) return;
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await browser.OpenAsync(width, 844, scheme);
            await page.GotoAsync($"{packs.Client.BaseAddress}chain?id={Uri.EscapeDataString(Pack)}&direction=up&purpose=recall&across=true");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0);
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
            (await page.Locator("#walk li").CountAsync()).ShouldBe(5, "what the mine answered before its grant ended is kept");
            if (Environment.GetEnvironmentVariable("VOLTLOOP_SCREENSHOTS") is { } folder) await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"chain-walk-{width}.png"), FullPage = true });
            await page.Context.CloseAsync();
        }
    }

    private static async Task TheLogTellsWhoAskedAsync(ChainNodeProcess mine, ChainNodeProcess packs)
    {
        var questions = JsonNode.Parse(await mine.Client.GetStringAsync("/api/v1/chain/questions", Stop))!.AsArray();
        questions.ShouldAllBe(one => Text(one, "asker") == packs.Did);
        questions.Select(one => Text(one, "outcome")).ShouldContain("closed");
        questions.Select(one => Text(one, "outcome")).ShouldContain(outcome => outcome.StartsWith("grant ", StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Output)> RunAsync(ChainNodeProcess node, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "voltloop.dll"), .. arguments, "--data", node.Folder]) start.ArgumentList.Add(argument);
        node.Name(start.Environment);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output.Length > 0 ? output : await errors);
    }

    private static string State(JsonNode? place) => Text(place, "state");

    private static string Text(JsonNode? node, string name) => (string?)node?[name] ?? "";

    private static string Made(string from, string to) => Quantity(to)
        ? $$"""{"type":"TransformationEvent","eventTime":"2026-03-12T08:00:00Z","eventTimeZoneOffset":"+00:00","inputQuantityList":[{"epcClass":"{{from}}","quantity":900,"uom":"KGM"}],"outputQuantityList":[{"epcClass":"{{to}}","quantity":90,"uom":"KGM"}]}"""
        : $$"""{"type":"TransformationEvent","eventTime":"2026-03-14T08:00:00Z","eventTimeZoneOffset":"+00:00","inputQuantityList":[{"epcClass":"{{from}}","quantity":2,"uom":"KGM"}],"outputEPCList":["{{to}}"]}""";

    private static string Moved(string what, string from, string to, string step) =>
        $$"""{"type":"ObjectEvent","eventTime":"2026-03-13T08:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","bizStep":"{{step}}",{{(Quantity(what) ? $$"""
            "quantityList":[{"epcClass":"{{what}}","quantity":90,"uom":"KGM"}]
            """ : $"\"epcList\":[\"{what}\"]")}},"sourceList":[{"type":"possessing_party","source":"{{from}}"}],"destinationList":[{"type":"possessing_party","destination":"{{to}}"}]}""";

    private static string Joined(string parent, string child) =>
        $$"""{"type":"AggregationEvent","eventTime":"2026-03-20T08:00:00Z","eventTimeZoneOffset":"+00:00","action":"ADD","parentID":"{{parent}}","childEPCs":["{{child}}"]}""";

    private static bool Quantity(string name) => name.Contains("/10/", StringComparison.Ordinal);
}
