using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Voltloop.Tracing.Model.Factory;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.GenerateChain;

/// <summary><c>example-chain</c>: writes a made-up factory and its supply chain to files.</summary>
internal static class ExampleChainVerb
{
    private const int MostPerDocument = 20_000;

    private static readonly Option<int> Cells = new("--cells") { Description = $"Cells to make, {FactoryPlan.FewestCells} to {FactoryPlan.MostCells}; {FactoryPlan.UsualCells} when left out.", HelpName = "N", DefaultValueFactory = _ => FactoryPlan.UsualCells };
    private static readonly Option<int> Seed = new("--seed") { Description = $"Same seed, same bytes; {FactoryPlan.UsualSeed} when left out.", HelpName = "S", DefaultValueFactory = _ => FactoryPlan.UsualSeed };
    private static readonly Option<string> Out = new("--out") { Description = "Directory for the files; made when it is not there.", HelpName = "DIR", Required = true };
    private static readonly Option<int> PerDocument = new("--per-document") { Description = $"Most events of a document; {ChainDocuments.UsualEvents} when left out.", HelpName = "N", DefaultValueFactory = _ => ChainDocuments.UsualEvents };

    public static Command Build()
    {
        Limit(Cells, FactoryPlan.FewestCells, FactoryPlan.MostCells);
        Limit(PerDocument, 1, MostPerDocument);
        var command = new Command("example-chain", "Write a made-up factory and its supply chain, from ore to packs in use: EPCIS documents to capture, a passport file and a table of capacities to import, and truth.json with the faults that are planted.\n\nExample: ./run example-chain --cells 20000 --seed 1 --out chain && ./run capture chain/*.jsonld --data ./mine && ./run import chain/passports.json --data ./mine")
        {
            Cells, Seed, Out, PerDocument,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var plan = new FactoryPlan(parsed.GetValue(Cells), parsed.GetValue(Seed));
        var directory = Directory.CreateDirectory(parsed.GetRequiredValue(Out)).FullName;
        var truth = await WriteAsync(plan, directory, parsed.GetValue(PerDocument), cancellation);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{truth.Events} events of {truth.Cells} cells and {truth.Packs} packs in {directory}"));
        return 0;
    }

    private static async Task<PlantedTruth> WriteAsync(FactoryPlan plan, string directory, int perDocument, CancellationToken cancellation)
    {
        var (chain, number) = (new FactoryChain(plan), 0);
        foreach (var document in ChainDocuments.Of(chain.Events(), perDocument))
        {
            await File.WriteAllBytesAsync(Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"events-{++number:00000}.jsonld")), document, cancellation);
        }

        await File.WriteAllBytesAsync(Path.Combine(directory, "passports.json"), new FactorySheet(plan).Write(), cancellation);
        if (new FleetTable(plan).Write() is { } fleet) await File.WriteAllBytesAsync(Path.Combine(directory, "fleet.csv"), fleet, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(directory, "truth.json"), JsonSerializer.SerializeToUtf8Bytes(chain.Truth, JsonOutput.Options), cancellation);
        return chain.Truth;
    }

    private static void Limit(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is var value && (value < least || value > most)) result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {value}; it must be {least} to {most}."));
    });
}
