using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Voltloop.Core.Identities;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.Factory;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.GenerateChain;

/// <summary>Puts the made-up chain into the example store: events are captured, the passport file is imported, as anybody's would be.</summary>
internal sealed class ExampleChain(CaptureDesk desk, ImportDesk imports, IRecordReader record, IOptions<ExampleChainSettings> settings) : IExamplePart
{
    private const string Issuer = "urn:voltloop:example";
    private const double EventsOfCell = 2.3;

    // The measured cells of the example have these trade item numbers; nobody else's cells are drawn in.
    private static readonly string[] Measured = ["https://id.gs1.org/01/09521234500018/21/", "https://id.gs1.org/01/09521234500025/21/"];

    /// <inheritdoc/>
    public string Name => "factory and supply chain";

    /// <inheritdoc/>
    // The sheet comes last: the factory is known only when all of the chain is there.
    public async Task<bool> IsLoadedAsync(CancellationToken cancellation) => await record.FindThingAsync(ThingId.Parse(FactorySites.Factory.Id), cancellation) is not null;

    /// <inheritdoc/>
    public async Task<int> LoadAsync(DateTimeOffset now, Action<double> progress, CancellationToken cancellation)
    {
        var plan = new FactoryPlan(settings.Value.Cells, settings.Value.Seed);
        if (plan.Cells == 0 || await IsLoadedAsync(cancellation)) return 0;
        var cells = await MeasuredAsync(cancellation);
        var (documents, expected) = (0, 1 + (2600 + (EventsOfCell * plan.Cells)) / ChainDocuments.UsualEvents);
        foreach (var document in ChainDocuments.Of(new FactoryChain(plan) { BoughtIn = cells }.Events()))
        {
            cancellation.ThrowIfCancellationRequested();
            // That the chain keeps the rules of key events is held by a test; looking all of it up again would make the first start wait.
            await desk.CaptureAsync(new CaptureRequest(document) { KeyEvents = KeyEventMode.Off }, cancellation);
            progress(Math.Min(1, ++documents / expected));
        }

        await ImportAsync(("example-factory.json", Issuer), new FactorySheet(plan) { SmallPacks = BoughtInCells.Packs(cells.Count) }.Write(), now, cancellation);
        if (new FleetTable(plan).Write() is { } fleet) await ImportAsync(("made-up-fleet-not-measured.csv", Issuer + ":made-up"), fleet, now, cancellation);
        return documents + 2;
    }

    private async Task ImportAsync((string Name, string Issuer) of, byte[] file, DateTimeOffset now, CancellationToken cancellation)
    {
        var source = new ImportSource(of.Name, file, Convert.ToHexStringLower(SHA256.HashData(file)));
        var plan = await imports.PlanAsync(source, new ImportOptions(of.Issuer, now), cancellation);
        await imports.CommitAsync(plan, cancellation);
    }

    private async Task<IReadOnlyList<string>> MeasuredAsync(CancellationToken cancellation)
    {
        var cells = await record.ListThingsAsync(new ThingQuery { Kinds = [ThingKind.Cell], Limit = ThingQuery.MaxLimit }, cancellation);
        return [.. cells.Items.Select(cell => cell.Id.Value).Where(id => Measured.Any(known => id.StartsWith(known, StringComparison.Ordinal)))];
    }
}
