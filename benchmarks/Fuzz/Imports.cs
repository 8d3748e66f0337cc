using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;

namespace Voltloop.Bench.Fuzz;

/// <summary>Reads bytes as a file that is imported.</summary>
internal static class Imports
{
    private static readonly ImportOptions Options = new("did:web:example.com", new DateTimeOffset(2027, 2, 18, 12, 0, 0, TimeSpan.Zero)) { Thing = ThingId.Parse("https://id.gs1.org/01/09520123456788/21/1") };

    /// <summary>The file after intake: bounds and gzip.</summary>
    public static ImportSource Take(byte[] input) => ImportIntake.ReadAsync("fuzz", new MemoryStream(input), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>A target that has one importer recognise and plan.</summary>
    public static FuzzTarget Target(string name, Lazy<FuzzHouse> house, string importer, Func<IEnumerable<byte[]>> seeds)
    {
        Lazy<IImporter> reader = new(() => house.Value.Importer(importer));
        return new FuzzTarget(name, () => [.. seeds()], input => Plan(reader.Value, house.Value, Take(input)));
    }

    private static void Plan(IImporter importer, FuzzHouse house, ImportSource source)
    {
        if (!importer.Recognises(source)) throw new ProblemException(CommonProblems.UnknownFormat, "Not recognised.");
        importer.PlanAsync(source, Options, house.Record, CancellationToken.None).GetAwaiter().GetResult();
    }
}
