using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Terms;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.TraceLineage;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>The lineage index over restarts, with bases in files, good and bad ones.</summary>
public sealed class LineageIndexTests(ITestOutputHelper output) : IDisposable
{
    private const int Smallest = 200;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-lineage-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_base_is_written_when_enough_has_come_and_a_restart_reads_on_from_it()
    {
        await using (var house = new House(_folder))
        {
            await house.FillAsync(0, 300);
            (await house.Index.ReadAsync(Cancellation)).Graph.Edges.ShouldBe(300);
            await house.Index.MergedAsync();
            var status = await house.Index.StatusAsync(Cancellation);
            (status.BaseEdges, status.DeltaEdges, status.Events, status.IsMerging).ShouldBe((300, 0, 300, false));
            await house.FillAsync(300, 50);
            (await house.Index.ReadAsync(Cancellation)).Graph.Added.ShouldBe(50, "a few more do not make a new base");
            await house.Index.RestAsync(Cancellation);
            await house.Index.MergedAsync();
            (await house.Index.StatusAsync(Cancellation)).DeltaEdges.ShouldBe(50, "not even when there is nothing else to do");
        }

        Files().Length.ShouldBe(1);
        await using var again = new House(_folder);
        var read = await again.Index.ReadAsync(Cancellation);
        (read.Graph.Base.Edges, read.Graph.Added).ShouldBe((300, 50));
        (await again.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
        (await again.PartsAsync("PACK-0")).Length.ShouldBe(10);
        await again.FillAsync(350, 70);
        await again.Index.ReadAsync(Cancellation);
        await again.Index.RestAsync(Cancellation);
        await again.Index.MergedAsync();
        var rested = await again.Index.StatusAsync(Cancellation);
        (rested.BaseEdges, rested.DeltaEdges).ShouldBe((420, 0), "a rest is used to merge earlier");
        (await again.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
        (await again.PartsAsync("PACK-34")).ShouldBe([.. Enumerable.Range(340, 10).Select(n => $"CELL-{n}")]);
    }

    [Fact]
    public async Task A_part_of_the_base_that_is_taken_out_later_is_out_now_and_was_in_before()
    {
        await using var house = new House(_folder);
        await house.FillAsync(0, 300);
        await house.Index.ReadAsync(Cancellation);
        await house.Index.MergedAsync();
        await house.CaptureAsync(Joined("DELETE", "PACK-0", "2026-05-01T00:00:00Z", "CELL-3"), Joined("DELETE", "PACK-1", "2026-05-01T00:00:00Z"));
        (await house.PartsAsync("PACK-0")).ShouldBe([.. Enumerable.Range(0, 10).Where(n => n != 3).Select(n => $"CELL-{n}")]);
        (await house.PartsAsync("PACK-1")).ShouldBeEmpty();
        (await house.PartsAsync("PACK-1", "2026-04-30T00:00:00Z")).Length.ShouldBe(10);
        (await house.Index.StatusAsync(Cancellation)).DeltaClosings.ShouldBe(11);
        (await house.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
        await house.FillAsync(300, 250);
        await house.Index.ReadAsync(Cancellation);
        await house.Index.MergedAsync();
        (await house.Index.StatusAsync(Cancellation)).BaseEdges.ShouldBe(550);
        (await house.PartsAsync("PACK-1")).ShouldBeEmpty("the closing is in the base now");
        (await house.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
    }

    [Theory]
    [InlineData("content")]
    [InlineData("head")]
    [InlineData("format")]
    [InlineData("cut")]
    [InlineData("empty")]
    [InlineData("text")]
    public async Task A_file_that_is_damaged_or_something_else_is_not_used(string damage)
    {
        await MakeBaseAsync(_folder, 0);
        var file = Files().Single();
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        if (damage == "content") bytes[bytes.Length / 2] ^= 1;
        if (damage == "head") bytes[16] ^= 1;
        if (damage == "format") bytes[8]++;
        File.Delete(file);
        await File.WriteAllBytesAsync(file, damage switch { "cut" => bytes[..(bytes.Length / 2)], "empty" => [], "text" => Encoding.UTF8.GetBytes("lineage"), _ => bytes }, Cancellation);
        await using var house = new House(_folder);
        (await house.Index.ReadAsync(Cancellation)).Graph.Base.Edges.ShouldBe(0);
        (await house.PartsAsync("PACK-0")).Length.ShouldBe(10);
        await house.Index.MergedAsync();
        (await house.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
        LineageSeal.Open(Mapped(Files().Single()), out _, out _).ShouldNotBeNull("a good one has taken its place");
    }

    [Fact]
    public async Task Where_no_base_can_be_written_the_lineage_stays_in_memory()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "lineage"), "no folder", Cancellation);
        await using var house = new House(_folder);
        await house.FillAsync(0, 300);
        (await house.PartsAsync("PACK-0")).Length.ShouldBe(10);
        await house.Index.MergedAsync();
        await house.FillAsync(300, 10);
        (await house.PartsAsync("PACK-30")).Length.ShouldBe(10);
        var status = await house.Index.StatusAsync(Cancellation);
        (status.Edges, status.BaseEdges, status.File, status.IsMerging).ShouldBe((310, 0, null, false));
        (await house.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
    }

    [Fact]
    public async Task The_file_of_another_record_is_not_used()
    {
        var other = Directory.CreateTempSubdirectory("voltloop-lineage-");
        await MakeBaseAsync(other, 7000);
        await MakeBaseAsync(_folder, 0);
        var file = Files().Single();
        File.Delete(file);
        File.Copy(Files(other).Single(), file);
        await using (var house = new House(_folder))
        {
            (await house.Index.ReadAsync(Cancellation)).Graph.Base.Edges.ShouldBe(0);
            (await house.PartsAsync("PACK-0")).Length.ShouldBe(10);
        }

        other.Delete(recursive: true);
    }

    [Fact]
    public async Task A_base_that_lacks_an_edge_is_found_out_and_put_right()
    {
        await MakeBaseAsync(_folder, 0);
        await using var house = new House(_folder);
        Forge(Files().Single(), house.Record);
        (await house.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeFalse();
        await house.Index.RebuildAsync(Cancellation);
        (await house.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
        await using var again = new House(_folder, isReader: true);
        (await again.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
        (await again.Index.StatusAsync(Cancellation)).BaseEdges.ShouldBe(300);
    }

    [Fact]
    public async Task Questions_are_answered_rightly_while_events_come_in_and_bases_are_written()
    {
        await using var house = new House(_folder);
        await house.FillAsync(0, 100);
        var capture = Task.Run(async () =>
        {
            for (var from = 100; from < 3000; from += 100) await house.FillAsync(from, 100);
        });
        while (!capture.IsCompleted)
        {
            (await house.PartsAsync("PACK-0")).Length.ShouldBe(10);
            var snapshot = await house.Index.ReadAsync(Cancellation);
            snapshot.Graph.Edges.ShouldBe((int)snapshot.UpTo);
        }

        await capture;
        // The merge that is going on began before the last events came. They may have been read since, and then wait for a rest.
        await house.Index.MergedAsync();
        await house.Index.ReadAsync(Cancellation);
        await house.Index.MergedAsync();
        await house.Index.RestAsync(Cancellation);
        await house.Index.MergedAsync();
        (await house.Index.StatusAsync(Cancellation)).BaseEdges.ShouldBeGreaterThan(200);
        (await house.Index.VerifyAsync(Cancellation)).IsEqual.ShouldBeTrue();
        (await house.PartsAsync("PACK-299")).Length.ShouldBe(10);
    }

    [Fact]
    public async Task An_actor_with_a_grant_walks_ten_thousand_nodes_and_only_through_what_it_may_see()
    {
        const int Many = 10_000;
        await using var house = new House(_folder);
        for (var from = 0; from < Many; from += 1000) await house.CaptureAsync([.. Enumerable.Range(from, 1000).Select(n => Joined("ADD", "PACK", "2026-03-01T00:00:00Z", $"CELL-{n}"))]);
        await house.CaptureAsync(Joined("ADD", "CAR", "2026-03-02T00:00:00Z", "PACK"));
        var stranger = new Actor(ThingId.Parse("did:web:stranger.example"), "stranger", new HashSet<string>(), ActorRoles.None);
        await Should.ThrowAsync<ProblemException>(() => house.AskAsync(stranger, new LineageQuestion([Item("PACK")], Down: false) { Nodes = 20_000 }));
        await house.GrantAsync(stranger, Item("PACK"));
        var clock = Stopwatch.StartNew();
        await house.AskAsync(stranger, new LineageQuestion([Item("PACK")], Down: false) { Nodes = 20_000 });
        var first = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        var seen = await house.AskAsync(stranger, new LineageQuestion([Item("CAR")], Down: false) { Nodes = 20_000 });
        output.WriteLine($"{clock.Elapsed.TotalMilliseconds:N0} ms for {seen.Walked} nodes, {first:N0} ms the first time");
        seen.Nodes.Count.ShouldBe(Many + 1);
    }

    private string[] Files(DirectoryInfo? folder = null) => Directory.GetFiles(Path.Combine((folder ?? _folder).FullName, "lineage"));

    private static MappedMemory Mapped(string path) => MappedMemory.Open(path);

    private static async Task MakeBaseAsync(DirectoryInfo folder, int from)
    {
        await using var house = new House(folder);
        await house.FillAsync(from, 300);
        await house.Index.ReadAsync(Cancellation);
        await house.Index.MergedAsync();
    }

    // A base with good checksums and the right root that lacks the last edge.
    private static void Forge(string file, IRecordLog log)
    {
        var rows = LineageSeal.Open(Mapped(file), out var mark, out _)!;
        var graph = new LineageDelta(rows).Graph();
        var lacking = new LineageDelta(LineageBase.Empty);
        foreach (var edge in graph.ToEdges().Take(graph.Edges - 1)) lacking.Add(edge);
        MappedMemory? memory = null;
        var names = Enumerable.Range(0, graph.Nodes).Select(node => rows.Names[node]).ToList();
        File.Delete(file);
        var forged = LineageBuilder.Merge(lacking.Graph(graph.Nodes), names, bytes => memory = MappedMemory.Create(file, bytes));
        LineageSeal.Write(forged, mark with { Root = new MerkleProver(new TileNodes((ulong)mark.Entries, tile => log.Tile(tile))).Root((ulong)mark.Entries) });
        memory!.Flush();
    }

    private static JsonObject Joined(string action, string parent, string at, params string[] children)
    {
        var joined = new JsonObject { ["type"] = "AggregationEvent", ["eventTime"] = at, ["eventTimeZoneOffset"] = "+00:00", ["action"] = action, ["parentID"] = Item(parent) };
        if (children.Length > 0) joined["childEPCs"] = new JsonArray([.. children.Select(child => JsonValue.Create(Item(child)))]);
        return joined;
    }

    private static string Item(string serial) => $"https://id.gs1.org/01/09521234500032/21/{serial}";

    private sealed class House : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public House(DirectoryInfo folder, bool isReader = false)
        {
            Record = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder.FullName, ReadOnly = isReader });
            _services = new ServiceCollection().AddVoltloop(Record, folder.FullName).Configure<LineageOptions>(options => (options.SmallestDelta, options.SmallestAtRest) = (Smallest, Smallest / 2)).BuildServiceProvider();
        }

        public SqliteRecord Record { get; }

        public LineageIndex Index => _services.GetRequiredService<LineageIndex>();

        /// <summary>Cells into packs of ten, each by an event of its own.</summary>
        public Task FillAsync(int from, int count) =>
            CaptureAsync([.. Enumerable.Range(from, count).Select(n => Joined("ADD", $"PACK-{n / 10}", "2026-03-01T00:00:00Z", $"CELL-{n}"))]);

        public async Task CaptureAsync(params JsonObject[] events)
        {
            var document = new JsonObject
            {
                ["@context"] = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                ["type"] = "EPCISDocument",
                ["schemaVersion"] = "2.0",
                ["creationDate"] = "2026-07-01T00:00:00Z",
                ["epcisBody"] = new JsonObject { ["eventList"] = new JsonArray([.. events]) },
            };
            var result = await _services.GetRequiredService<CaptureDesk>().CaptureAsync(new CaptureRequest(Encoding.UTF8.GetBytes(document.ToJsonString()), true), Cancellation);
            result.Job.Success.ShouldBeTrue(result.Job.Errors);
        }

        public async Task<string[]> PartsAsync(string pack, string asOf = "2027-01-01T00:00:00Z")
        {
            var moment = DateTimeOffset.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture);
            var answer = await _services.GetRequiredService<LineageReader>().ReadAsync(new LineageQuestion([Item(pack)], Down: false) { AsOf = moment }, Cancellation);
            return [.. answer.Nodes.Select(node => node.Id[(node.Id.LastIndexOf('/') + 1)..]).OrderBy(id => int.Parse(id.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture))];
        }

        public Task<LineageAnswer> AskAsync(Actor actor, LineageQuestion question) =>
            new LineageReader(Index, (ActorEventReader)_services.GetRequiredService<ActorEventReader>().For(actor)).ReadAsync(question, Cancellation);

        public Task GrantAsync(Actor actor, string thing) => _services.GetRequiredService<RightsDesk>().GrantAsync(
            new GrantRequest(actor.Operator!.Value, AccessRight.Read) { Scope = new GrantScope(Thing: ThingId.Parse(thing)) }, _services.GetRequiredService<IVocabulary>(), Cancellation);

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            await Record.DisposeAsync();
        }
    }
}
