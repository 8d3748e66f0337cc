using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Health.ShowFleet;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Tests.Unit.Health;
using Voltloop.Tracing.Model.Factory;

namespace Voltloop.Tests.Unit.Tracing;

public sealed class FleetTableTests
{
    private static readonly FactoryPlan Plan = new(4000, FactoryPlan.UsualSeed);

    [Fact]
    public async Task The_packs_of_the_drifting_coater_stand_out_of_their_model_and_no_others_do()
    {
        var file = new FleetTable(Plan).Write().ShouldNotBeNull();
        Encoding.UTF8.GetString(new FleetTable(Plan).Write()!).ShouldBe(Encoding.UTF8.GetString(file), "the same seed gives the same bytes");
        Encoding.UTF8.GetString(file).ShouldStartWith("# note: made up and not measured");
        var packs = FactoryChain.Packs(Plan).Where(pack => pack.IsSold).ToList();
        var record = new MemoryRecord();
        var model = ThingId.Parse(FactoryProducts.Pack.Id);
        record.Apply(new WriteBatch { Things = [.. packs.Select(pack => new Thing(ThingId.Parse(FactoryNames.Pack(pack.Number)), ThingKind.Pack, FactoryNames.PackSerial(pack.Number), model))] });
        var plan = await Import.TableAsync(Import.Source(file), record, new ImportOptions("tester", Import.Now));
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        record.Apply(plan.Batch);

        var reader = new FleetReader(record);
        var fleet = await reader.ReadAsync(CancellationToken.None);
        fleet.Items.Count.ShouldBe(packs.Count);
        var fast = await reader.FasterThanTheirModelAsync(fleet, CancellationToken.None);
        var truth = Truth();
        fast.Count.ShouldBeGreaterThan(0);
        fast.ShouldAllBe(item => truth.Packs.Contains(item.Thing.Value), "only packs with cells of that hour");
        // A pack with a cell of the full drift; one of the first minutes may still look like the others.
        var full = packs.Where(pack => 1 - pack.HealthAfter(1) > 0.8 * truth.FadeFactor * CellFacts.UsualFade).Select(pack => FactoryNames.Pack(pack.Number)).ToList();
        full.Count.ShouldBeGreaterThan(0);
        full.ShouldAllBe(pack => fast.Any(item => item.Thing.Value == pack));
        fast[0].TimesModel!.Value.ShouldBeInRange(1.5, truth.FadeFactor);
    }

    [Fact]
    public void The_table_says_what_the_plant_planted()
    {
        var rows = Encoding.UTF8.GetString(new FleetTable(Plan).Write()!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Split(',')).ToList();
        foreach (var pack in FactoryChain.Packs(Plan).Where(pack => pack.IsSold))
        {
            double[] charges = [.. rows.Where(row => row[0] == FactoryNames.Pack(pack.Number)).Select(row => double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture))];
            charges.Length.ShouldBeGreaterThan(20);
            (charges[^1] / CellFacts.RatedAmpereHours).ShouldBe(pack.HealthAfter((charges.Length - 1) / 12.0), 0.01);
        }
    }

    private static PlantedDrift Truth()
    {
        var chain = new FactoryChain(Plan);
        chain.Events().Count().ShouldBePositive();
        return chain.Truth.Coater;
    }
}
