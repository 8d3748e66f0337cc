using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.GenerateChain;
using Voltloop.Tracing.Model.Factory;
using Voltloop.Tracing.TraceLineage;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>A made-up chain in a record: what is recalled is what the drifting coater touched.</summary>
public sealed class FactoryRecallTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-factory-");
    private readonly SqliteRecord _record;
    private readonly ServiceProvider _services;

    public FactoryRecallTests()
    {
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.FullName });
        _services = new ServiceCollection().AddVoltloop(_record, _folder.FullName).BuildServiceProvider();
    }

    [Fact]
    public async Task A_stretch_of_the_coil_leads_to_the_planted_cells_and_packs_and_a_pack_back_to_every_cobalt_mine()
    {
        var truth = await CaptureAsync(new FactoryPlan(2000, 1));
        var down = await _services.GetRequiredService<LineageReader>().ReadAsync(
            new LineageQuestion([truth.Coater.Coil], Down: true) { Stretch = LineageRequest.Stretch(truth.Coater.FromMetre, truth.Coater.ToMetre, null), Nodes = LineageQuestion.MaxNodes }, CancellationToken.None);
        down.Nodes.Select(node => node.Id).Where(id => id.StartsWith(FactoryProducts.Cell.Id, StringComparison.Ordinal)).ShouldBe(truth.Coater.Cells, ignoreOrder: true);
        down.Nodes.Select(node => node.Id).Where(id => id.StartsWith(FactoryProducts.Pack.Id, StringComparison.Ordinal)).ShouldBe(truth.Coater.Packs, ignoreOrder: true);
        var electrolyte = await _services.GetRequiredService<LineageReader>().ReadAsync(
            new LineageQuestion([FactoryProducts.Electrolyte.Lot(SupplyDeliveries.Lot(0))], Down: true), CancellationToken.None);
        var filled = electrolyte.Nodes.Where(node => node.Id.StartsWith(FactoryProducts.Cell.Id, StringComparison.Ordinal)).ToList();
        filled.Select(node => node.Id).ShouldBe(Enumerable.Range(0, 1000).Select(FactoryNames.Cell), ignoreOrder: true, "ten coils of a hundred cells share a lot");
        filled.ShouldAllBe(node => node.MassKg > 0.07 && node.MassKg < 0.1);
        electrolyte.Nodes.ShouldContain(node => node.Id.StartsWith(FactoryProducts.Pack.Id, StringComparison.Ordinal));
        var up = await _services.GetRequiredService<LineageReader>().ReadAsync(new LineageQuestion([truth.Coater.Packs[0]], Down: false), CancellationToken.None);
        var ores = up.Nodes.Where(node => node.Id.StartsWith(Commodities.Cobalt.Ore.Id, StringComparison.Ordinal)).Select(node => node.Id[Commodities.Cobalt.Ore.Id.Length..][..8]).Distinct();
        ores.Count().ShouldBe(Commodities.Cobalt.Mines.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _record.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<PlantedTruth> CaptureAsync(FactoryPlan plan)
    {
        var chain = new FactoryChain(plan);
        foreach (var document in ChainDocuments.Of(chain.Events()))
        {
            var result = await _services.GetRequiredService<CaptureDesk>().CaptureAsync(new CaptureRequest(document), CancellationToken.None);
            result.Job.Success.ShouldBeTrue(result.Job.Errors);
            JsonElement.Parse(result.Job.Errors).EnumerateArray().Select(found => $"{found.GetProperty("rule")} {found.GetProperty("detail")}").Distinct(StringComparer.Ordinal).ShouldBeEmpty("the chain keeps the rules of key events, which the example does not look up again");
        }

        return chain.Truth;
    }
}
